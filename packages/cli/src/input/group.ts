import { Refusal } from '../refusal.ts'
import type { Cells } from './growing.ts'

/** A table with more cells would not fit beside what is computed from it. */
const MOST_CELLS = 2 ** 27

/** The ratings of one group of a file: `cells[item * raters.length + rater]` is the number of a value, or EMPTY or ABSENT. */
export interface Group {
  /** Values of the columns that make the group, by column. */
  readonly by: Readonly<Record<string, string>>
  readonly raters: readonly string[]
  readonly size: number
  readonly cells: Cells
}

/** Two ratings of one item by one rater, by their lines. */
export interface Twins {
  readonly item: string
  readonly rater: string
  readonly lines: readonly [number, number]
}

/** The ratings of one group while a file is read. */
export interface Collector {
  readonly finish: () => Group | Twins
}

/** @throws Refusal if there are more cells than can be held. */
export function checkSize(items: number, raters: number): void {
  if (items * raters <= MOST_CELLS) return
  throw new Refusal(
    `There are ${items} items and ${raters} raters: more than can be compared.`,
    'Are the columns of items and raters the right ones?',
  )
}
