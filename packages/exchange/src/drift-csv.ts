import { type CsvCell, writeCsv } from './csv-write.ts'

/** One point of a control chart. */
export interface DriftRow {
  readonly plan: string
  readonly codebook: string
  /** Login of the coder. */
  readonly coder: string
  readonly measure: 'agreement' | 'bias'
  readonly chart: string
  readonly centre: number
  readonly phase: number
  readonly order: number
  readonly caseId: string
  readonly at: string
  readonly n: number
  /** Scales that both rated. */
  readonly scales: number
  readonly value: number | null
  readonly smoothed: number | null
  readonly lower: number
  readonly upper: number
  readonly signals: readonly string[]
  readonly direction: string | null
}

const COLUMNS: readonly (readonly [name: string, cell: (row: DriftRow) => CsvCell])[] = [
  ['plan', ({ plan }) => plan],
  ['codebook', ({ codebook }) => codebook],
  ['coder', ({ coder }) => coder],
  ['measure', ({ measure }) => measure],
  ['chart', ({ chart }) => chart],
  ['phase', ({ phase }) => phase],
  ['point', ({ order }) => order],
  ['case', ({ caseId }) => caseId],
  ['submitted_at', ({ at }) => at],
  ['items', ({ n }) => n],
  ['scales', ({ scales }) => scales],
  ['value', ({ value }) => value],
  ['smoothed', ({ smoothed }) => smoothed],
  ['centre', ({ centre }) => centre],
  ['lower_limit', ({ lower }) => lower],
  ['upper_limit', ({ upper }) => upper],
  ['signals', ({ signals }) => signals.join('; ')],
  ['direction', ({ direction }) => direction],
]

/**
 * Control charts as a table: one row a point, as they are drawn.
 *
 * @throws RangeError if a number is not finite.
 */
export function driftCsv(rows: Iterable<DriftRow>): string {
  const names = COLUMNS.map(([name]) => name)
  const cells = [...rows].map((row) => COLUMNS.map(([, cell]) => cell(row)))
  return writeCsv(names, cells)
}
