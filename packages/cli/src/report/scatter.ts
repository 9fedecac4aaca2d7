import type { RaterTable } from '@attune/agreement'
import { counted } from '../agreement/readable.ts'
import { type Html, html } from './html.ts'
import { shown } from './numbers.ts'
import { extent, linear, ticks } from './svg.ts'

interface Point {
  readonly mean: number
  readonly difference: number
  readonly count: number
}

/** More points than this make a page large and no picture clearer. */
const MOST_POINTS = 2000

export interface Band {
  readonly lower: number
  readonly upper: number
}

/** The drawing: points, the mean difference, both limits, and a band for the interval of each. */
export function scatter(
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
  const [lowest, highest] = extent(points.map(({ mean }) => mean))
  const room = (highest - lowest || 1) * 0.06
  const [from, to] = [lowest - room, highest + room]
  const every = Math.ceil(points.length / MOST_POINTS)
  const x = linear(from, to, left, right)
  const [low, high] = extent(heights)
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
)}${points
  .filter((_, index) => index % every === 0)
  .map(
    ({
      mean,
      difference,
      count,
    }) => html`<circle cx="${x(mean)}" cy="${y(difference)}" r="${Math.min(9, Math.round(10 * (2.2 + Math.sqrt(count))) / 10)}"><title>mean ${shown(mean, false)}, difference ${shown(difference, false)}: ${counted(count, 'item')}</title></circle>
`,
  )}<text class="axis-name" x="${left}" y="12">Difference (${first} − ${second}), points</text>
<text class="axis-name" x="${(left + right) / 2}" y="${bottom + 38}" text-anchor="middle">Mean of both, points${every > 1 ? `; every ${every}th of ${points.length} points is drawn` : ''}</text></svg>
`
}

/** Items at the same place are one larger point. */
export function pointsOf(table: RaterTable): Point[] {
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
