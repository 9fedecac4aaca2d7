import type { AgreementResult, Comparison } from '@attune/contract'
import { type CsvCell, writeCsv } from './csv-write.ts'

/** What holds for all results of a table. */
export interface ResultsContext {
  readonly study: string
  readonly codebook: { readonly id: string; readonly version: string }
  readonly comparison: Comparison
  /** Whether every coding was made by somebody in a blind role. */
  readonly blind: boolean
  /** Version of the program that computed them. */
  readonly attune: string
}

type Column = readonly [name: string, cell: (result: AgreementResult, context: ResultsContext) => CsvCell]

const COLUMNS: readonly Column[] = [
  ['study', (_, { study }) => study],
  ['codebook', (_, { codebook }) => codebook.id],
  ['codebook_version', (_, { codebook }) => codebook.version],
  ['variable', (result) => result.variable],
  ['variable_label', (result) => result.label],
  ['kind', (result) => result.kind],
  ['target', (result) => result.target],
  ['episode', (result) => result.episode],
  ['collapse', (result) => result.collapse],
  ['comparison', (_, { comparison }) => comparison],
  ['raters', (result) => result.raters.map(({ name }) => name).join('; ')],
  ['measure', (result) => result.measure],
  ['measure_label', (result) => result.measureLabel],
  ['options', (result) => listed(Object.entries(result.options).map(([name, value]) => `${name}=${value}`))],
  ['n', (result) => result.n],
  ['dropped', (result) => listed(result.dropped.map(({ code, count, message }) => `${count} ${code} (${message})`))],
  ['missing_rule', (result) => result.missingRule],
  ['estimate', (result) => result.estimate],
  ['observed', (result) => result.observed],
  ['expected', (result) => result.expected],
  ['standard_error', (result) => result.standardError],
  ['ci_lower', (result) => result.interval?.lower ?? null],
  ['ci_upper', (result) => result.interval?.upper ?? null],
  ['ci_level', (result) => result.interval?.level ?? null],
  ['ci_method', (result) => result.interval?.method ?? null],
  ['test', (result) => result.test?.statistic ?? null],
  ['test_value', (result) => result.test?.value ?? null],
  ['test_df1', (result) => result.test?.df1 ?? null],
  ['test_df2', (result) => result.test?.df2 ?? null],
  ['p', (result) => result.test?.p ?? null],
  ['undefined_code', (result) => result.undefined?.code ?? null],
  ['undefined_message', (result) => result.undefined?.message ?? null],
  ['warnings', (result) => listed(result.warnings.map(({ code, message }) => `${code}: ${message}`))],
  ['blind', (_, { blind }) => (blind ? 'yes' : 'no')],
  ['source', () => 'originals'],
  ['attune_version', (_, { attune }) => attune],
]

const listed = (parts: readonly string[]) => parts.join('; ')

/**
 * The results table: one row a coefficient with everything needed to repeat it, in full double precision. No dates
 * are in it, so the same codings give the same file.
 */
export function resultsCsv(results: readonly AgreementResult[], context: ResultsContext): string {
  return writeCsv(
    COLUMNS.map(([name]) => name),
    results.map((result) => COLUMNS.map(([, cell]) => cell(result, context))),
  )
}
