import { readChanceToPass } from '@attune/contract'
import type { Ground } from '../base/feature.ts'
import { Prepared } from '../base/prepared.ts'
import { type Route, route } from '../base/route.ts'
import type { Computing } from '../reliability/computing.ts'

/** Thousands of attempts are simulated where agreement is computed, and no longer than somebody waits for the answer. */
export function planningRoute({ ports }: Ground, computing: Computing): Route {
  return route(readChanceToPass, async ({ actor, body, signal }) => {
    const job = { name: 'readChanceToPass', study: actor.study, query: body, now: ports.now().toISOString() } as const
    return new Prepared(await computing.run(job, signal))
  })
}
