import { measures } from '@attune/agreement'
import { comparisonsOf } from './comparisons.ts'
import { type Finding, type Group, groupName } from './findings.ts'
import { dataTable, type Html, html } from './html.ts'
import { counted, grouped, labelOf } from './labels.ts'
import type { MarkedContent, MarkedSet } from './marked-content.ts'
import { listing } from './numbers.ts'
import { markedScript } from './r-marked.ts'
import { forests, verdicts } from './results.ts'
import { resultsTable } from './results-table.ts'
import { scriptPart } from './script-part.ts'
import { shell } from './shell.ts'
import { strips } from './strips.ts'

const MOST_DOCUMENTS = 30

/** A report on units, events or boundaries: what was found, and what every rater marked, as a picture. */
export function markedPage(content: MarkedContent): string {
  const { source, version, sets, together, noun, findings, remarks, criterion } = content
  const comparisons = comparisonsOf<Group>([...sets, ...together], findings)
  const raters = [...new Set(sets.flatMap((set) => set.raters))]
  const who = raters.length > 8 ? counted(raters.length, 'rater') : `raters ${raters.join(', ')}`
  const left = sets.length - MOST_DOCUMENTS
  return shell(
    { source, version },
    html`<p class="lead">${counted(sets.length, 'document')}, ${who}.</p>
${verdicts(comparisons, criterion)}${remarks.map(
  (remark) => html`<p class="remark">${remark}</p>
`,
)}
<h2>Results</h2>
${forests(comparisons, criterion)}${resultsTable(findings)}
<h2>What each rater marked</h2>
${sets.slice(0, MOST_DOCUMENTS).map((set) => document(set, noun))}${
  left > 0
    ? html`<p class="remark">${counted(left, 'more document')} not shown; make a file of them to see them.</p>
`
    : null
}<h2>Methods</h2>
<p>${methods(findings, version)}</p>

<h2>The same in R</h2>
${scriptPart(markedScript(content))}`,
  )
}

function document(set: MarkedSet, noun: string): Html {
  const name = groupName(set).replace(/: $/, '')
  const numbers = set.raters.map((rater) => set.marks.filter((mark) => mark.rater === rater).length)
  const said = set.raters.map((rater, index) => `${rater} ${numbers[index]}`)
  const kinds = [...new Set(set.marks.map(({ category }) => category))].toSorted()
  const count = (rater: string, kind: string) =>
    set.marks.filter((mark) => mark.rater === rater && mark.category === kind).length
  return html`<section>${name === '' ? null : html`<h3>${name}</h3>`}
${strips(set, `${noun[0]?.toUpperCase()}${noun.slice(1)} marked: ${listing(said)}.`)}${
  kinds.length < 2
    ? null
    : dataTable({
        caption: `Numbers of ${noun}`,
        head: ['', ...set.raters],
        right: new Set(set.raters.map((_, index) => index + 1)),
        rows: kinds.map((kind) => [kind, ...set.raters.map((rater) => String(count(rater, kind)))]),
      })
}</section>
`
}

function methods(findings: readonly Finding[], version: string): string {
  const cited = new Map<string, string>()
  for (const { title, result } of findings) {
    const source = Object.values(measures).find(({ id }) => id === result.measure)?.source ?? ''
    const { seed, samples } = result.options
    const drawn = samples === undefined ? '' : `; ${samples} random continua, seed ${seed}`
    cited.set(labelOf(title, result), `${source}${drawn}`)
  }
  const computed = listing([...cited].map(([label, source]) => `${label} (${source})`))
  const isJoined = findings.some(({ over }) => over !== undefined)
  const where = isJoined ? 'document by document, and over all documents as one' : 'document by document'
  return `Computed, ${where}: ${computed}. ${intervals(findings)} What the data leave undefined is reported as undefined, not as 0 or 1. All computations: Attune ${version}, whose results “attune verify” compares with its reference cases.`
}

function intervals(findings: readonly Finding[]): string {
  const made = findings.flatMap(({ title, result }): [string, string][] =>
    result.estimate === null || result.interval === undefined ? [] : [[result.interval.method, labelOf(title, result)]],
  )
  if (made.length > 0) return `Intervals: ${grouped(made)}.`
  return 'There are no intervals: what is marked side by side is not independent, and whole documents were not resampled.'
}
