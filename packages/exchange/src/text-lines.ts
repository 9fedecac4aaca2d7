/** Everything an editor counts as the end of a line. */
const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/g

/** One line of a text: `start` and `end` are offsets, the break itself is not part of it. */
export interface Line {
  /** Counted from 1. */
  readonly number: number
  readonly start: number
  readonly end: number
}

/** The lines of a text, one after the other; a text that ends with a break has no further empty line. */
export function* linesOf(text: string): Generator<Line> {
  let number = 1
  let start = 0
  for (const found of text.matchAll(LINE_BREAK)) {
    yield { number, start, end: found.index }
    start = found.index + found[0].length
    number++
  }
  if (start < text.length) yield { number, start, end: text.length }
}

/** How many line breaks a text holds. */
export function countBreaks(text: string): number {
  let count = 0
  for (const _ of text.matchAll(LINE_BREAK)) count++
  return count
}

/** The line, counted from 1, on which an offset lies. */
export function lineAt(text: string, offset: number): number {
  return 1 + countBreaks(text.slice(0, offset))
}
