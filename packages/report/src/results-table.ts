import { kindOf, ratersOf } from './comparisons.ts'
import { type Finding, groupValue } from './findings.ts'
import { dataTable, type Html, html } from './html.ts'
import { counted, labelOf } from './labels.ts'
import { bounds, datum, percent, probabilityOf } from './numbers.ts'

/** Every result in APA style; what a number leaves unsaid stands in numbered notes below. */
export function resultsTable(findings: readonly Finding[]): Html {
  const notes: string[] = []
  const level = findings
    .map(({ result }) => (result.estimate === null ? undefined : result.interval?.level))
    .find(Boolean)
  const by = Object.keys(findings[0]?.by ?? {})
  const rows = findings.map((finding) => {
    const { result, title } = finding
    const group = by.map((column) => groupValue(finding, column) || '(empty)')
    const [first = '', ...rest] = [...group, ratersOf(result.raters)]
    const values = valuesOf(finding, level)
    return [first, ...rest, labelOf(title, result), String(result.n), ...values, notesOf(finding, notes)]
  })
  const start = by.length
  const hasTests = findings.some(({ result }) => result.estimate !== null && result.test !== undefined)
  const figures = new Set([start + 2, start + 3, start + 4, start + 5])
  const empty = new Set([
    ...(level === undefined ? [start + 4] : []),
    ...(hasTests ? [] : [start + 5]),
    ...(notes.length === 0 ? [start + 6] : []),
  ])
  const head = [...by, 'raters', 'coefficient', 'n', 'estimate', `${percent(level ?? 0)} CI`, 'p', 'notes']
  const kept = head.flatMap((_, index) => (empty.has(index) ? [] : [index]))
  const table = dataTable({
    caption:
      level === undefined
        ? 'Every coefficient, and how much it rests on'
        : 'Every coefficient with its interval, the items it rests on and those left out',
    head: kept.map((index) => head[index] ?? ''),
    right: new Set(kept.flatMap((index, place) => (figures.has(index) ? [place] : []))),
    rows: rows.map((row) => kept.map((index) => row[index] ?? '')),
  })
  if (notes.length === 0) return table
  return html`${table}<ol class="notes">
${notes.map(
  (note, index) => html`<li id="note-${index + 1}">${note}</li>
`,
)}</ol>
`
}

function valuesOf(finding: Finding, level: number | undefined): (Html | string)[] {
  const { result } = finding
  if (result.estimate === null)
    return [html`<span class="undefined">undefined: ${result.undefined.message}</span>`, '', '']
  const bounded = kindOf(finding) === 'bounded'
  const { interval, test } = result
  return [
    datum(result.estimate, bounded),
    interval === undefined
      ? ''
      : html`<span title="${`${interval.lower ?? 'open'} to ${interval.upper ?? 'open'}`}">${interval.level === level ? '' : `${percent(interval.level)} `}${bounds(interval, bounded)}</span>`,
    test === undefined ? '' : probabilityOf(test.p),
  ]
}

function notesOf({ result }: Finding, notes: string[]): Html {
  const remarks = [
    ...result.dropped.map(({ code, count }) => `${counted(count, 'item')} left out: ${code}.`),
    ...result.warnings.map(({ message }) => message),
  ]
  const numbers = remarks.map((remark) => {
    const known = notes.indexOf(remark)
    return known >= 0 ? known + 1 : notes.push(remark)
  })
  return html`${numbers.map((number, index) => html`${index > 0 ? ', ' : null}<a href="#note-${number}">${number}</a>`)}`
}
