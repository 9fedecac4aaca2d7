import { counted, type Finding, figure, grouped, IN_POINTS, interval, labelOf, probability } from '@attune/report'
import { alignedGrid, type Grid, markdownGrid } from '../print/grid.ts'
import { VERSION } from '../version.ts'
import type { InputSummary } from './json.ts'

/** The table as text, with notes below; `markdown` for a file, else for a terminal. */
export function readable(
  input: InputSummary,
  findings: readonly Finding[],
  style: { readonly markdown: boolean; readonly colour: boolean },
): string {
  const notes: string[] = []
  const grid = gridOf(findings, notes)
  const raters = input.raters.length > 8 ? `${input.raters.length} raters` : `raters ${input.raters.join(', ')}`
  const head = `attune ${VERSION}: ${counted(input.items, 'item')}, ${raters}, ${counted(input.missing, 'missing value')}`
  const below = [...notes.map((note, index) => `${index + 1}  ${note}`), ...methods(findings)]
  if (style.markdown) {
    return [`${head}\n\n`, markdownGrid(grid), '\n', ...below.map((line) => `${line}  \n`)].join('')
  }
  const bold = (text: string) => (style.colour ? `\u001B[1m${text}\u001B[22m` : text)
  const dim = (text: string) => (style.colour ? `\u001B[2m${text}\u001B[22m` : text)
  return [`${head}\n\n`, alignedGrid(grid, bold), '\n', ...below.map((line) => `${dim(line)}\n`)].join('')
}

function gridOf(findings: readonly Finding[], notes: string[]): Grid {
  const by = Object.keys(findings[0]?.by ?? {})
  const level = findings.find(({ result }) => result.estimate !== null && result.interval !== undefined)
  const percent = level === undefined ? '' : `${Number((100 * (levelOf(level) ?? 0)).toPrecision(4))}% `
  const columns = [...by, 'raters', 'coefficient', 'n', 'estimate', `${percent}CI`, 'p', 'notes']
  const rows = findings.map((finding) => [...by.map((column) => finding.by[column] ?? ''), ...cellsOf(finding, notes)])
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

function methods(findings: readonly Finding[]): string[] {
  const rules = grouped(findings.map(({ title, missing }) => [missing, title]))
  const intervals = grouped(
    findings.flatMap(({ title, result }): [string, string][] =>
      result.estimate === null || result.interval === undefined
        ? []
        : [[result.interval.method, labelOf(title, result)]],
    ),
  )
  return [`Missing values: ${rules}.`, ...(intervals === '' ? [] : [`Intervals: ${intervals}.`])]
}
