import type { EpisodeSpan, ImportFault, RecordEvent } from '@attune/contract'
import { unescapeFormula } from './csv-formula.ts'
import { detectDelimiter, eachCsvRow } from './csv-read.ts'
import { checkEpisodes, type Placed, sortByOnset } from './record-checks.ts'
import { columnsOf, type RecordColumn } from './record-columns.ts'
import { type RecordRow, readRow } from './record-row.ts'
import { checkText, LARGEST_FILE, wholeFile } from './text-check.ts'

const MOST_EVENTS = 50_000
const MOST_FAULTS = 100

/** What was read of an observation record, by onset. With `faults` nothing of it may be stored. */
export interface ReadObservationRecord {
  readonly episodes: EpisodeSpan[]
  readonly events: RecordEvent[]
  readonly faults: ImportFault[]
  readonly warnings: ImportFault[]
}

/**
 * An observation record from CSV or TSV with the columns episode, onset, offset, subject, behaviour, note in any order.
 * A row whose behaviour is `episode` says when that episode begins and ends; every other row is an event.
 *
 * @param options.episodes ids of the episodes that may occur; without it any may.
 */
export function readObservationRecord(
  text: string,
  options: { readonly episodes?: readonly string[] } = {},
): ReadObservationRecord {
  const faults = checkText(text)
  if (text.length > LARGEST_FILE) faults.push(wholeFile('More than 20 million characters.', 'Split the file.'))
  if (faults.length > 0) return { episodes: [], events: [], faults, warnings: [] }
  const rows = readRows(text, faults)
  const episodes: Placed<EpisodeSpan>[] = []
  const events: Placed<RecordEvent & { episode: string }>[] = []
  for (const row of rows) {
    if (row.kind === 'episode') episodes.push(row)
    else events.push(row)
  }
  if (faults.length === 0 && rows.length === 0)
    faults.push(wholeFile('There are no rows below the header.', 'Add them.'))
  const checked = checkEpisodes(episodes, events, options.episodes ?? null)
  faults.push(...checked.faults)
  return {
    episodes: sortByOnset(episodes.map(({ value }) => value)),
    events: sortByOnset(events.map(({ value: { episode: _, ...event } }) => event)),
    faults: limited(faults),
    warnings: limited(checked.warnings),
  }
}

function readRows(text: string, faults: ImportFault[]): RecordRow[] {
  let columns: ReadonlyMap<RecordColumn, number> | null = null
  const rows: RecordRow[] = []
  const seen = new Map<string, number>()
  const stopped = eachCsvRow(text, detectDelimiter(text), (cells, line) => {
    if (columns === null) {
      const header = columnsOf(cells, line)
      faults.push(...header.faults)
      columns = header.columns
      return header.faults.length === 0
    }
    if (rows.length >= MOST_EVENTS) {
      faults.push({ line, message: `More than ${MOST_EVENTS.toLocaleString('en')} rows.`, remedy: 'Split the record.' })
      return false
    }
    const found = columns
    const read = readRow((column) => unescapeFormula(cells[found.get(column) ?? -1]?.trim() ?? ''), line)
    const surplus = cells.slice(found.size).findIndex((cell) => cell.trim() !== '')
    if (surplus >= 0) {
      const message = `The row has ${cells.length} cells, the header only ${found.size}.`
      faults.push({ line, message, remedy: 'Put quotation marks around cells that hold the delimiter.' })
    } else if (!read.ok) faults.push(...read.faults)
    else {
      const twin = seen.get(read.key)
      if (twin !== undefined) faults.push({ line, message: `The same as line ${twin}.`, remedy: 'Delete one of them.' })
      else seen.set(read.key, line)
      rows.push(read.row)
    }
    return faults.length < MOST_FAULTS
  })
  if (stopped !== null) faults.push(stopped)
  return rows
}

function limited(faults: ImportFault[]): ImportFault[] {
  if (faults.length < MOST_FAULTS) return faults
  return [...faults.slice(0, MOST_FAULTS), wholeFile('There may be more.', 'Correct those above and import again.')]
}
