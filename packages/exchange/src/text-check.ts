import type { ImportFault } from '@attune/contract'
import { lineAt } from './text-lines.ts'

/** The largest file that is read: an hour of interview is about 100 kB. */
export const LARGEST_FILE = 20 * 1024 * 1024

/** Under `u` a whole pair is one character outside of this range. */
const LONE_SURROGATE = /[\uD800-\uDFFF]/u
const NOTHING_BUT_SPACE = /^[\s\uFEFF]*$/

/** One fault of the file as a whole. */
export function wholeFile(message: string, remedy: string): ImportFault {
  return { line: 0, message, remedy }
}

/**
 * What makes a text unfit for storage, whether it was pasted or decoded. NUL and halves of surrogate pairs
 * do not survive a database, and every offset behind them would shift.
 */
export function checkText(text: string): ImportFault[] {
  if (NOTHING_BUT_SPACE.test(text))
    return [wholeFile('There is no text in it.', 'Choose the file that holds the text.')]
  const faults: ImportFault[] = []
  const nul = text.indexOf('\0')
  if (nul >= 0) {
    faults.push({
      line: lineAt(text, nul),
      message: 'A NUL character: this is a binary file, or UTF-16 without its mark at the beginning.',
      remedy: 'Save it as plain text in UTF-8 and import it again.',
    })
  }
  const half = text.search(LONE_SURROGATE)
  if (half >= 0) {
    faults.push({
      line: lineAt(text, half),
      message: 'Half of a surrogate pair: a character, often an emoji, was cut in two.',
      remedy: 'Delete the broken character on this line, or save the text as UTF-8 again.',
    })
  }
  return faults
}
