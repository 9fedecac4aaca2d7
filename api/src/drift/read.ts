import type { WatchedCoder } from '@attune/contract'
import { type DriftRow, driftCsv } from '@attune/exchange'
import type { Db } from '../base/database/database.ts'
import { peopleOf, plansOf } from './queries.ts'
import { groundOf, watch } from './watch.ts'

/** The charts of everybody whom a plan under way watches. */
export async function watchedCoders(db: Db, study: string): Promise<WatchedCoder[]> {
  const coders: WatchedCoder[] = []
  for (const plan of await plansOf(db, study)) {
    if (plan.row.ended_at !== null) continue
    const ground = await groundOf(db, plan)
    for (const person of await peopleOf(db, plan.row.id)) coders.push(await watch(db, ground, person))
  }
  return coders
}

/** Every point of every chart, of plans that ended as well. */
export async function driftFile(db: Db, study: string): Promise<string> {
  const rows: DriftRow[] = []
  for (const plan of await plansOf(db, study)) {
    const ground = await groundOf(db, plan)
    for (const person of await peopleOf(db, plan.row.id)) {
      const { charts, codebook } = await watch(db, ground, person)
      for (const { measure, chart, centre, points } of charts)
        for (const point of points)
          rows.push({ plan: plan.row.name, codebook, coder: person.login, measure, chart, centre, ...point })
    }
  }
  return driftCsv(rows)
}
