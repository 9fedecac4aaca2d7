import { blandAltman, type Detail, type Options, type RaterTable, type Result } from '@attune/agreement'
import { type Band, gatherPoints } from '@attune/charts'
import { dataTable, type Html, html } from './html.ts'
import { counted } from './labels.ts'
import { bounds, datum, percent, probabilityOf, shown } from './numbers.ts'
import { scatter } from './scatter.ts'

/** Differences of two raters against their means, with the limits of agreement and the intervals of these. */
export function blandAltmanPlot(table: RaterTable, options: Options): Html {
  const { confidence, coverage, limits, limitsInterval } = options
  const result = blandAltman(table, {
    ...(confidence !== undefined && { confidence }),
    ...(coverage !== undefined && { coverage }),
    ...(limits !== undefined && { limits }),
    ...(limitsInterval !== undefined && { limitsInterval }),
  })
  const [first = '', second = ''] = table.raters
  if (result.estimate === null) {
    return html`<p>Limits of agreement of ${first} and ${second} are undefined: ${result.undefined.message}</p>
`
  }
  const { estimate, details } = result
  const [ends, lower, upper] = [
    band(details?.limits),
    band(member(details?.limits, 'lowerInterval')),
    band(member(details?.limits, 'upperInterval')),
  ]
  const points = Math.abs(estimate)
  const [high, low] = estimate < 0 ? [second, first] : [first, second]
  const bias =
    estimate === 0
      ? `${first} and ${second} score equally high on average`
      : `${high} scores ${shown(points, false)} points higher than ${low} on average`
  const share = result.options.coverage ?? 0.95
  const title = `${bias}; ${percent(share)} of differences are expected from ${shown(ends.lower, false)} to ${shown(ends.upper, false)} (${counted(result.n, 'item')}).`
  return html`<figure class="scatter"><figcaption>${title}</figcaption>
${scatter(
  title,
  { points: gatherPoints(scoresOf(table)), bias: estimate, limits: ends, lowerInterval: lower, upperInterval: upper },
  [first, second],
)}</figure>
${numbers(result, ends, lower, upper, `Limits of agreement, ${first} minus ${second}`)}`
}

function numbers(result: Result, ends: Band, lower: Band, upper: Band, caption: string): Html {
  if (result.estimate === null) return html``
  const slope = result.details?.proportionalBias
  const [b, from, to, p] = ['slope', 'lower', 'upper', 'p'].map((name) => member(slope, name))
  const proportional =
    typeof b === 'number' && typeof from === 'number' && typeof to === 'number'
      ? [
          [
            'Slope of differences on means',
            datum(b, false),
            bounds({ lower: from, upper: to }, false),
            typeof p === 'number' ? probabilityOf(p) : '',
          ],
        ]
      : []
  return dataTable({
    caption,
    head: ['', 'points', 'CI', 'p'],
    right: new Set([1, 2, 3]),
    rows: [
      [
        'Mean difference',
        datum(result.estimate, false),
        result.interval === undefined ? '' : bounds(result.interval, false),
        result.test === undefined ? '' : probabilityOf(result.test.p),
      ],
      ['Upper limit', datum(ends.upper, false), bounds(upper, false), ''],
      ['Lower limit', datum(ends.lower, false), bounds(lower, false), ''],
      ...proportional,
    ],
  })
}

const isRecord = (detail: Detail | undefined): detail is { readonly [name: string]: Detail } =>
  typeof detail === 'object' && detail !== null && !Array.isArray(detail)

const member = (detail: Detail | undefined, name: string) => (isRecord(detail) ? detail[name] : undefined)

function band(detail: Detail | undefined): Band {
  const [lower, upper] = [member(detail, 'lower'), member(detail, 'upper')]
  if (typeof lower === 'number' && typeof upper === 'number') return { lower, upper }
  throw new Error('Limits of agreement have two ends.')
}

/** The scores of both raters, item by item, where both gave one. */
function* scoresOf(table: RaterTable): Generator<readonly [number, number]> {
  const scoreAt = (index: number) => {
    if (table.kind === 'scores') return table.state[index] === 0 ? table.values[index] : undefined
    return table.scores[table.codes[index] ?? -1]
  }
  for (let item = 0; item < table.size; item++) {
    const [first, second] = [scoreAt(2 * item), scoreAt(2 * item + 1)]
    if (first !== undefined && second !== undefined) yield [first, second]
  }
}
