import { checkNames, type Declaration, declareScale, listed } from './declare.ts'
import { codeArray } from './rating-table.ts'
import type { Category, CodeTable, CountTable } from './types.ts'

/** More items than this would not fit into memory beside anything else. */
const MOST_ITEMS = 2 ** 27

export interface Contingency extends Declaration {
  readonly raters: readonly [string, string]
  readonly categories: readonly Category[]
  /** `counts[i][j]`: items the first rater put into category i and the second into category j. */
  readonly counts: readonly (readonly number[])[]
}

function checkCount(count: number, place: string): void {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`${place}: ${count} is not a count of items.`)
}

/**
 * A table of two raters from their k x k contingency table; each counted item becomes a row.
 *
 * @throws RangeError if there are not two raters, the table is not square with one row and column a category, or a count is negative or broken.
 * @example tableFromContingency({ raters: ['Ann', 'Ben'], level: 'nominal', categories: ['yes', 'no'], counts: [[20, 5], [10, 15]] }).size // 50
 */
export function tableFromContingency(input: Contingency): CodeTable {
  const raters = checkNames(input.raters, 'Rater')
  if (raters.length !== 2) {
    throw new RangeError(`A contingency table has two raters, not ${raters.length}: ${listed(raters)}.`)
  }
  const scale = declareScale(input)
  const k = scale.categories.length
  if (input.counts.length !== k) throw new RangeError(`The table has ${input.counts.length} rows for ${k} categories.`)
  let size = 0
  for (const [i, row] of input.counts.entries()) {
    if (row.length !== k)
      throw new RangeError(`Row ${scale.categories[i]} has ${row.length} counts for ${k} categories.`)
    for (const [j, count] of row.entries()) {
      checkCount(count, `Row ${scale.categories[i]}, column ${scale.categories[j]}`)
      size += count
    }
  }
  if (size > MOST_ITEMS) throw new RangeError(`The table counts ${size} items; at most ${MOST_ITEMS} can be held.`)
  const codes = codeArray(2 * size, k)
  let next = 0
  for (const [i, row] of input.counts.entries()) {
    for (const [j, count] of row.entries()) {
      for (let item = 0; item < count; item++) {
        codes[next++] = i
        codes[next++] = j
      }
    }
  }
  return { kind: 'codes', level: input.level, raters, items: null, size, ...scale, codes }
}

export interface ItemCounts extends Declaration {
  readonly items?: readonly string[]
  readonly categories: readonly Category[]
  /** `counts[item][category]`: raters who put the item there. */
  readonly counts: readonly (readonly number[])[]
}

/**
 * A table that only says how many raters chose each category for each item, as Fleiss (1971) prints it.
 * Coefficients that need to know who chose what (Cohen, Conger, ICC ...) refuse it.
 *
 * @throws RangeError if a row has not one count a category, or a count is negative or broken.
 * @example tableFromCounts({ level: 'nominal', categories: ['yes', 'no'], counts: [[3, 0], [2, 1]] }).size // 2
 */
export function tableFromCounts(input: ItemCounts): CountTable {
  const scale = declareScale(input)
  const k = scale.categories.length
  const items = input.items ?? null
  if (items !== null) checkNames(items, 'Item')
  const size = input.counts.length
  if (items !== null && items.length !== size)
    throw new RangeError(`${items.length} items are named, but there are ${size} rows.`)
  const counts = new Int32Array(size * k)
  for (const [row, cells] of input.counts.entries()) {
    const name = items?.[row] ?? String(row + 1)
    if (cells.length !== k) throw new RangeError(`Item ${name} has ${cells.length} counts for ${k} categories.`)
    for (const [category, count] of cells.entries()) {
      checkCount(count, `Item ${name}, category ${scale.categories[category]}`)
      counts[row * k + category] = count
    }
  }
  return { kind: 'counts', level: input.level, raters: [], items, size, ...scale, counts }
}
