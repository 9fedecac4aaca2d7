import { type CodeTable, percentAgreement } from '@attune/agreement'
import { counted } from '../agreement/readable.ts'
import { type Html, html } from './html.ts'
import { percent } from './numbers.ts'

/** `counts[first][second]`: how often the first rater's category met the second rater's. */
export function confusions({ codes, categories, size }: CodeTable): number[][] {
  const counts = categories.map(() => categories.map(() => 0))
  for (let item = 0; item < size; item++) {
    const [first = -1, second = -1] = [codes[2 * item], codes[2 * item + 1]]
    const row = counts[first]
    if (row !== undefined && second >= 0) row[second] = (row[second] ?? 0) + 1
  }
  return counts
}

/** Steps of lightness: none, then five of equal width up to the largest count. */
export const shade = (share: number) => (share <= 0 ? 1 : 1 + Math.max(1, Math.min(5, Math.ceil(share * 5))))

/** A confusion matrix of two raters; the darker, the more items. */
export function heatMap(table: CodeTable): Html {
  const counts = confusions(table)
  const [first = '', second = ''] = table.raters
  const largest = Math.max(1, ...counts.flat())
  const title = titleOf(table, counts)
  const total = (values: readonly number[]) => values.reduce((sum, count) => sum + count, 0)
  const head = table.categories.map((name) => html`<th scope="col">${name}</th>`)
  const rows = table.categories.map((name, row) => {
    const cells = (counts[row] ?? []).map(
      (count, column) =>
        html`<td class="shade-${shade(count / largest)}${row === column ? ' same' : ''}">${count}</td>`,
    )
    return html`<tr><th scope="row">${name}</th>${cells}<td class="total">${total(counts[row] ?? [])}</td></tr>
`
  })
  const totals = table.categories.map(
    (_, column) => html`<td class="total">${total(counts.map((row) => row[column] ?? 0))}</td>`,
  )
  return html`<figure><figcaption>${title}</figcaption>
<p class="hint">Rows: ${first}. Columns: ${second}. Outlined: the same code.</p>
<div class="scroll" role="group" aria-label="${title}" tabindex="0"><table class="heat">
<thead><tr><td></td>${head}<th scope="col">all</th></tr></thead>
<tbody>
${rows}<tr><th scope="row">all</th>${totals}<td class="total">${total(counts.flat())}</td></tr>
</tbody></table></div></figure>
`
}

function titleOf(table: CodeTable, counts: readonly (readonly number[])[]): string {
  const [first = '', second = ''] = table.raters
  const { n, estimate } = percentAgreement(table)
  if (estimate === null) return `No item was coded by both ${first} and ${second}.`
  const same = counts.reduce((sum, row, index) => sum + (row[index] ?? 0), 0)
  const worst = counts
    .flatMap((row, from) => row.map((count, to) => ({ count, from, to })))
    .filter(({ from, to }) => from !== to)
    .reduce<{ count: number; from: number; to: number } | null>(
      (most, cell) => (cell.count > (most?.count ?? 0) ? cell : most),
      null,
    )
  const begin = `${first} and ${second} chose the same code for ${same} of ${counted(n, 'item')} (${percent(estimate)})`
  if (worst === null) return `${begin}.`
  const { categories } = table
  return `${begin}; most often apart: ${categories[worst.from]} for ${first}, ${categories[worst.to]} for ${second} (${counted(worst.count, 'item')}).`
}
