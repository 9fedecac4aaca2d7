import { type CodeTable, percentAgreement } from '@attune/agreement'
import { type HeatMap, layHeatMap } from '@attune/charts'
import { confusions } from './confusions.ts'
import { type Html, html } from './html.ts'
import { counted } from './labels.ts'
import { percent } from './numbers.ts'

/** A confusion matrix of two raters; the darker, the more items. */
export function heatMap(table: CodeTable): Html {
  const map = layHeatMap(confusions(table))
  const [first = '', second = ''] = table.raters
  const title = titleOf(table, map)
  const head = table.categories.map((name) => html`<th scope="col">${name}</th>`)
  const rows = table.categories.map((name, row) => {
    const cells = (map.rows[row] ?? []).map(
      ({ count, step, isSame }) => html`<td class="shade-${step}${isSame ? ' same' : ''}">${count}</td>`,
    )
    return html`<tr><th scope="row">${name}</th>${cells}<td class="total">${map.rowTotals[row] ?? 0}</td></tr>
`
  })
  const totals = map.columnTotals.map((total) => html`<td class="total">${total}</td>`)
  return html`<figure><figcaption>${title}</figcaption>
<p class="hint">Rows: ${first}. Columns: ${second}. Outlined: the same code.</p>
<div class="scroll" role="group" aria-label="${title}" tabindex="0"><table class="heat">
<thead><tr><td></td>${head}<th scope="col">all</th></tr></thead>
<tbody>
${rows}<tr><th scope="row">all</th>${totals}<td class="total">${map.total}</td></tr>
</tbody></table></div></figure>
`
}

function titleOf(table: CodeTable, { same, worst }: HeatMap): string {
  const { raters, categories } = table
  const [first = '', second = ''] = raters
  const { n, estimate } = percentAgreement(table)
  if (estimate === null) return `No item was coded by both ${first} and ${second}.`
  const begin = `${first} and ${second} chose the same code for ${same} of ${counted(n, 'item')} (${percent(estimate)})`
  if (worst === null) return `${begin}.`
  return `${begin}; most often apart: ${categories[worst.row]} for ${first}, ${categories[worst.column]} for ${second} (${counted(worst.count, 'item')}).`
}
