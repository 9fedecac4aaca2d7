import { type MeasureId, measures, type Options, type Result } from '@attune/agreement'
import type { Plan } from './content.ts'
import { type RatingSet, tableOfPair } from './findings.ts'

const MEASURE: Record<RatingSet['level'], MeasureId> = {
  nominal: 'cohen-kappa',
  ordinal: 'weighted-kappa',
  interval: 'icc',
  ratio: 'icc',
}

/** The coefficient of two raters, given by their positions, on the items that both worked on. */
export interface PairResult {
  readonly first: number
  readonly second: number
  readonly n: number
  readonly estimate: number | null
  readonly result: Result
}

/** The coefficient by which everybody is compared with everybody. */
export const measureOfPairs = ({ level }: Pick<RatingSet, 'level'>) => measures[MEASURE[level]]

/** The options of the plan that the coefficient of pairs may take, with the weights for these categories. */
export const pairOptions = ({ options, weights }: Plan, { categories }: RatingSet): Options => ({
  ...options,
  ...(weights !== null && { weights: weights.of(categories) }),
})

/** One coefficient for each pair of raters. */
export function pairResults(set: RatingSet, options: Options): PairResult[] {
  const measure = measureOfPairs(set)
  const table = (measure.tables.includes('scores') ? set.scores() : null) ?? set.codes()
  const taken: readonly string[] = ['confidence', 'weights', 'period', 'form', 'model'].filter(
    (name) => name === 'confidence' || measure.options.some((option) => option === name),
  )
  const chosen: Options = Object.fromEntries(Object.entries(options).filter(([name]) => taken.includes(name)))
  return set.raters.flatMap((one, first) =>
    set.raters.slice(first + 1).map((other, index) => {
      const result = measure.estimate(tableOfPair(table, set, [one, other]), chosen)
      return { first, second: first + 1 + index, n: result.n, estimate: result.estimate, result }
    }),
  )
}
