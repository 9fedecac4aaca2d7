import { type CsvCell, writeCsv } from '@attune/exchange'
import type { Finding } from '@attune/report'
import { VERSION } from '../version.ts'
import type { Words } from './benchmarks.ts'
import { plainResult } from './json.ts'

type Column = readonly [name: string, cell: (result: ReturnType<typeof plainResult>) => CsvCell]

const COLUMNS: readonly Column[] = [
  ['measure', ({ measure }) => measure],
  ['raters', ({ raters }) => raters.join('; ')],
  ['level', ({ level }) => level],
  ['options', ({ options }) => listed(Object.entries(options).map(([name, value]) => `${name}=${text(value)}`))],
  ['n', ({ n }) => n],
  ['dropped', ({ dropped }) => listed(dropped.map(({ code, count }) => `${count} ${code}`))],
  ['estimate', ({ estimate }) => estimate],
  ['observed', ({ observed }) => observed],
  ['expected', ({ expected }) => expected],
  ['se', ({ se }) => se],
  ['ci_lower', ({ ci }) => ci?.lower ?? null],
  ['ci_upper', ({ ci }) => ci?.upper ?? null],
  ['ci_level', ({ ci }) => ci?.level ?? null],
  ['ci_method', ({ ci }) => ci?.method ?? null],
  ['test', ({ test }) => test?.statistic ?? null],
  ['test_value', ({ test }) => test?.value ?? null],
  ['test_df1', ({ test }) => test?.df1 ?? null],
  ['test_df2', ({ test }) => test?.df2 ?? null],
  ['p', ({ test }) => test?.p ?? null],
  ['undefined_code', (result) => result.undefined?.code ?? null],
  ['undefined_message', (result) => result.undefined?.message ?? null],
  ['warnings', ({ warnings }) => listed(warnings.map(({ code, message }) => `${code}: ${message}`))],
  ['attune_version', () => VERSION],
]

/** Only where words were asked for. */
const WORDS: Column = [
  'benchmarks',
  ({ benchmarks = [] }) => listed(benchmarks.map(({ author, label }) => `${author}: ${label ?? 'none'}`)),
]

/** Only where groups were taken together: how many; the column of the group is empty then. */
const OVER: Column = ['over', ({ over }) => over?.count ?? null]

const listed = (parts: readonly string[]) => parts.join('; ')
const text = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : String(value))

/** One row a coefficient; the columns that make the groups come first, as `by_<column>`. */
export function agreementCsv(findings: readonly Finding[], words: Words | null): string {
  const by = Object.keys(findings[0]?.by ?? {})
  const isOver = findings.some(({ over }) => over !== undefined)
  const columns = [...COLUMNS, ...(words === null ? [] : [WORDS]), ...(isOver ? [OVER] : [])]
  return writeCsv(
    [...by.map((column) => `by_${column}`), ...columns.map(([name]) => name)],
    findings.map((finding) => {
      const result = plainResult(finding, words)
      return [...by.map((column) => finding.by[column] ?? ''), ...columns.map(([, cell]) => cell(result))]
    }),
  )
}
