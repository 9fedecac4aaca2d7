import type { Db } from '../../base/database/database.ts'
import { type Tally, tallyOf } from '../feedback/tally.ts'
import { casesOf, type ScoredCase } from '../scoring/cases.ts'
import { itemKinds } from '../scoring/items.ts'
import type { SetGround } from '../scoring/set-ground.ts'
import type { DeskAttempt } from './attempts.ts'

/** One case of one attempt, item by item. */
export type DeskCase = Tally & {
  readonly set: SetGround
  readonly case: ScoredCase
  readonly attempt: DeskAttempt
}

/** Every case that counts of some attempts, handed in or not, in the order of coding. */
export async function talliesOf(db: Db, set: SetGround, attempts: readonly DeskAttempt[]): Promise<DeskCase[]> {
  const byId = new Map(attempts.map((attempt) => [attempt.row.id, attempt]))
  const annotations = set.content.scope.units !== 'none'
  const kinds = itemKinds(set)
  const cases = await casesOf(db, set, [...byId.keys()], { masters: 'scored', annotations })
  return cases.flatMap((one) => {
    const attempt = byId.get(one.attempt)
    if (attempt === undefined || one.isWithdrawn) return []
    return [{ ...tallyOf(set, kinds, one), set, case: one, attempt }]
  })
}
