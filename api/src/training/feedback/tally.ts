import type { ScoredCase } from '../scoring/cases.ts'
import { type Item, type ItemKind, itemsOf } from '../scoring/items.ts'
import type { SetGround } from '../scoring/set-ground.ts'
import { type UnitLine, unitLines } from './units.ts'

/** One case, item by item, and how many of its items agreed. */
export type Tally = {
  readonly items: readonly Item[]
  readonly units: readonly UnitLine[]
  readonly agreed: number
  /** Ratings and annotations of the master: where the master said nothing there is nothing to agree with. */
  readonly compared: number
}

export function tallyOf(set: SetGround, kinds: readonly ItemKind[], one: ScoredCase): Tally {
  const items = itemsOf(set, kinds, one)
  const units = one.own === null && one.masters.length === 0 ? [] : unitLines(set, one)
  const verdicts = [
    ...items.map(({ agrees }) => agrees),
    ...units.map(({ kind }) => (kind === 'added' ? null : kind === 'agreed')),
  ].filter((agrees) => agrees !== null)
  return { items, units, agreed: verdicts.filter(Boolean).length, compared: verdicts.length }
}
