import type { ImportFault, Turn } from '@attune/contract'
import { checkText, wholeFile } from './text-check.ts'
import { findLabels } from './transcript-labels.ts'
import { countWords, marksIn } from './transcript-marks.ts'
import { countTimedLines, type Role, spansOfLabels, spansOfParagraphs, spansOfTimedLines } from './transcript-spans.ts'
import { damage, labelWarnings, limited, NO_LABELS } from './transcript-warnings.ts'
import { type TimedSpan, withTimes } from './turn-times.ts'

const MOST_CHARACTERS = 2_000_000
export const MOST_TURNS = 20_000

export interface Speaker {
  readonly speaker: string
  readonly role: Role
  readonly turns: number
}

/** What was read of a transcript. With `faults` there are no turns; `warnings` are for the person who imports. */
export interface ReadTranscript {
  readonly turns: Turn[]
  readonly words: number
  readonly speakers: Speaker[]
  readonly faults: ImportFault[]
  readonly warnings: ImportFault[]
}

/**
 * The turns of a transcript, as offsets (UTF-16 code units) into the text, which is never altered. A turn goes
 * from its label to the last character before the next label that is not blank; paragraphs in between belong to it.
 *
 * @param options.interviewers labels of interviewers; empty: the usual ones (I, INT, Interviewer ...).
 * @example readTranscript('I: Hello.\nP: Hi. (4 sec)', { interviewers: [] }).turns[1].marks // one pause of 4 seconds
 */
export function readTranscript(text: string, options: { readonly interviewers: readonly string[] }): ReadTranscript {
  const faults = checkText(text)
  if (text.length > MOST_CHARACTERS) {
    const found = `${text.length.toLocaleString('en')} characters; at most ${MOST_CHARACTERS.toLocaleString('en')} are read.`
    faults.push(wholeFile(`The transcript has ${found}`, 'Split it into several cases.'))
  }
  if (faults.length > 0) return nothing(faults)
  const labels = findLabels(text, options.interviewers)
  const spans = labels.length === 0 ? spansWithoutLabels(text) : spansOfLabels(text, labels, options.interviewers)
  if (spans.length > MOST_TURNS) {
    return nothing([
      wholeFile(`There are ${spans.length} turns; at most ${MOST_TURNS} are read.`, 'Split the transcript.'),
    ])
  }
  const times = withTimes(text, spans)
  const { turns, words } = turnsOf(text, times.spans)
  const warnings = [...(labels.length === 0 ? [NO_LABELS] : labelWarnings(times.spans)), ...times.warnings]
  return { turns, words, speakers: speakersOf(turns), faults: [], warnings: limited([...warnings, ...damage(text)]) }
}

const spansWithoutLabels = (text: string) =>
  countTimedLines(text) > 1 ? spansOfTimedLines(text) : spansOfParagraphs(text)

/** Spans with their number, their marks, and how many words were spoken in all of them. */
export function turnsOf(text: string, spans: readonly TimedSpan[]): { turns: Turn[]; words: number } {
  let words = 0
  const turns = spans.map((span, index): Turn => {
    const marks = marksIn(text, span.bodyStart, span.end)
    words += countWords(text, span.bodyStart, span.end, marks)
    const { doubtful: _, ...turn } = span
    return { number: index + 1, ...turn, marks }
  })
  return { turns, words }
}

export function nothing(faults: ImportFault[]): ReadTranscript {
  return { turns: [], words: 0, speakers: [], faults, warnings: [] }
}

export function speakersOf(turns: readonly Turn[]): Speaker[] {
  const speakers = new Map<string, { speaker: string; role: Role; turns: number }>()
  for (const { speaker, role } of turns) {
    const entry = speakers.get(speaker) ?? { speaker, role, turns: 0 }
    speakers.set(speaker, { ...entry, turns: entry.turns + 1 })
  }
  return [...speakers.values()]
}
