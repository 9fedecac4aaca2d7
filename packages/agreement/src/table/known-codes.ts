import { itemName } from './rating-table.ts'
import { type CodeTable, NOT_CODABLE } from './types.ts'

type Places = Pick<CodeTable, 'raters' | 'items'>
type Coded = Places & Pick<CodeTable, 'categories'> & { readonly codes: ArrayLike<number> }

/**
 * Refuses codes that are no position of a category, no gap and no mark.
 *
 * @throws RangeError naming item and rater of the first one.
 */
export function checkCodes(table: Coded): void {
  const { codes, categories } = table
  for (let index = 0; index < codes.length; index++) {
    const code = codes[index]!
    if (!(Number.isInteger(code) && code >= NOT_CODABLE && code < categories.length)) throw stranger(table, index)
  }
}

function stranger(table: Coded, index: number): RangeError {
  const { codes, categories } = table
  return new RangeError(
    `${placeOf(table, index)}: ${codes[index]} is not the position of one of ${categories.length} categories.`,
  )
}

/** Item and rater of a cell, for the message of a refusal. */
export function placeOf({ raters, items }: Places, index: number): string {
  return `Item ${itemName({ items }, Math.floor(index / raters.length))}, rater ${raters[index % raters.length]}`
}
