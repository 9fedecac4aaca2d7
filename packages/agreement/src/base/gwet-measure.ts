import { defineMeasure } from '../define-measure.ts'
import type { Options, WeightName } from '../options.ts'
import type { Result } from '../result.ts'
import type { CodeTable, CountTable } from '../table/types.ts'
import { allWeights } from './weights.ts'

/** What the coefficients in Gwet's frame have in common in the registry. */
/* @__NO_SIDE_EFFECTS__ */
export function defineGwetMeasure(
  id: string,
  title: string,
  source: string,
  estimate: (table: CodeTable | CountTable, options: Options) => Result,
  usualWeights?: WeightName,
) {
  return defineMeasure({
    id,
    title,
    family: 'categories',
    levels: ['nominal', 'ordinal', 'interval', 'ratio'],
    raters: 'many',
    tables: ['codes', 'counts'],
    missing: ['available', 'listwise'],
    weights: allWeights,
    ...(usualWeights !== undefined && { usualWeights }),
    options: ['weights', 'period', 'missing'],
    source,
    estimate,
  })
}
