import type { Options } from '@attune/agreement'
import { type CoderMatrix, layCoderMatrix, type MatrixCell } from '@attune/charts'
import { shortLabel } from './comparisons.ts'
import type { RatingSet } from './findings.ts'
import { type Html, html } from './html.ts'
import { datum, shown } from './numbers.ts'
import { measureOfPairs, type PairResult, pairResults } from './pair-results.ts'

/** More columns than this are not read any more. */
export const MOST_RATERS = 20

/** With fewer items than this a coefficient says little, and its cell is drawn pale. */
const FEW = 5

/** Everybody with everybody: one coefficient for each pair, with the number of items it rests on. */
export function coderMatrix(set: RatingSet, name: string, options: Options): Html {
  const { raters } = set
  if (raters.length < 3) return html``
  if (raters.length > MOST_RATERS) {
    return html`<p>${name}${raters.length} raters are too many for a matrix; choose up to ${MOST_RATERS}.</p>
`
  }
  const pairs = pairResults(set, options)
  const matrix = layCoderMatrix(raters.length, pairs, FEW)
  const rows = raters.map(
    (rater, row) => html`<tr><th scope="row">${rater}</th>${(matrix.rows[row] ?? []).map(cellOf)}</tr>
`,
  )
  const head = raters.map((rater) => html`<th scope="col">${rater}</th>`)
  const title = `${name}${finding(set, matrix, pairs.length)}`
  const pale = matrix.fewPairs === 0 ? '' : ` Pale: fewer than ${FEW} items.`
  return html`<figure><figcaption>${title}</figcaption>
<p class="hint">The coefficient of each pair, and below it the number of items.${pale}</p>
<div class="scroll" role="group" aria-label="${title}" tabindex="0"><table class="heat matrix">
<thead><tr><td></td>${head}</tr></thead>
<tbody>
${rows}</tbody></table></div></figure>
`
}

function cellOf(cell: MatrixCell<PairResult>): Html {
  if (cell.kind === 'self' || cell.kind === 'nothing') return html`<td class="none">–</td>`
  const { result } = cell.pair
  if (result.estimate === null) {
    return html`<td class="none" title="${result.undefined.message}">undefined<small>n = ${result.n}</small></td>`
  }
  const look = cell.kind === 'value' && !cell.isFew ? `shade-${cell.step}` : 'few'
  return html`<td class="${look}">${datum(result.estimate, true)}<small>n = ${result.n}</small></td>`
}

function finding(set: RatingSet, matrix: CoderMatrix<PairResult>, pairs: number): string {
  const { lowest, highest, undefinedPairs } = matrix
  if (lowest === null || highest === null) return 'no pair of raters has a coefficient.'
  const title = shortLabel({ title: measureOfPairs(set).title, result: lowest.result })
  const text = ({ result, estimate }: PairResult) => `${shown(estimate ?? 0, true)} (${result.raters.join(' – ')})`
  const rest = undefinedPairs === 0 ? '' : `; ${undefinedPairs} of ${pairs} undefined`
  return `${title} of each pair runs from ${text(lowest)} to ${text(highest)}${rest}.`
}
