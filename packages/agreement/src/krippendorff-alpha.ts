import { differences, type MetricSpace } from './base/alpha-metrics.ts'
import { checkChoice } from './base/choice.ts'
import { intervalDifferences } from './base/interval-differences.ts'
import { pairable } from './base/pairable.ts'
import { confidenceOf, estimated, type Setting, undetermined } from './base/report.ts'
import { silentRaters } from './base/silent-raters.ts'
import { ends } from './base/weights.ts'
import { defineMeasure } from './define-measure.ts'
import type { Metric, Options } from './options.ts'
import type { Result } from './result.ts'
import type { Level, RatingTable } from './table/types.ts'

/**
 * Krippendorff's alpha: 1 - observed / expected disagreement, for any number of raters and missing ratings.
 *
 * Items with a single rating do not count. The default metric is that of the declared level; `circular` and `bipolar` take the length of
 * the circle and the poles from the options, or from the ends of the declared scale, never from the data. Resampling gives an interval:
 * alpha of categories in Gwet's weighted form, `krippendorff-alpha-weighted`, has an analytic one.
 *
 * @returns `estimate` at most 1; `observed` and `expected` are *dis*agreements. Undefined if no item has two ratings, or all pairable
 *   ratings are equal (`no-variation`).
 * @throws RangeError if the metric does not fit the level, or its circle or poles are not given.
 * @source Krippendorff (2019), Content Analysis, 4th ed., ch. 12.
 * @source Hayes & Krippendorff (2007), Commun. Methods Meas. 1(1), 77-89. doi:10.1080/19312450709336664
 * @checked data/reference/krippendorff.json
 * @example krippendorffAlpha(ratingTable({ raters: ['A', 'B'], level: 'nominal', categories: ['x', 'y'], rows: [['x', 'x'], ['x', 'y'], ['y', 'y'], ['y', null]] })).estimate // 0.4444444444444444
 */
export function krippendorffAlpha(
  table: RatingTable,
  options: Pick<Options, 'confidence' | 'metric' | 'period' | 'poles'> = {},
): Result {
  const metric = options.metric ?? table.level
  checkMetric(metric, table.level)
  const quick = table.kind === 'scores' && metric === 'interval' ? intervalDifferences(table) : null
  const data = quick ?? pairable(table)
  const setting: Setting = {
    measure: 'krippendorff-alpha',
    options: { ...options, confidence: confidenceOf(options), metric, missing: 'available' },
    raters: table.raters,
    n: data.n,
    dropped: data.dropped,
    warnings: table.kind === 'scores' ? [] : silentRaters(table),
  }
  if (data.n === 0) return undetermined(setting, 'no-items', 'No item was rated by two raters.')
  const all = data.size
  const { within, overall } = quick ?? differences(pairable(table), spaceOf(table, metric, options))
  const observed = within / all
  const expected = overall / (all * (all - 1))
  if (expected === 0) {
    const message = 'All ratings that can be paired are equal, so no disagreement is expected.'
    return undetermined(setting, 'no-variation', message, { observed, expected })
  }
  return estimated(setting, {
    estimate: 1 - observed / expected,
    observed,
    expected,
    details: { pairableRatings: all },
  })
}

const order: readonly Level[] = ['nominal', 'ordinal', 'interval', 'ratio']
const atLeast: Record<Metric, Level> = {
  nominal: 'nominal',
  ordinal: 'ordinal',
  interval: 'interval',
  ratio: 'interval',
  circular: 'nominal',
  bipolar: 'interval',
}

function checkMetric(metric: Metric, level: Level): void {
  checkChoice('metric', metric, ['nominal', 'ordinal', 'interval', 'ratio', 'circular', 'bipolar'])
  if (order.indexOf(level) < order.indexOf(atLeast[metric])) {
    throw new RangeError(`The ${metric} metric needs the level ${atLeast[metric]}; the table is declared ${level}.`)
  }
}

/** What the metric needs besides the values; only ends that are declared can stand in for options. */
function spaceOf(table: RatingTable, metric: Metric, options: Options): MetricSpace {
  const { scores } = pairable(table)
  const declared = table.kind === 'scores' ? undefined : ends(table.scores)
  const period = options.period ?? (declared && declared.high - declared.low + 1)
  const poles = options.poles ?? (declared && ([declared.low, declared.high] as const))
  if (metric === 'circular' && !(period !== undefined && period > 0)) {
    throw new RangeError('The circular metric needs the length of the circle as option period.')
  }
  if (metric === 'bipolar' && (poles === undefined || scores.some((score) => score < poles[0] || score > poles[1]))) {
    throw new RangeError('The bipolar metric needs the lowest and highest possible score as option poles.')
  }
  if (metric === 'ratio' && scores.some((score) => score < 0)) {
    throw new RangeError('The ratio metric needs scores of 0 or more.')
  }
  return { metric, period: period ?? 1, poles: poles ?? [0, 1] }
}

export const krippendorffAlphaMeasure = defineMeasure({
  id: 'krippendorff-alpha',
  title: "Krippendorff's alpha",
  family: 'categories',
  levels: ['nominal', 'ordinal', 'interval', 'ratio'],
  raters: 'many',
  tables: ['codes', 'scores', 'counts'],
  missing: ['available'],
  weights: [],
  options: ['metric', 'period', 'poles', 'missing'],
  source: 'Krippendorff 2019; Hayes & Krippendorff 2007',
  estimate: krippendorffAlpha,
})
