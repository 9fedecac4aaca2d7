import type { ImportFault, ImportItem, ImportReport } from '@attune/contract'
import {
  checkText,
  decodeText,
  isSubtitleFile,
  type ReadTranscript,
  readObservationRecord,
  readSubtitles,
  readTranscript,
} from '@attune/exchange'
import { isZip, readDocx } from './docx.ts'

type ItemReport = ImportReport['items'][number]
/** An item that was read: its report, and what would be stored. */
export type ReadItem = { readonly report: ItemReport; readonly raw: string; readonly structure: object | null }

const previewLength = 12

type Text = { readonly text: string; readonly encoding: string; readonly dropped: readonly string[] }
type Decoded = (Text & { readonly faults: readonly [] }) | { readonly faults: readonly ImportFault[] }

async function decode(item: ImportItem): Promise<Decoded> {
  // Pasted text is checked as it is: encoding it first would quietly replace half a surrogate pair.
  if ('text' in item.source) return found(item.source.text, 'pasted', checkText(item.source.text))
  const bytes = Buffer.from(item.source.base64, 'base64')
  if (item.kind === 'transcript' && isZip(bytes)) {
    const { text, dropped, faults } = await readDocx(bytes)
    return found(text, 'Word document', faults.length > 0 ? faults : checkText(text), dropped)
  }
  const decoded = decodeText(bytes)
  return decoded.ok ? found(decoded.text, decoded.encoding, []) : { faults: decoded.faults }
}

function found(
  text: string,
  encoding: string,
  faults: readonly ImportFault[],
  dropped: readonly string[] = [],
): Decoded {
  return faults.length > 0 ? { faults } : { text, encoding, dropped, faults: [] }
}

function emptyReport(item: ImportItem): ItemReport {
  const counts = { characters: 0, words: 0, speakers: [], episodes: 0, events: 0, preview: [] }
  const { name, case: caseId, kind } = item
  return { name, case: caseId, kind, isNewCase: true, encoding: '', faults: [], warnings: [], dropped: [], ...counts }
}

type Spoken = ReadTranscript & { readonly text: string; readonly dropped: readonly string[] }

function readSpoken(item: ImportItem, { text, dropped }: Text): Spoken {
  const { interviewers } = item
  if (isSubtitleFile(text)) return readSubtitles(text, { interviewers })
  return { ...readTranscript(text, { interviewers }), text, dropped }
}

function readTranscriptItem(item: ImportItem, decoded: Text, report: ItemReport): ReadItem {
  const { text, turns, words, speakers, faults, warnings, dropped } = readSpoken(item, decoded)
  const preview = turns.slice(0, previewLength).map((turn) => ({
    line: turn.line,
    time: turn.time,
    who: turn.speaker,
    text: text.slice(turn.bodyStart, turn.end).trim().slice(0, 400),
  }))
  const read = {
    characters: text.length,
    words,
    speakers: [...speakers],
    faults: [...faults],
    warnings: [...warnings],
    dropped: [...dropped],
    preview,
  }
  return { report: { ...report, ...read }, raw: text, structure: { turns } }
}

function readRecordItem({ text }: Text, report: ItemReport): ReadItem {
  const { episodes, events, faults, warnings } = readObservationRecord(text)
  const preview = events.slice(0, previewLength).map((event, index) => ({
    line: index + 1,
    time: event.onset,
    who: event.subject ?? '',
    text: `${event.onset}${event.offset === null ? '' : `-${event.offset}`} s ${event.behaviour} ${event.note}`
      .trim()
      .slice(0, 400),
  }))
  const counts = { characters: text.length, episodes: episodes.length, events: events.length }
  return {
    report: { ...report, ...counts, faults: [...faults], warnings: [...warnings], preview },
    raw: text,
    structure: { episodes, events },
  }
}

/** Reads one file without storing anything. */
export async function readItem(item: ImportItem): Promise<ReadItem> {
  const decoded = await decode(item)
  const report = emptyReport(item)
  if (!('text' in decoded)) return { report: { ...report, faults: [...decoded.faults] }, raw: '', structure: null }
  const named = { ...report, encoding: decoded.encoding }
  return item.kind === 'transcript' ? readTranscriptItem(item, decoded, named) : readRecordItem(decoded, named)
}
