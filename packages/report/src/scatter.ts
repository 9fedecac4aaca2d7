import { type Differences, layBlandAltman } from '@attune/charts'
import { type Html, html } from './html.ts'
import { counted } from './labels.ts'
import { shown } from './numbers.ts'

const WIDTH = 400

/** The drawing: points, the mean difference, both limits, and a band for the interval of each. */
export function scatter(title: string, differences: Differences, [first, second]: readonly [string, string]): Html {
  const plot = layBlandAltman(differences, WIDTH)
  const { left, right, top, bottom, every } = plot
  const bands = plot.bands.map(
    ({ y, height }) => html`<rect class="band" x="${left}" y="${y}" width="${right - left}" height="${height}"/>
`,
  )
  const thinned = every > 1 ? `; every ${every}th of ${differences.points.length} points is drawn` : ''
  return html`<svg viewBox="0 0 ${plot.width} ${plot.height}" role="img" aria-label="${title}">
${bands}${plot.up.map(
  ({ value, y }) => html`<text class="axis" x="${left - 6}" y="${y + 4}" text-anchor="end">${plain(value)}</text>
`,
)}${plot.across.map(
  ({ value, x }) => html`<text class="axis" x="${x}" y="${bottom + 16}" text-anchor="middle">${plain(value)}</text>
`,
)}<path class="frame" d="M${left} ${top}V${bottom}H${right}"/><path class="zero" d="M${left} ${plot.zero}H${right}"/>
${plot.rules.map(
  ({ name, value, y }) =>
    html`<path class="rule ${name === 'bias' ? 'mean' : 'limit'}" d="M${left} ${y}H${right}"/><text class="axis" x="${right + 5}" y="${y + 4}">${name === 'bias' ? 'mean' : 'limit'} ${shown(value, false)}</text>
`,
)}${plot.points.map(({ index, x, y, r }) => {
  const { mean, difference, count } = differences.points[index] ?? { mean: 0, difference: 0, count: 0 }
  return html`<circle cx="${x}" cy="${y}" r="${r}"><title>mean ${shown(mean, false)}, difference ${shown(difference, false)}: ${counted(count, 'item')}</title></circle>
`
})}<text class="axis-name" x="${left}" y="12">Difference (${first} − ${second}), points</text>
<text class="axis-name" x="${(left + right) / 2}" y="${bottom + 38}" text-anchor="middle">Mean of both, points${thinned}</text></svg>
`
}

const plain = (value: number) => shown(value, false).replace(/\.00$/, '')
