import type { Options } from '../options.ts'
import type { Detail, Interval } from '../result.ts'
import { listed } from '../table/declare.ts'
import type { Scale } from '../table/types.ts'

/** One category's own value, `null` where nobody used the category. */
export interface CategoryValue {
  readonly category: string
  readonly estimate: number | null
  readonly se?: number | undefined
  readonly interval?: Interval | undefined
}

/** The category that was asked for, as it is declared. */
export interface Asked {
  readonly position: number
  readonly category: string
}

/**
 * The category that was asked for, if any; as in a table, a number is found by its text.
 *
 * @throws RangeError naming the categories if it is not declared.
 */
export function askedCategory(
  { categories }: Pick<Scale, 'categories'>,
  { category }: Pick<Options, 'category'>,
): Asked | undefined {
  if (category === undefined) return undefined
  const name = String(category)
  const position = categories.indexOf(name)
  if (position < 0) throw new RangeError(`Category "${name}" is not among ${listed(categories)}.`)
  return { position, category: name }
}

/** The same, for the options as they were used. */
export const usedCategory = (asked: Asked | undefined): { readonly category?: string } =>
  asked === undefined ? {} : { category: asked.category }

/** The values of all categories for `details.categories`. */
export function categoryDetails(values: readonly CategoryValue[]): { readonly [category: string]: Detail } {
  return Object.fromEntries(
    values.map(({ category, estimate, se, interval }) => [
      category,
      {
        estimate,
        ...(se !== undefined && { se }),
        ...(interval !== undefined && { lower: interval.lower, upper: interval.upper }),
      },
    ]),
  )
}
