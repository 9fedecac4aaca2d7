import { releaseFeedback } from '@attune/contract'
import { createSignal } from 'solid-js'
import { createAction } from '../../base/action.ts'
import { announce } from '../../base/announce.tsx'
import { call } from '../../base/call.ts'
import { t } from '../../messages/index.ts'

export type Releasing = ReturnType<typeof createReleasing>

/** Attempts of a set that are chosen to be shown to their trainees, and showing them. */
export function createReleasing(where: () => { study: string; set: string }, onChanged: () => void) {
  const [chosen, choose] = createSignal<ReadonlySet<string>>(new Set())
  const release = createAction(async (attempts: readonly string[]) => {
    const { alreadyReleased, released } = await call(releaseFeedback, where(), { body: { attempts: [...attempts] } })
    choose(new Set<string>())
    const words = t().desk.cohort
    announce([words.released(released), alreadyReleased > 0 ? words.wereReleased(alreadyReleased) : ''].join(' '))
    onChanged()
  })
  return { ...release, chosen, choose, runChosen: () => void release.run([...chosen()]) }
}
