import type { Result } from '@attune/agreement'
import {
  counted,
  type Finding,
  figure,
  grouped,
  groupValue,
  IN_POINTS,
  interval,
  labelOf,
  probability,
} from '@attune/report'
import type { Grid } from '../print/grid.ts'
import { type SheetStyle, sheet } from '../print/sheet.ts'
import { VERSION } from '../version.ts'
import type { Words } from './benchmarks.ts'
import type { InputSummary } from './json.ts'
import { wordsGrid } from './words-grid.ts'

/** The table as text, with notes below; `markdown` for a file, else for a terminal. */
export function readable(
  input: InputSummary,
  findings: readonly Finding[],
  style: SheetStyle & { readonly words: Words | null; readonly of: 'items' | 'documents' },
): string {
  const notes: string[] = []
  const grid = gridOf(findings, notes)
  const raters = input.raters.length > 8 ? `${input.raters.length} raters` : `raters ${input.raters.join(', ')}`
  const isOfItems = style.of === 'items'
  const size = counted(input.items, isOfItems ? 'item' : 'document')
  const gaps = isOfItems ? `, ${counted(input.missing, 'missing value')}` : ''
  const said = [...notes.map((note, index) => `${index + 1}  ${note}`), ...methods(findings, isOfItems)]
  const words = style.words === null ? null : wordsGrid(findings, style.words)
  return sheet(
    `attune ${VERSION}: ${size}, ${raters}${gaps}`,
    [grid, said, ...(words === null ? [] : [words.grid, words.sources])],
    style,
  )
}

function gridOf(findings: readonly Finding[], notes: string[]): Grid {
  const by = Object.keys(findings[0]?.by ?? {})
  const level = findings.find(({ result }) => result.estimate !== null && result.interval !== undefined)
  const percent = level === undefined ? '' : `${Number((100 * (levelOf(level) ?? 0)).toPrecision(4))}% `
  const columns = [...by, 'raters', 'coefficient', 'n', 'estimate', `${percent}CI`, 'p', 'notes']
  const rows = findings.map((finding) => [
    ...by.map((column) => groupValue(finding, column)),
    ...cellsOf(finding, notes),
  ])
  const right = new Set(['n', 'estimate', `${percent}CI`, 'p'])
  const shown = columns.map((_, index) => index < by.length || rows.some((row) => row[index] !== ''))
  return {
    columns: columns.filter((_, index) => shown[index]),
    rows: rows.map((row) => row.filter((_, index) => shown[index])),
    right,
  }
}

const levelOf = ({ result }: Finding) => (result.estimate === null ? undefined : result.interval?.level)

function cellsOf({ title, result }: Finding, notes: string[]): string[] {
  const bounded = !IN_POINTS.has(result.measure)
  const raters = result.raters.length > 3 ? `${result.raters.length} raters` : result.raters.join(' - ')
  const remarks = [
    ...result.dropped.map(({ code, count }) => `${counted(count, 'item')} left out: ${code}.`),
    ...result.warnings.map(({ message }) => message),
    ...(result.undefined === undefined ? [] : [`Undefined: ${result.undefined.message}`]),
    ...beyondThreshold(result),
  ]
  const numbers = remarks.map((remark) => {
    const known = notes.indexOf(remark)
    return known >= 0 ? known + 1 : notes.push(remark)
  })
  const found = result.estimate === null ? undefined : result
  return [
    raters,
    labelOf(title, result),
    String(result.n),
    found === undefined ? 'undefined' : figure(found.estimate, bounded),
    found?.interval === undefined ? '' : interval(found.interval.lower, found.interval.upper, bounded),
    found?.test === undefined ? '' : probability(found.test.p),
    numbers.join(', '),
  ]
}

/** What a posterior says besides its interval. */
function beyondThreshold({ details, measure }: Result): string[] {
  const { above, threshold } = details ?? {}
  if (measure !== 'kappa-posterior' || typeof above !== 'number' || typeof threshold !== 'number') return []
  return [`Kappa exceeds ${figure(threshold, true)} with probability ${figure(above, true)}.`]
}

/** What was marked side by side has no missing values. */
function methods(findings: readonly Finding[], isOfItems: boolean): string[] {
  const rules = grouped(findings.map(({ title, missing }) => [missing, title]))
  const intervals = grouped(
    findings.flatMap(({ title, result }): [string, string][] =>
      result.estimate === null || result.interval === undefined
        ? []
        : [[result.interval.method, labelOf(title, result)]],
    ),
  )
  return [
    ...(isOfItems ? [`Missing values: ${rules}.`] : []),
    ...(intervals === '' ? [] : [`Intervals: ${intervals}.`]),
  ]
}
