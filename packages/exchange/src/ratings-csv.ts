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
  /** `missing`: nobody has rated it; the other reasons were given by the coder. */
  readonly noValueReason: NoValue | 'missing' | null
  readonly confidence: number | null
  readonly submittedAt: string
}

type Column = readonly [name: string, cell: (row: RatingRow) => CsvCell]

/** What is rated: one row of the wide file. */
const SUBJECT: readonly Column[] = [
  ['case', (row) => row.case],
  ['variable', (row) => row.variable],
  ['target', (row) => row.target],
  ['episode', (row) => row.episode],
  ['collapse', (row) => row.collapse],
]

const LONG: readonly Column[] = [
  ...SUBJECT,
  ['rater', (row) => row.rater],
  ['role', (row) => row.role],
  ['coding_version', (row) => row.codingVersion],
  ['codebook', (row) => row.codebook],
  ['value', (row) => row.value],
  ['no_value_reason', (row) => row.noValueReason],
  ['confidence', (row) => row.confidence],
  ['submitted_at', (row) => row.submittedAt],
]

const WIDE: readonly Column[] = [...SUBJECT, ['codebook', (row) => row.codebook]]

const namesOf = (columns: readonly Column[]) => columns.map(([name]) => name)
const cellsOf = (columns: readonly Column[], row: RatingRow) => columns.map(([, cell]) => cell(row))

/**
 * Raw ratings, one row a rating. `attune agreement ratings-long.csv --layout long --item case --rater rater
 * --value value --by variable,target,episode --reference master` computes the reliability page from it.
 */
export function ratingsLongCsv(rows: readonly RatingRow[]): string {
  return writeCsv(
    namesOf(LONG),
    rows.map((row) => cellsOf(LONG, row)),
  )
}

/**
 * Raw ratings, one row a case and variable, one column a rater: the master coding first, then by name. A cell is
 * empty where there is no rating or no value; why there is none stands in the long file.
 *
 * @throws RangeError if a rater has two ratings of one variable, or is called like one of the first columns.
 */
export function ratingsWideCsv(rows: readonly RatingRow[]): string {
  const names = new Set(rows.map(({ rater }) => rater))
  const raters = [...names].toSorted((first, second) => rank(first) - rank(second) || (first < second ? -1 : 1))
  const lines = new Map<string, { subject: CsvCell[]; values: Map<string, CsvCell> }>()
  for (const row of rows) {
    const subject = cellsOf(WIDE, row)
    const key = JSON.stringify(subject)
    const line = lines.get(key) ?? { subject, values: new Map() }
    if (line.values.has(row.rater)) {
      throw new RangeError(`${row.rater} has two ratings of ${row.variable} for ${row.case}.`)
    }
    line.values.set(row.rater, row.value)
    lines.set(key, line)
  }
  return writeCsv(
    [...namesOf(WIDE), ...raters],
    [...lines.values()].map(({ subject, values }) => [...subject, ...raters.map((rater) => values.get(rater) ?? null)]),
  )
}

const rank = (rater: string) => (rater === 'master' ? 0 : 1)
