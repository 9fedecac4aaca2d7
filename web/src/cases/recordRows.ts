import type { EpisodeSpan, ObservationRecord, RecordEvent } from '@attune/contract'
import { t } from '../messages/index.ts'

/** Rows as they are typed: every cell is text until the record is saved. */
export type Rows = string[][]
export type RowFault = { row: number; column: number; message: string }
export const episodeColumns = ['episode', 'from', 'to'] as const
export const eventColumns = ['onset', 'offset', 'subject', 'behaviour', 'note'] as const

/** `83.4`, `83,4`, `1:23.4`, `1:02:03`; null when it is none of them. */
export function parseSeconds(text: string): number | null {
  const clean = text.trim().replace('\u2212', '-').replace(',', '.')
  if (!/^-?(\d+:)?(\d{1,2}:)?\d+(\.\d+)?$/.test(clean)) return null
  const parts = clean.replace('-', '').split(':').map(Number)
  const seconds = parts.reduce((sum, part) => sum * 60 + part, 0)
  return clean.startsWith('-') ? -seconds : Math.round(seconds * 1000) / 1000
}

export function rowsOf(record: ObservationRecord | undefined): { episodes: Rows; events: Rows } {
  return {
    episodes: (record?.episodes ?? []).map((span) => [span.episode, String(span.onset), String(span.offset)]),
    events: (record?.events ?? []).map((event) => [
      String(event.onset),
      event.offset === null ? '' : String(event.offset),
      event.subject ?? '',
      event.behaviour,
      event.note,
    ]),
  }
}

const isBlank = (row: readonly string[]) => row.every((cell) => cell.trim() === '')

/** The rows as the server wants them, or what is wrong with which cell. Rows with nothing in them are left out. */
export function readEpisodes(rows: Rows): { spans: EpisodeSpan[]; faults: RowFault[] } {
  const spans: EpisodeSpan[] = []
  const faults: RowFault[] = []
  for (const [row, cells] of rows.entries()) {
    if (isBlank(cells)) continue
    const [episode = '', from = '', to = ''] = cells
    const onset = readTime(from, row, 1, faults)
    const offset = readTime(to, row, 2, faults)
    if (episode.trim() === '') faults.push({ row, column: 0, message: t().records.faults.episodeName })
    if (onset !== null && offset !== null && offset <= onset) {
      faults.push({ row, column: 2, message: t().records.faults.episodeEnd })
    }
    if (onset !== null && offset !== null) spans.push({ episode: episode.trim(), onset, offset })
  }
  return { spans, faults }
}

export function readEvents(rows: Rows): { events: RecordEvent[]; faults: RowFault[] } {
  const events: RecordEvent[] = []
  const faults: RowFault[] = []
  for (const [row, cells] of rows.entries()) {
    if (isBlank(cells)) continue
    const [from = '', to = '', subject = '', behaviour = '', note = ''] = cells
    const onset = readTime(from, row, 0, faults)
    const offset = to.trim() === '' ? null : readTime(to, row, 1, faults)
    if (behaviour.trim() === '') faults.push({ row, column: 3, message: t().records.faults.behaviour })
    if (onset !== null && offset !== null && offset < onset) {
      faults.push({ row, column: 1, message: t().records.faults.eventEnd })
    }
    if (onset === null) continue
    events.push({ onset, offset, subject: subject.trim() || null, behaviour: behaviour.trim(), note: note.trim() })
  }
  return { events, faults }
}

function readTime(text: string, row: number, column: number, faults: RowFault[]): number | null {
  const seconds = parseSeconds(text)
  if (seconds === null) {
    const { faults: words } = t().records
    const message = text.trim() === '' ? words.missing : words.noTime(text)
    faults.push({ row, column, message })
  }
  return seconds
}

/** Puts pasted rows into the table from one cell on; rows that do not exist yet are added. */
export function pasteInto(rows: Rows, pasted: string, row: number, column: number, width: number): Rows {
  const lines = pasted.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n')
  const next = rows.map((cells) => [...cells])
  for (const [down, line] of lines.entries()) {
    const target = next[row + down] ?? emptyRow(width)
    next[row + down] = target
    for (const [right, cell] of line.split('\t').entries()) {
      if (column + right < width) target[column + right] = cell.trim()
    }
  }
  return next
}

export function emptyRow(width: number): string[] {
  return Array.from({ length: width }, () => '')
}
