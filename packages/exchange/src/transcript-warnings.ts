import type { ImportFault } from '@attune/contract'
import { wholeFile } from './text-check.ts'
import { linesOf } from './text-lines.ts'
import type { Span } from './transcript-spans.ts'

const MOST_WARNINGS = 50

export const NO_LABELS = wholeFile(
  'No speaker labels were found; each paragraph becomes a turn.',
  'Put a label and a colon before each turn, such as "I:" and "P:".',
)

/** What an importing person should look at in a text with labels. */
export function labelWarnings(spans: readonly Span[]): ImportFault[] {
  const warnings = spans.flatMap((span): ImportFault[] => {
    const { line, speaker } = span
    if (speaker === '') {
      const message = 'Text before the first speaker label; it becomes a turn of nobody.'
      return [{ line, message, remedy: 'Remove it, or give it a label, if it does not belong there.' }]
    }
    if (span.doubtful) {
      const message = `"${speaker}:" was read as a speaker, but stands only once.`
      return [{ line, message, remedy: 'If it is not a speaker, join the line with the one before.' }]
    }
    if (span.bodyStart < span.end) return []
    return [{ line, message: `The turn of "${speaker}" has no words.`, remedy: 'Check whether a line is missing.' }]
  })
  if (spans.some(({ role }) => role === 'interviewer')) return warnings
  const remedy = 'Name the labels of the interviewers at import.'
  return [wholeFile('None of the speakers is known as an interviewer.', remedy), ...warnings]
}

/** Replacement characters show that an earlier program lost letters; the text itself is sound. */
export function damage(text: string): ImportFault[] {
  if (!text.includes('\uFFFD')) return []
  const message = 'A character that was lost in an earlier conversion (\uFFFD).'
  const remedy = 'If it matters, export the text again as UTF-8.'
  return [...linesOf(text)]
    .filter((line) => text.slice(line.start, line.end).includes('\uFFFD'))
    .map((line) => ({ line: line.number, message, remedy }))
}

export function limited(warnings: ImportFault[]): ImportFault[] {
  if (warnings.length <= MOST_WARNINGS) return warnings
  const rest = `${warnings.length - MOST_WARNINGS} more warnings are not shown.`
  return [...warnings.slice(0, MOST_WARNINGS), wholeFile(rest, 'Correct those above and import again.')]
}
