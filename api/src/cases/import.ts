import type { ImportFault, ImportItem, ImportReport } from '@attune/contract'
import { checkText, decodeText, readObservationRecord, readTranscript } from '@attune/exchange'
import type { Db } from '../base/database/database.ts'

type ItemReport = ImportReport['items'][number]
/** An item that was read: its report, and what would be stored. */
export type ReadItem = { readonly report: ItemReport; readonly raw: string; readonly structure: object | null }

const previewLength = 12
const fault = (message: string, remedy: string): ImportFault => ({ line: 0, message, remedy })

function decode(item: ImportItem): { text: string; encoding: string; faults: readonly ImportFault[] } {
  // Pasted text is checked as it is: encoding it first would quietly replace half a surrogate pair.
  if ('text' in item.source) return { text: item.source.text, encoding: 'pasted', faults: checkText(item.source.text) }
  const decoded = decodeText(Buffer.from(item.source.base64, 'base64'))
  if (!decoded.ok) return { text: '', encoding: '', faults: decoded.faults }
  return { text: decoded.text, encoding: decoded.encoding, faults: [] }
}

function emptyReport(item: ImportItem, encoding: string): ItemReport {
  const counts = { characters: 0, words: 0, speakers: [], episodes: 0, events: 0, preview: [] }
  return {
    name: item.name,
    case: item.case,
    kind: item.kind,
    isNewCase: true,
    encoding,
    faults: [],
    warnings: [],
    ...counts,
  }
}

function readTranscriptItem(item: ImportItem, text: string, report: ItemReport): ReadItem {
  const { turns, words, speakers, faults, warnings } = readTranscript(text, { interviewers: item.interviewers })
  const preview = turns.slice(0, previewLength).map((turn) => ({
    line: turn.line,
    who: turn.speaker,
    text: text.slice(turn.bodyStart, turn.end).trim().slice(0, 400),
  }))
  const read = {
    characters: text.length,
    words,
    speakers: [...speakers],
    faults: [...faults],
    warnings: [...warnings],
    preview,
  }
  return { report: { ...report, ...read }, raw: text, structure: { turns } }
}

function readRecordItem(text: string, report: ItemReport): ReadItem {
  const { episodes, events, faults, warnings } = readObservationRecord(text)
  const preview = events.slice(0, previewLength).map((event, index) => ({
    line: index + 1,
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
export function readItem(item: ImportItem): ReadItem {
  const { text, encoding, faults } = decode(item)
  const report = emptyReport(item, encoding)
  if (faults.length > 0) return { report: { ...report, faults: [...faults] }, raw: '', structure: null }
  return item.kind === 'transcript' ? readTranscriptItem(item, text, report) : readRecordItem(text, report)
}

/** Adds what only the study can tell: ids used twice, cases that already have a material, the same file twice. */
export async function checkAgainstStudy(db: Db, study: string, items: readonly ReadItem[]): Promise<ItemReport[]> {
  const names = items.map((item) => item.report.case)
  const there = await db
    .selectFrom('study_case')
    .leftJoin('material', 'material.study_case', 'study_case.id')
    .select(['study_case.name', 'material.id as material'])
    .where('study_case.study', '=', study)
    .where('study_case.name', 'in', names)
    .execute()
  const known = new Map(there.map((row) => [row.name, row.material]))
  return items.map(({ report }, index) => {
    const faults = [...report.faults]
    if (names.indexOf(report.case) !== index) {
      faults.push(fault(`Case ${report.case} appears twice in this import.`, 'Give one of the two another case id.'))
    }
    if (known.get(report.case)) {
      faults.push(
        fault(`Case ${report.case} already has a material.`, 'Use another case id; a material is never replaced.'),
      )
    }
    return { ...report, isNewCase: !known.has(report.case), faults }
  })
}
