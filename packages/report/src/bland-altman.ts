import type { Options, RaterTable, Result } from '@attune/agreement'
import { gatherPoints } from '@attune/charts'
import { dataTable, type Html, html } from './html.ts'
import { counted } from './labels.ts'
import { type Limits, limitsOfAgreement } from './limits.ts'
import { bounds, datum, percent, probabilityOf, shown } from './numbers.ts'
import { scatter } from './scatter.ts'

/** Differences of two raters against their means, with the limits of agreement and the intervals of these. */
export function blandAltmanPlot(table: RaterTable, options: Options): Html {
  const { result, limits } = limitsOfAgreement(table, options)
  const [first = '', second = ''] = table.raters
  if (result.estimate === null || limits === null) {
    return html`<p>Limits of agreement of ${first} and ${second} are undefined: ${result.undefined?.message ?? ''}</p>
`
  }
  const { estimate } = result
  const [high, low] = estimate < 0 ? [second, first] : [first, second]
  const bias =
    estimate === 0
      ? `${first} and ${second} score equally high on average`
      : `${high} scores ${shown(Math.abs(estimate), false)} points higher than ${low} on average`
  const title = `${bias}; ${percent(limits.coverage)} of differences are expected from ${shown(limits.lower, false)} to ${shown(limits.upper, false)} (${counted(result.n, 'item')}).`
  const drawn = { points: gatherPoints(scoresOf(table)), bias: estimate, limits, ...limits }
  return html`<figure class="scatter"><figcaption>${title}</figcaption>
${scatter(title, drawn, [first, second])}</figure>
${numbers(result, limits, `Limits of agreement, ${first} minus ${second}`)}`
}

function numbers(result: Result, { proportional, ...limits }: Limits, caption: string): Html {
  if (result.estimate === null) return html``
  const slope =
    proportional === null
      ? []
      : [
          [
            'Slope of differences on means',
            datum(proportional.slope, false),
            bounds(proportional, false),
            proportional.p === null ? '' : probabilityOf(proportional.p),
          ],
        ]
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
      ['Upper limit', datum(limits.upper, false), bounds(limits.upperInterval, false), ''],
      ['Lower limit', datum(limits.lower, false), bounds(limits.lowerInterval, false), ''],
      ...slope,
    ],
  })
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
