import { needTwoRaters } from './base/boundaries.ts'
import { confidenceOf, estimated, type Setting, undetermined } from './base/report.ts'
import { shares, statesOf, varies } from './base/state-kappa.ts'
import { needExtent, refuseOverlaps } from './base/units.ts'
import { defineMeasure } from './define-measure.ts'
import type { AnyOptions } from './options.ts'
import type { Result } from './result.ts'
import type { UnitTable } from './table/segment-types.ts'

/**
 * Duration kappa: Cohen's kappa of two raters weighted by time, for states of which one at a time can hold.
 *
 * Time without a unit is a category of its own. It is what time-unit kappa becomes when its step shrinks to nothing, so there is no step to
 * choose. Small differences at every change of state lower it; long states dominate it.
 *
 * @param table two raters, begin and length declared; `n` counts the units.
 * @returns `estimate` at most 1 (1 full agreement, 0 as by chance), `observed` and `expected` as shares of the time. Undefined if both
 *   raters have one and the same state throughout (`no-variation`).
 * @throws RangeError if there are not two raters, the extent is not declared, or units of one rater overlap.
 * @source Bakeman, Quera & Gnisci (2009), Behav. Res. Methods 41(1), 137-147. doi:10.3758/BRM.41.1.137 (time-unit kappa, of which this
 *   is the limit)
 * @checked data/reference/events.json
 * @checked data/reference/states.json
 * @example durationKappa(unitTable({ raters: ['A', 'B'], categories: ['x'], begin: 0, length: 8, units: [{ rater: 'A', start: 0, length: 4, category: 'x' }, { rater: 'B', start: 0, length: 2, category: 'x' }] })).estimate // 0.5
 */
export function durationKappa(table: UnitTable, options: Pick<AnyOptions, 'confidence'> = {}): Result {
  const confidence = confidenceOf(options)
  needTwoRaters(table, 'duration-kappa')
  const { begin, length } = needExtent(table, 'duration-kappa')
  refuseOverlaps(table, 'duration-kappa', 'all units')
  const k = table.categories.length + 1
  const matrix = new Float64Array(k * k)
  const [first, second] = [statesOf(table, 0, begin, begin + length), statesOf(table, 1, begin, begin + length)]
  let place = begin
  for (let i = 0, j = 0; i < first.ends.length && j < second.ends.length; ) {
    const end = Math.min(first.ends[i]!, second.ends[j]!)
    matrix[first.codes[i]! * k + second.codes[j]!]! += end - place
    place = end
    if (first.ends[i] === end) i++
    if (second.ends[j] === end) j++
  }
  const setting: Setting = {
    measure: 'duration-kappa',
    options: { confidence },
    raters: table.raters,
    n: table.starts.length,
    dropped: [],
  }
  const { observed, expected } = shares(matrix, k)
  if (!varies(matrix, k)) {
    const message = 'Both raters have one and the same state throughout.'
    return undetermined(setting, 'no-variation', message, { observed, expected })
  }
  return estimated(setting, { estimate: (observed - expected) / (1 - expected), observed, expected })
}

export const durationKappaMeasure = defineMeasure({
  id: 'duration-kappa',
  title: 'Duration kappa',
  family: 'events',
  levels: ['nominal'],
  raters: 2,
  tables: ['units'],
  missing: ['available'],
  weights: [],
  options: [],
  source: 'Bakeman, Quera & Gnisci 2009 (its limit)',
  estimate: durationKappa,
})
