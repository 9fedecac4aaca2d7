import type { AnyOptions } from '../options.ts'
import { estimate } from '../registry.ts'
import { type ItemTable, isSegmentTable, itemCount, takeItems } from '../table/items.ts'

/** How often an item stands in the table to see what one more of it does; once is as it is. */
const TIMES = Array.from({ length: 13 }, (_, times) => times)

/**
 * Weights that turn values at 0 ... 12 times into the slope at once: the derivative of the polynomial through them. A coefficient is a
 * smooth (rational) function of how much an item weighs, so this is its influence value but for an error of about (3 / n)^12.
 */
const SLOPE = TIMES.map((at) => {
  const others = TIMES.filter((other) => other !== at)
  if (at === 1) return others.reduce((total, other) => total + 1 / (1 - other), 0)
  const scale = others.reduce((product, other) => product * (at - other), 1)
  return others.filter((other) => other !== 1).reduce((product, other) => product * (1 - other), 1) / scale
})

/**
 * What each item adds to a coefficient: its slope in the item's weight. The slopes of the kappas are those of Gwet's linearisation.
 *
 * @returns `null` if the coefficient is undefined for one of the tables.
 */
export function itemSlopes(
  id: string,
  table: ItemTable,
  options: AnyOptions,
  items: readonly number[],
): Float64Array | null {
  const all = Array.from({ length: itemCount(table) }, (_, item) => item)
  const known = new Map<string, number>()
  const slopes = new Float64Array(items.length)
  for (const [index, item] of items.entries()) {
    const ratings = ratingsOf(table, item) // items with the same ratings have the same slope
    const slope = known.get(ratings) ?? slopeOf(id, table, options, all, item)
    if (slope === null) return null
    known.set(ratings, slope)
    slopes[index] = slope
  }
  return slopes
}

function ratingsOf(table: ItemTable, item: number): string {
  if (isSegmentTable(table)) return String(item)
  const m = table.raters.length
  const cells = table.kind === 'codes' ? table.codes : table.values
  const own = cells.subarray(item * m, (item + 1) * m).join()
  return table.kind === 'codes' ? own : `${own};${table.state.subarray(item * m, (item + 1) * m).join()}`
}

function slopeOf(
  id: string,
  table: ItemTable,
  options: AnyOptions,
  all: readonly number[],
  item: number,
): number | null {
  const others = all.filter((other) => other !== item)
  let slope = 0
  for (const times of TIMES) {
    const rows = times === 1 ? all : [...others, ...Array.from({ length: times }, () => item)]
    const { estimate: value } = estimate(id, takeItems(table, rows), options)
    if (value === null) return null
    slope += SLOPE[times]! * value
  }
  return slope
}
