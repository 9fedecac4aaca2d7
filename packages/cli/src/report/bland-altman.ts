import { blandAltman, type Detail, type Options, type RaterTable, type Result } from '@attune/agreement'
import { counted } from '../agreement/readable.ts'
import { dataTable, type Html, html } from './html.ts'
import { bounds, datum, percent, probabilityOf, shown } from './numbers.ts'
import { linear, ticks } from './svg.ts'

interface Point {
  readonly mean: number
  readonly difference: number
  readonly count: number
}

interface Band {
  readonly lower: number
  readonly upper: number
}

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
${drawing(title, pointsOf(table), estimate, ends, [lower, upper], [first, second])}</figure>
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

function drawing(
  title: string,
  points: readonly Point[],
  bias: number,
  ends: Band,
  intervals: readonly Band[],
  [first, second]: readonly [string, string],
): Html {
  const [left, right, top, bottom, width] = [44, 322, 24, 236, 380]
  const heights = [
    0,
    ...points.map(({ difference }) => difference),
    ...intervals.flatMap(({ lower, upper }) => [lower, upper]),
  ]
  const means = points.map(({ mean }) => mean)
  const room = (Math.max(...means) - Math.min(...means) || 1) * 0.06
  const [from, to] = [Math.min(...means) - room, Math.max(...means) + room]
  const x = linear(from, to, left, right)
  const [low, high] = [Math.min(...heights), Math.max(...heights)]
  const y = linear(low, high, bottom - 6, top + 6)
  const rules = [
    { value: ends.upper, name: 'limit' },
    { value: bias, name: 'mean' },
    { value: ends.lower, name: 'limit' },
  ]
  const bands = intervals.map(
    ({
      lower,
      upper,
    }) => html`<rect class="band" x="${left}" y="${y(upper)}" width="${right - left}" height="${Math.abs(y(lower) - y(upper))}"/>
`,
  )
  return html`<svg viewBox="0 0 ${width} 286" role="img" aria-label="${title}">
${bands}${ticks(low, high, 6).map(
  (
    value,
  ) => html`<text class="axis" x="${left - 6}" y="${y(value) + 4}" text-anchor="end">${shown(value, false).replace(/\.00$/, '')}</text>
`,
)}${ticks(from, to, 6).map(
  (
    value,
  ) => html`<text class="axis" x="${x(value)}" y="${bottom + 16}" text-anchor="middle">${shown(value, false).replace(/\.00$/, '')}</text>
`,
)}<path class="frame" d="M${left} ${top}V${bottom}H${right}"/><path class="zero" d="M${left} ${y(0)}H${right}"/>
${rules.map(
  ({
    value,
    name,
  }) => html`<path class="rule ${name}" d="M${left} ${y(value)}H${right}"/><text class="axis" x="${right + 5}" y="${y(value) + 4}">${name} ${shown(value, false)}</text>
`,
)}${points.map(
  ({
    mean,
    difference,
    count,
  }) => html`<circle cx="${x(mean)}" cy="${y(difference)}" r="${Math.min(9, Math.round(10 * (2.2 + Math.sqrt(count))) / 10)}"><title>mean ${shown(mean, false)}, difference ${shown(difference, false)}: ${counted(count, 'item')}</title></circle>
`,
)}<text class="axis-name" x="${left}" y="12">Difference (${first} − ${second}), points</text>
<text class="axis-name" x="${(left + right) / 2}" y="${bottom + 38}" text-anchor="middle">Mean of both, points</text></svg>
`
}

/** Items at the same place are one larger point. */
function pointsOf(table: RaterTable): Point[] {
  const points = new Map<string, Point>()
  const scoreAt = (index: number) => {
    if (table.kind === 'scores') return table.state[index] === 0 ? table.values[index] : undefined
    return table.scores[table.codes[index] ?? -1]
  }
  for (let item = 0; item < table.size; item++) {
    const [a, b] = [scoreAt(2 * item), scoreAt(2 * item + 1)]
    if (a === undefined || b === undefined) continue
    const count = (points.get(`${a} ${b}`)?.count ?? 0) + 1
    points.set(`${a} ${b}`, { mean: (a + b) / 2, difference: a - b, count })
  }
  return [...points.values()]
}

const isRecord = (detail: Detail | undefined): detail is { readonly [name: string]: Detail } =>
  typeof detail === 'object' && detail !== null && !Array.isArray(detail)

const member = (detail: Detail | undefined, name: string) => (isRecord(detail) ? detail[name] : undefined)

function band(detail: Detail | undefined): Band {
  const [lower, upper] = [member(detail, 'lower'), member(detail, 'upper')]
  if (typeof lower === 'number' && typeof upper === 'number') return { lower, upper }
  throw new Error('Limits of agreement have two ends.')
}
