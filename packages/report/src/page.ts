import { extent } from '@attune/charts'
import { type Comparison, comparisonsOf, kindOf, nameOf, reaches, shortLabel, verdict } from './comparisons.ts'
import type { ReportContent } from './content.ts'
import type { Finding } from './findings.ts'
import { forest } from './forest.ts'
import { type Html, html } from './html.ts'
import { counted } from './labels.ts'
import { methodsText } from './methods.ts'
import { shown } from './numbers.ts'
import { pairs } from './pairs.ts'
import { rScript } from './r-script.ts'
import { resultsTable } from './results-table.ts'
import { STYLE } from './style.ts'

/** A longer forest plot is not read any more. */
const MOST_ROWS = 120

/** The whole report as one page that needs nothing else. */
export function reportPage(content: ReportContent): string {
  const { source, version, plan, sets, input, findings, remarks, criterion } = content
  const comparisons = comparisonsOf(sets, findings)
  const raters = input.raters.length > 8 ? counted(input.raters.length, 'rater') : `raters ${input.raters.join(', ')}`
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="generator" content="Attune ${version}">
<title>Agreement in ${source}</title>
<style>${{ markup: STYLE }}</style>
</head>
<body>
<main>
<h1>Agreement in ${source}</h1>
<p class="lead">${counted(input.items, 'item')}, ${raters}, ${counted(input.missing, 'missing value')}.</p>
${verdicts(comparisons, criterion)}${remarks.map(
  (remark) => html`<p class="remark">${remark}</p>
`,
)}
<h2>Results</h2>
${forests(comparisons, criterion)}${resultsTable(findings)}
${pairs(content)}<h2>Methods</h2>
<p>${methodsText(findings, plan, version)}</p>

<h2>The same in R</h2>
${scriptPart(rScript(content, comparisons))}
</main>
</body>
</html>
`
  return page.markup
}

function verdicts(comparisons: readonly Comparison[], criterion: number | null): Html {
  const lines = comparisons.map(
    (comparison) =>
      html`<li${reaches(comparison, criterion) === false ? html` class="missed"` : null}><b>${nameOf(comparison)}</b>${verdict(comparison, criterion)}</li>
`,
  )
  return html`<ul class="verdicts">
${lines}</ul>
`
}

/** Coefficients that end at 1 on one axis, differences in points on another. */
function forests(comparisons: readonly Comparison[], criterion: number | null): Html {
  const rows = comparisons.flatMap((comparison) =>
    comparison.findings.map((finding) => ({ comparison, finding, kind: kindOf(finding) })),
  )
  const several = comparisons.length > 1
  return html`${(['bounded', 'points'] as const).map((kind) => {
    const drawn = rows
      .filter((row) => row.kind === kind)
      .map(({ comparison, finding }) => ({
        label: several ? `${nameOf(comparison)}: ${shortLabel(finding)}` : shortLabel(finding),
        result: finding.result,
      }))
    if (drawn.length === 0) return html``
    const isBounded = kind === 'bounded'
    const limit = isBounded ? criterion : null
    return forest(forestTitle(drawn, isBounded, limit), drawn.slice(0, MOST_ROWS), isBounded, limit)
  })}`
}

function forestTitle(
  rows: readonly { readonly result: Finding['result'] }[],
  bounded: boolean,
  criterion: number | null,
): string {
  const estimates = rows.flatMap(({ result }) => (result.estimate === null ? [] : [result.estimate]))
  const what = bounded ? counted(rows.length, 'coefficient') : counted(rows.length, 'difference')
  const undefinedOnes = rows.length - estimates.length
  const rest = undefinedOnes === 0 ? '' : `, ${undefinedOnes} undefined`
  if (estimates.length === 0) return `${what}${rest}.`
  const [low, high] = extent(estimates)
  const range = low === high ? `at ${shown(low, bounded)}` : `from ${shown(low, bounded)} to ${shown(high, bounded)}`
  const unit = bounded ? '' : ' in points of the scale'
  if (criterion === null) return `${what} ${range}${unit}${rest}; lines are intervals. ${where(rows.length)}`
  const reached = estimates.filter((estimate) => estimate >= criterion).length
  return `${reached} of ${what} reach the criterion of ${shown(criterion, true)}; they run ${range}${rest}. ${where(rows.length)}`
}

const where = (rows: number) =>
  `${rows > MOST_ROWS ? `The first ${MOST_ROWS} are drawn. ` : ''}The numbers are in the table below.`

function scriptPart(script: string): Html {
  return html`<p>Every number above, computed by R from the ratings, which are part of the script. <a download="agreement.R" href="data:text/plain;charset=utf-8,${encodeURIComponent(script)}">Save it as agreement.R</a></p>
<pre tabindex="0" role="group" aria-label="R script"><code>${script}</code></pre>
`
}
