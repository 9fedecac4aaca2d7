import { place, Refusal } from '../refusal.ts'
import type { Group } from './group.ts'
import type { Reading } from './layout.ts'
import type { Source } from './source.ts'
import { numberIn } from './values.ts'

const FEWEST_ROWS = 3

/**
 * Names of items read as ratings give a number that means nothing. A first column in which every row has a text of its own
 * that no other column uses is no rater; who means it says so with `--raters`.
 *
 * @throws Refusal that names the column.
 */
export function refuseItemsAsRater(
  source: Source,
  reading: Reading,
  group: Group | undefined,
  texts: readonly string[],
): void {
  const isAsked = reading.layout === 'long' || reading.item !== undefined || reading.raters !== undefined
  if (isAsked || group === undefined || reading.by.length > 0) return
  const { raters, size, cells } = group
  const [first] = raters
  if (first === undefined || raters.length < 3 || size < FEWEST_ROWS) return
  const names = new Set<number>()
  for (let row = 0; row < size; row++) {
    const name = cells[row * raters.length] ?? -1
    if (name < 0 || names.has(name) || numberIn(texts[name] ?? '', true) !== null) return
    names.add(name)
  }
  for (let at = 0; at < size * raters.length; at++) {
    if (at % raters.length !== 0 && names.has(cells[at] ?? -1)) return
  }
  throw new Refusal(
    `${place(source.file, 0, first)}: every row has a text of its own here, as names of items have, and no rater uses them twice.`,
    `Add --item ${first}, or name the raters with --raters.`,
  )
}
