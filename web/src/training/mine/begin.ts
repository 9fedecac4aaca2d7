import { startAttempt } from '@attune/contract'
import { useNavigate } from '@solidjs/router'
import { type Action, createAction } from '../../base/action.ts'
import { call } from '../../base/call.ts'

/** Begins an attempt and goes there. The same press repeated, as after a lost answer, is the same attempt. */
export function createBegin(study: () => string, set: () => string): Action<[]> {
  const navigate = useNavigate()
  const operation = crypto.randomUUID()
  return createAction(async () => {
    const view = await call(startAttempt, { study: study(), set: set() }, { body: { operation } })
    const next = view.cases.find(({ state }) => state === 'next')?.coding
    navigate(next ? `/studies/${study()}/codings/${next}` : `/studies/${study()}/attempts/${view.attempt.id}`)
  })
}
