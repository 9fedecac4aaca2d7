import type { Ground } from '../base/feature.ts'
import { Prepared } from '../base/prepared.ts'
import { type Route, route } from '../base/route.ts'
import type { Computing } from './computing.ts'
import { type JobName, jobs } from './jobs.ts'

/** Every question about agreement goes where it is computed, and comes back as the body of its reply. */
export function reliabilityRoutes({ ports }: Ground, computing: Computing): Route[] {
  return Object.entries(jobs).map(([name, { endpoint }]) =>
    route(endpoint, async ({ actor, query, signal }) => {
      const job = { name: name as JobName, study: actor.study, query, now: ports.now().toISOString() }
      return new Prepared(await computing.run(job, signal))
    }),
  )
}
