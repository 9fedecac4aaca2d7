import { comparisonsOf } from './comparisons.ts'
import type { ReportContent } from './content.ts'
import { html } from './html.ts'
import { counted } from './labels.ts'
import { methodsText } from './methods.ts'
import { pairs } from './pairs.ts'
import { shortfalls } from './r-recipes.ts'
import { holdsRatings, rScript } from './r-script.ts'
import { forests, verdicts } from './results.ts'
import { resultsTable } from './results-table.ts'
import { scriptPart } from './script-part.ts'
import { shell } from './shell.ts'

/** The whole report as one page that needs nothing else. */
export function reportPage(content: ReportContent): string {
  const { source, version, plan, sets, input, findings, remarks, criterion } = content
  const comparisons = comparisonsOf(sets, findings)
  const script = rScript(content, comparisons)
  const raters = input.raters.length > 8 ? counted(input.raters.length, 'rater') : `raters ${input.raters.join(', ')}`
  return shell(
    { source, version },
    html`<p class="lead">${counted(input.items, 'item')}, ${raters}, ${counted(input.missing, 'missing value')}.</p>
${verdicts(comparisons, criterion)}${remarks.map(
  (remark) => html`<p class="remark">${remark}</p>
`,
)}
<h2>Results</h2>
${forests(comparisons, criterion)}${resultsTable(findings)}
${pairs(content)}<h2>Methods</h2>
<p>${methodsText(findings, plan, version)}</p>

<h2>The same in R</h2>
${scriptPart({ script, promise: promiseOf(script, shortfalls(findings, plan)) })}`,
  )
}

/** What the script gives again, and what it does not. */
function promiseOf(script: string, missing: readonly string[]): string {
  if (!holdsRatings(script)) return ''
  const given = 'The results with their intervals and p, everybody with everybody and every pair'
  return [`${given}, computed by R from the ratings, which are part of the script.`, ...missing].join(' ')
}
