import type { RaterTable } from '@attune/agreement'
import { blandAltmanPlot } from './bland-altman.ts'
import { coderMatrix } from './coder-matrix.ts'
import { ratersOf } from './comparisons.ts'
import type { ReportContent } from './content.ts'
import { groupName, tableOfPair } from './findings.ts'
import { heatMap } from './heat-map.ts'
import { type Html, html } from './html.ts'
import { counted } from './labels.ts'
import { MOST_CATEGORIES, type PairPanel, pairPanels } from './pair-panels.ts'
import { pairOptions } from './pair-results.ts'
import { prevalencePanel } from './prevalence.ts'

/** Everybody with everybody, then each pair closely: confusions of codes, differences of scores. */
export function pairs(content: ReportContent): Html {
  const { sets, plan } = content
  const { shown, left } = pairPanels(content)
  const matrices = sets.map((set) => coderMatrix(set, groupName(set), pairOptions(plan, set)))
  const hasMatrix = matrices.some(({ markup }) => markup !== '')
  return html`${
    hasMatrix
      ? html`<h2>Everybody with everybody</h2>
${matrices}`
      : null
  }<h2>Pair by pair</h2>
${shown.map((panel) => pair(content, panel))}${
  left > 0
    ? html`<p class="remark">${counted(left, 'more pair')} not shown; choose fewer raters to see them.</p>
`
    : null
}`
}

function pair({ plan }: ReportContent, { set, raters, codes, company, limits }: PairPanel): Html {
  const parts: Html[] = []
  if (codes && set.categories.length <= MOST_CATEGORIES) {
    const table = tableOfPair(set.codes(), set, raters)
    const beside = company ? html`<div>${prevalencePanel(table, plan.options)}</div>` : null
    parts.push(html`<div>${heatMap(table)}</div>${beside}`)
  } else if (codes) {
    parts.push(html`<p>${set.categories.length} categories are too many for a matrix that can be read.</p>`)
  }
  if (limits) {
    const table: RaterTable = tableOfPair(set.scores() ?? set.codes(), set, raters)
    parts.push(blandAltmanPlot(table, plan.options))
  }
  return html`<section><h3>${groupName(set)}${ratersOf(raters)}</h3>
${parts.map(
  (part) => html`<div class="pair">${part}</div>
`,
)}</section>
`
}
