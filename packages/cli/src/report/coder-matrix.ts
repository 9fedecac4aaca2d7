import { type MeasureId, measures, type Options, type Result } from '@attune/agreement'
import { tableOfPair } from '../agreement/compute.ts'
import type { Ready } from '../input/tables.ts'
import { shortLabel } from './comparisons.ts'
import { shade } from './heat-map.ts'
import { type Html, html } from './html.ts'
import { datum, shown } from './numbers.ts'

/** More columns than this are not read any more. */
const MOST_RATERS = 20

const MEASURE: Record<Ready['level'], MeasureId> = {
  nominal: 'cohen-kappa',
  ordinal: 'weighted-kappa',
  interval: 'icc',
  ratio: 'icc',
}

/** Everybody with everybody: one coefficient for each pair, with the number of items it rests on. */
export function coderMatrix(ready: Ready, name: string, options: Options): Html {
  const { raters } = ready
  if (raters.length < 3) return html``
  if (raters.length > MOST_RATERS) {
    return html`<p>${name}${raters.length} raters are too many for a matrix; choose up to ${MOST_RATERS} with --raters.</p>
`
  }
  const results = raters.map((first, row) =>
    raters.map((second, column) => (column < row ? resultOf(ready, [second, first], options) : null)),
  )
  const of = (row: number, column: number) => results[Math.max(row, column)]?.[Math.min(row, column)] ?? null
  const rows = raters.map((rater, row) => {
    const cells = raters.map((_, column) => cell(row === column ? null : of(row, column)))
    return html`<tr><th scope="row">${rater}</th>${cells}</tr>
`
  })
  const head = raters.map((rater) => html`<th scope="col">${rater}</th>`)
  const title = titleOf(name, results.flat())
  return html`<figure><figcaption>${title}</figcaption>
<p class="hint">The coefficient of each pair, and below it the number of items.</p>
<div class="scroll" role="group" aria-label="${title}" tabindex="0"><table class="heat matrix">
<thead><tr><td></td>${head}</tr></thead>
<tbody>
${rows}</tbody></table></div></figure>
`
}

function resultOf(ready: Ready, pair: readonly string[], options: Options): Result {
  const measure = measures[MEASURE[ready.level]]
  const table = (measure.tables.includes('scores') ? ready.scores() : null) ?? ready.codes()
  const taken: readonly string[] = ['confidence', 'weights', 'period', 'form', 'model'].filter(
    (name) => name === 'confidence' || measure.options.some((option) => option === name),
  )
  const chosen: Options = Object.fromEntries(Object.entries(options).filter(([name]) => taken.includes(name)))
  return measure.estimate(tableOfPair(table, ready, pair), chosen)
}

function cell(result: Result | null): Html {
  if (result === null) return html`<td class="none">–</td>`
  if (result.estimate === null) {
    return html`<td class="none" title="${result.undefined.message}">undefined<small>n = ${result.n}</small></td>`
  }
  return html`<td class="shade-${shade(result.estimate)}">${datum(result.estimate, true)}<small>n = ${result.n}</small></td>`
}

function titleOf(name: string, results: readonly (Result | null)[]): string {
  const all = results.flatMap((result) => (result === null ? [] : [result]))
  const found = all
    .flatMap((result) => (result.estimate === null ? [] : [result]))
    .toSorted((first, second) => first.estimate - second.estimate)
  const [lowest, highest] = [found[0], found.at(-1)]
  if (lowest === undefined || highest === undefined) return `${name}no pair of raters has a coefficient.`
  const title = shortLabel({ title: measures[idOf(lowest)].title, result: lowest })
  const missing = all.length - found.length
  const pair = ({ raters, estimate }: { raters: readonly string[]; estimate: number }) =>
    `${shown(estimate, true)} (${raters.join(' – ')})`
  const rest = missing === 0 ? '' : `; ${missing} of ${all.length} undefined`
  return `${name}${title} of each pair runs from ${pair(lowest)} to ${pair(highest)}${rest}.`
}

const idOf = ({ measure }: Result): MeasureId => Object.values(MEASURE).find((id) => id === measure) ?? 'cohen-kappa'
