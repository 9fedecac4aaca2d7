import type { NoValue } from '@attune/codebooks'
import { type CsvCell, writeCsv } from './csv-write.ts'

/** One rating of one coder, as raw data. `rater` names one person; the master coding is the rater `master`. */
export interface RatingRow {
  readonly case: string
  readonly variable: string
  readonly target: string | null
  readonly episode: string | null
  readonly collapse: string | null
  readonly rater: string
  readonly role: string
  readonly codingVersion: number
  /** Id and version, such as `aai 1.0.0`. */
  readonly codebook: string
  /** A score, count or length as number, an outcome as text, `null` when there is no value. */
  readonly value: number | string | null
  readonly noValueReason: NoValue | null
  readonly confidence: number | null
  readonly submittedAt: string
}

const LONG_COLUMNS = [
  'case',
  'variable',
  'target',
  'episode',
  'collapse',
  'rater',
  'role',
  'coding_version',
  'codebook',
  'value',
  'no_value_reason',
  'confidence',
  'submitted_at',
] as const

/**
 * Raw ratings, one row a rating. `attune agreement ratings-long.csv --layout long --item case --rater rater
 * --value value --by variable,target,episode --reference master` computes the reliability page from it.
 */
export function ratingsLongCsv(rows: readonly RatingRow[]): string {
  return writeCsv(
    LONG_COLUMNS,
    rows.map((row) => [
      row.case,
      row.variable,
      row.target,
      row.episode,
      row.collapse,
      row.rater,
      row.role,
      row.codingVersion,
      row.codebook,
      row.value,
      row.noValueReason,
      row.confidence,
      row.submittedAt,
    ]),
  )
}

const WIDE_COLUMNS = ['case', 'variable', 'target', 'episode', 'collapse', 'codebook'] as const

/**
 * Raw ratings, one row a case and variable, one column a rater: the master coding first, then by name. A cell is
 * empty where there is no rating or no value; why there is none stands in the long file.
 *
 * @throws RangeError if a rater has two ratings of one variable, or is called like one of the first columns.
 */
export function ratingsWideCsv(rows: readonly RatingRow[]): string {
  const names = new Set(rows.map(({ rater }) => rater))
  const raters = [...names].toSorted((first, second) => rank(first) - rank(second) || (first < second ? -1 : 1))
  const columnOf = new Map(raters.map((rater, index) => [rater, WIDE_COLUMNS.length + index]))
  const table = new Map<string, CsvCell[]>()
  const filled = new Set<string>()
  for (const row of rows) {
    const head = [row.case, row.variable, row.target, row.episode, row.collapse, row.codebook]
    const key = JSON.stringify(head)
    const cell = JSON.stringify([key, row.rater])
    if (filled.has(cell)) throw new RangeError(`${row.rater} has two ratings of ${row.variable} for ${row.case}.`)
    filled.add(cell)
    const cells = table.get(key) ?? [...head, ...raters.map(() => null)]
    cells[columnOf.get(row.rater) ?? 0] = row.value
    table.set(key, cells)
  }
  return writeCsv([...WIDE_COLUMNS, ...raters], table.values())
}

const rank = (rater: string) => (rater === 'master' ? 0 : 1)
