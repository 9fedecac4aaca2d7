import { isMeasureId, measures, type RaterTable } from '@attune/agreement'
import { groupName, tableOfPair } from '../agreement/compute.ts'
import { counted } from '../agreement/readable.ts'
import type { Ready } from '../input/tables.ts'
import { blandAltmanPlot } from './bland-altman.ts'
import { coderMatrix } from './coder-matrix.ts'
import { ratersOf } from './comparisons.ts'
import type { ReportContent } from './content.ts'
import { heatMap } from './heat-map.ts'
import { type Html, html } from './html.ts'
import { prevalencePanel } from './prevalence.ts'

const MOST_PAIRS = 60
const MOST_CATEGORIES = 30

/** Everybody with everybody, then each pair closely: confusions of codes, differences of scores. */
export function pairs(content: ReportContent): Html {
  const { sets, request, weights } = content
  const all = sets.flatMap((ready) => pairsOf(ready, request.reference).map((raters) => ({ ready, raters })))
  const left = all.length - MOST_PAIRS
  const matrices = sets.map((ready) =>
    coderMatrix(ready, groupName(ready), {
      ...request.options,
      ...(weights !== null && { weights: weights(ready.categories) }),
    }),
  )
  const hasMatrix = matrices.some(({ markup }) => markup !== '')
  return html`${
    hasMatrix
      ? html`<h2>Everybody with everybody</h2>
${matrices}`
      : null
  }<h2>Pair by pair</h2>
${all.slice(0, MOST_PAIRS).map(({ ready, raters }) => pair(content, ready, raters))}${
  left > 0
    ? html`<p class="remark">${counted(left, 'more pair')} not shown; choose with --raters or --reference.</p>
`
    : null
}`
}

function pairsOf({ raters }: Ready, reference: string | undefined): (readonly string[])[] {
  if (reference !== undefined) {
    return raters.includes(reference)
      ? raters.filter((rater) => rater !== reference).map((rater) => [rater, reference])
      : []
  }
  return raters.flatMap((first, index) => raters.slice(index + 1).map((second) => [first, second]))
}

function pair({ request, findings }: ReportContent, ready: Ready, raters: readonly string[]): Html {
  const isScored = ready.level === 'interval' || ready.level === 'ratio'
  const asksForCodes = findings.some(
    ({ result: { measure } }) => isMeasureId(measure) && measures[measure].family === 'categories',
  )
  const parts: Html[] = []
  if ((!isScored || asksForCodes) && ready.categories.length > 0) {
    if (ready.categories.length <= MOST_CATEGORIES) {
      const codes = tableOfPair(ready.codes(), ready, raters)
      parts.push(html`<div>${heatMap(codes)}</div><div>${prevalencePanel(codes, request.options)}</div>`)
    } else {
      parts.push(html`<p>${ready.categories.length} categories are too many for a matrix that can be read.</p>`)
    }
  }
  if (isScored) {
    const table: RaterTable = tableOfPair(ready.scores() ?? ready.codes(), ready, raters)
    parts.push(blandAltmanPlot(table, request.options))
  }
  return html`<section><h3>${groupName(ready)}${ratersOf(raters)}</h3>
${parts.map(
  (part) => html`<div class="pair">${part}</div>
`,
)}</section>
`
}
