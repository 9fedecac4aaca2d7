import { listCases, listMyCodings } from '@attune/contract'
import { useNavigate } from '@solidjs/router'
import { t } from '../messages/index.ts'
import { call } from './call.ts'
import { type Command, createCommands, matches } from './commands.ts'

/** Cases in the palette: for pi and trainer all of the study, for blind roles their own codings. */
export function createCaseCommands(study: () => string, supervises: () => boolean): void {
  const navigate = useNavigate()
  const go = (href: string) => () => navigate(`/studies/${study()}${href}`)
  createCommands(async (typed, signal): Promise<Command[]> => {
    if (typed === '') return []
    if (supervises()) {
      const { cases } = await call(listCases, { study: study() }, { query: { search: typed, limit: 8 }, signal })
      return cases.map((one) => ({
        id: one.id,
        label: one.case,
        hint: t().keys.hints.case,
        run: go(`/cases/${one.id}`),
      }))
    }
    const { codings } = await call(listMyCodings, { study: study() }, { signal })
    return codings
      .filter((one) => matches(one.case.case, typed))
      .slice(0, 8)
      .map((one) => ({
        id: one.id,
        label: one.case.case,
        hint: t().keys.hints.myCoding,
        run: go(`/codings/${one.id}`),
      }))
  })
}
