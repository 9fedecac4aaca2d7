import type { Figure } from '@attune/criteria'
import type { CsvCell } from '@attune/exchange'

/** Columns of a number with what makes it readable, called as in the files of the reliability page. */
export const figureColumns: readonly string[] = [
  ...['measure', 'collapse', 'n', 'cases', 'estimate', 'ci_lower', 'ci_upper', 'ci_level', 'ci_method'],
  ...['undefined_code', 'undefined_message'],
]

export function figureCells(figure: Figure | null): CsvCell[] {
  if (figure === null) return figureColumns.map(() => null)
  const { measure, collapse, n, cases, estimate, lower, upper, confidence, method } = figure
  const reason = figure.undefined
  return [
    ...[measure, collapse, n, cases, estimate, lower, upper, confidence, method],
    ...[reason?.code ?? null, reason?.message ?? null],
  ]
}
