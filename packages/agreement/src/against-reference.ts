import type { Options } from './options.ts'
import { measureOf } from './registry.ts'
import type { Result } from './result.ts'
import { tablesWithReference } from './table/pair-tables.ts'
import type { RaterTable } from './table/select.ts'

/** Each rater compared with one reference, as a master, and the mean over those with a value. */
export interface AgainstReference {
  readonly reference: string
  /** In the order of the table; `raters` of each is [rater, reference]. */
  readonly each: readonly Result[]
  /** `null` if no rater has a value. */
  readonly mean: number | null
  /** Raters that enter the mean. */
  readonly raters: number
}

/**
 * A coefficient of every rater with the reference, one by one, each on the items both rated.
 *
 * Raters come first and the reference second, so that a positive `bias` is a rater who scores higher than the reference.
 *
 * @param id a coefficient for two raters, or one that two raters can have.
 * @throws RangeError if the reference is not a rater of the table, and as the coefficient does.
 * @source Light (1971), Psychol. Bull. 76(5), 365-377, agreement with a standard. doi:10.1037/h0031643
 * @checked data/reference/criterion.json
 * @example againstReference('percent-agreement', ratingTable({ raters: ['A', 'B', 'master'], level: 'nominal', categories: ['x', 'y'], rows: [['x', 'y', 'x'], ['y', 'y', 'y']] }), 'master').mean // 0.75
 */
export function againstReference(
  id: string,
  table: RaterTable,
  reference: string,
  options: Options = {},
): AgainstReference {
  if (!table.raters.includes(reference)) {
    throw new RangeError(`Rater ${reference} is not among ${table.raters.join(', ')}.`)
  }
  const measure = measureOf(id)
  const each: Result[] = []
  let total = 0
  let raters = 0
  for (const pair of tablesWithReference(table, { reference })) {
    const result = measure.estimate(pair, options)
    each.push(result)
    if (result.estimate === null) continue
    total += result.estimate
    raters++
  }
  return { reference, each, mean: raters === 0 ? null : total / raters, raters }
}
