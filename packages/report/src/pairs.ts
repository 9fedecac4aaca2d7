import { isMeasureId, measures, type RaterTable } from '@attune/agreement'
import { blandAltmanPlot } from './bland-altman.ts'
import { coderMatrix } from './coder-matrix.ts'
import { ratersOf } from './comparisons.ts'
import type { ReportContent } from './content.ts'
import { groupName, type RatingSet, tableOfPair } from './findings.ts'
import { heatMap } from './heat-map.ts'
import { type Html, html } from './html.ts'
import { counted } from './labels.ts'
import { prevalencePanel } from './prevalence.ts'

const MOST_PAIRS = 60
const MOST_CATEGORIES = 30

/** Everybody with everybody, then each pair closely: confusions of codes, differences of scores. */
export function pairs(content: ReportContent): Html {
  const { sets, plan } = content
  const all = sets.flatMap((set) => pairsOf(set, plan.reference).map((raters) => ({ set, raters })))
  const left = all.length - MOST_PAIRS
  const matrices = sets.map((set) =>
    coderMatrix(set, groupName(set), {
      ...plan.options,
      ...(plan.weights !== null && { weights: plan.weights.of(set.categories) }),
    }),
  )
  const hasMatrix = matrices.some(({ markup }) => markup !== '')
  return html`${
    hasMatrix
      ? html`<h2>Everybody with everybody</h2>
${matrices}`
      : null
  }<h2>Pair by pair</h2>
${all.slice(0, MOST_PAIRS).map(({ set, raters }) => pair(content, set, raters))}${
  left > 0
    ? html`<p class="remark">${counted(left, 'more pair')} not shown; choose fewer raters to see them.</p>
`
    : null
}`
}

function pairsOf({ raters }: RatingSet, reference: string | undefined): (readonly string[])[] {
  if (reference !== undefined) {
    return raters.includes(reference)
      ? raters.filter((rater) => rater !== reference).map((rater) => [rater, reference])
      : []
  }
  return raters.flatMap((first, index) => raters.slice(index + 1).map((second) => [first, second]))
}

function pair({ plan, findings }: ReportContent, set: RatingSet, raters: readonly string[]): Html {
  const isScored = set.level === 'interval' || set.level === 'ratio'
  const asked = findings.filter(({ by }) => by === set.by).map(({ result }) => result.measure)
  const asksForCodes = asked.some((measure) => isMeasureId(measure) && measures[measure].family === 'categories')
  // How often each point of a scale is used explains nothing, unless somebody takes the points for codes.
  const hasCompany = !isScored || asked.includes('cohen-kappa')
  const parts: Html[] = []
  if ((!isScored || asksForCodes) && set.categories.length > 0) {
    if (set.categories.length <= MOST_CATEGORIES) {
      const codes = tableOfPair(set.codes(), set, raters)
      const company = hasCompany ? html`<div>${prevalencePanel(codes, plan.options)}</div>` : null
      parts.push(html`<div>${heatMap(codes)}</div>${company}`)
    } else {
      parts.push(html`<p>${set.categories.length} categories are too many for a matrix that can be read.</p>`)
    }
  }
  if (isScored) {
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
