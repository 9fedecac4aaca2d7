import type { EpisodeSpan, ImportFault, RecordEvent } from '@attune/contract'
import { readSeconds } from './record-cells.ts'
import type { Placed } from './record-checks.ts'
import type { RecordColumn } from './record-columns.ts'

export type RecordRow =
  | ({ readonly kind: 'episode' } & Placed<EpisodeSpan>)
  | ({ readonly kind: 'event' } & Placed<RecordEvent & { episode: string }>)

/** A row, with a key that is the same for two rows that say the same. */
export type ReadRow =
  | { readonly ok: true; readonly row: RecordRow; readonly key: string }
  | { readonly ok: false; readonly faults: ImportFault[] }

const LONGEST = { episode: 40, subject: 80, behaviour: 120, note: 2000 } as const
const FARTHEST = 86_400
const TIME_REMEDY = 'Write seconds with a point (75.5) or a clock time (0:01:15.5).'

/** One row below the header. `cell` gives the trimmed text of a column, empty where there is none. */
export function readRow(cell: (column: RecordColumn) => string, line: number): ReadRow {
  const faults: ImportFault[] = []
  const refuse = (message: string, remedy: string) => void faults.push({ line, message, remedy })
  const time = (column: 'onset' | 'offset'): number | null => {
    const seconds = readSeconds(cell(column))
    if (seconds === null && cell(column) !== '') refuse(`The ${column} "${cell(column)}" is not a time.`, TIME_REMEDY)
    if (seconds !== null && Math.abs(seconds) > FARTHEST) refuse(`The ${column} lies beyond 24 hours.`, TIME_REMEDY)
    return seconds
  }
  for (const column of ['episode', 'subject', 'behaviour', 'note'] as const) {
    const length = cell(column).length
    if (length > LONGEST[column])
      refuse(`The ${column} has ${length} characters; at most ${LONGEST[column]}.`, 'Shorten it.')
  }
  const [onset, offset, behaviour, episode] = [time('onset'), time('offset'), cell('behaviour'), cell('episode')]
  if (behaviour === '') refuse('There is no behaviour.', 'Write what was seen, or "episode" to mark an episode.')
  if (cell('onset') === '') refuse('There is no onset.', TIME_REMEDY)
  if (onset !== null && offset !== null && offset < onset) {
    refuse(`The offset ${offset} lies before the onset ${onset}.`, 'Exchange them, or correct the one that is wrong.')
  }
  const isEpisode = behaviour.toLowerCase() === 'episode'
  if (isEpisode && episode === '') refuse('This row marks an episode but does not name it.', 'Fill the column episode.')
  if (isEpisode && cell('offset') === '') refuse('The episode has no end.', 'Fill the column offset.')
  if (faults.length > 0 || onset === null) return { ok: false, faults }
  if (isEpisode && offset !== null) {
    const row: RecordRow = { kind: 'episode', line, value: { episode, onset, offset } }
    return { ok: true, row, key: JSON.stringify(['episode', episode, onset, offset]) }
  }
  const event = { onset, offset, subject: cell('subject') || null, behaviour, note: cell('note') }
  const row: RecordRow = { kind: 'event', line, value: { episode, ...event } }
  return { ok: true, row, key: JSON.stringify([onset, offset, event.subject, behaviour]) }
}
