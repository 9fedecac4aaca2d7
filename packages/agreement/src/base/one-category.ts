import type { Options } from '../options.ts'
import type { Detail, Interval } from '../result.ts'
import type { Scale } from '../table/types.ts'

/** One category's own value, `null` where nobody used the category. */
export interface CategoryValue {
  readonly category: string
  readonly estimate: number | null
  readonly se?: number | undefined
  readonly interval?: Interval | undefined
}

/** The position of the category that was asked for, if any. */
export function askedCategory({ categories }: Scale, { category }: Options): number | undefined {
  if (category === undefined) return undefined
  const position = categories.indexOf(category)
  if (position < 0) throw new RangeError(`Category "${category}" is not among ${categories.join(', ')}.`)
  return position
}

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
