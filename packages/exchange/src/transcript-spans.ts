import type { Turn } from '@attune/contract'
import { linesOf } from './text-lines.ts'
import { beginsWithTime } from './time-code.ts'
import { countKeys, isInterviewerKey, isUsualKey, type Label, labelKey } from './transcript-labels.ts'

export type Role = Turn['role']

/** A turn before marks and words are looked for. */
export interface Span extends Pick<Turn, 'speaker' | 'role' | 'start' | 'bodyStart' | 'end' | 'line'> {
  /** The label is none of the usual ones and stands only once, in a text where others come back. */
  readonly doubtful: boolean
}

/** Turns of a text with labels; text before the first of them is a turn of nobody. */
export function spansOfLabels(text: string, labels: readonly Label[], interviewers: readonly string[]): Span[] {
  const declared = new Set(interviewers.map(labelKey))
  const counts = countKeys(labels)
  const isRare = (key: string) => counts.get(key) === 1 && !isUsualKey(key) && !declared.has(key)
  const hasRegulars = [...counts.keys()].some((key) => !isRare(key))
  const spelling = new Map<string, string>()
  for (const { name } of labels) if (!spelling.has(labelKey(name))) spelling.set(labelKey(name), name)
  const spans = labels.map((label, index): Span => {
    const key = labelKey(label.name)
    const doubtful = hasRegulars && isRare(key)
    const isInterviewer = declared.size > 0 ? declared.has(key) : isInterviewerKey(key)
    const end = endOfText(text, label.end, labels[index + 1]?.start ?? text.length)
    return {
      speaker: spelling.get(key) ?? label.name,
      role: isInterviewer ? 'interviewer' : doubtful ? 'other' : 'speaker',
      start: label.start,
      bodyStart: startOfText(text, label.end, end),
      end,
      line: label.line,
      doubtful,
    }
  })
  return [...preamble(text, labels[0]?.start ?? 0), ...spans]
}

function preamble(text: string, end: number): Span[] {
  const start = startOfText(text, 0, end)
  return start === end ? [] : [unlabelled('other', start, endOfText(text, start, end), firstLine(text))]
}

function unlabelled(role: Role, start: number, end: number, line: number): Span {
  return { speaker: '', role, start, bodyStart: start, end, line, doubtful: false }
}

function firstLine(text: string): number {
  for (const line of linesOf(text)) if (!isBlank(text, line.start, line.end)) return line.number
  return 1
}

/** Without labels each paragraph is a turn; without blank lines in between each line is a paragraph. */
export function spansOfParagraphs(text: string): Span[] {
  const lines = [...linesOf(text)].map((line) => ({ ...line, blank: isBlank(text, line.start, line.end) }))
  const first = lines.findIndex((line) => !line.blank)
  const last = lines.findLastIndex((line) => !line.blank)
  const hasBlankLines = lines.slice(first, last).some((line) => line.blank)
  const spans: Span[] = []
  for (const [index, line] of lines.entries()) {
    if (line.blank) continue
    const before = spans.at(-1)
    const end = endOfText(text, line.start, line.end)
    if (hasBlankLines && before !== undefined && lines[index - 1]?.blank === false) before.end = end
    else spans.push(unlabelled('speaker', startOfText(text, line.start, end), end, line.number))
  }
  return spans
}

/** Without labels, but with a time before each piece: a turn goes from one time to the next. */
export function spansOfTimedLines(text: string): Span[] {
  const spans: Span[] = []
  for (const line of linesOf(text)) {
    if (isBlank(text, line.start, line.end)) continue
    const before = spans.at(-1)
    const end = endOfText(text, line.start, line.end)
    const start = startOfText(text, line.start, end)
    if (before === undefined || beginsWithTime(text, start, end))
      spans.push(unlabelled('speaker', start, end, line.number))
    else before.end = end
  }
  return spans
}

export const countTimedLines = (text: string): number =>
  [...linesOf(text)].filter((line) => beginsWithTime(text, startOfText(text, line.start, line.end), line.end)).length

const BLANK = /[\s\uFEFF]/

function startOfText(text: string, start: number, end: number): number {
  let at = start
  while (at < end && BLANK.test(text.charAt(at))) at++
  return at
}

function endOfText(text: string, start: number, end: number): number {
  let at = end
  while (at > start && BLANK.test(text.charAt(at - 1))) at--
  return at
}

function isBlank(text: string, start: number, end: number): boolean {
  return startOfText(text, start, end) === end
}
