import type { Delimiter, TakeWholeRows } from '@attune/exchange'
import type { Items } from './items.ts'
import { UNSEEN, type Values } from './values.ts'

interface WideFile {
  readonly delimiter: Delimiter
  /** Number of columns. */
  readonly width: number
  /** Where the cells of the raters stand in a row. */
  readonly places: readonly number[]
  readonly itemPlace: number | null
  readonly items: Items | null
  readonly values: Values
}

const QUOTE = 0x22
const LINE_FEED = 0x0a
const RETURN = 0x0d

/** Room for so many values in one call: a function is compiled as a whole when it is called often. */
const ROOM = 4096

/**
 * Takes the rows of a wide file in which nothing is new but the item: no quotation mark, a cell for each column, values seen
 * before, and an item that comes after the one of the row above. In most files these are nearly all, and each is taken in one
 * walk. Any other row is left to those who know what to do about it.
 *
 * @param keep is told the numbers of the values in some such rows, one row after the other, in an array that is used again.
 * @returns null if a column is asked for twice.
 */
export function knownRows(
  { delimiter, width, places, itemPlace, items, values }: WideFile,
  keep: (found: Int32Array, rows: number) => void,
): TakeWholeRows | null {
  const asked = itemPlace === null || items === null ? places : [...places, itemPlace]
  if (new Set(asked).size < asked.length) return null
  const separator = delimiter.charCodeAt(0)
  const stops = new Uint8Array(256)
  for (const byte of [separator, QUOTE, LINE_FEED, RETURN]) stops[byte] = 1
  const lastStop = stops.lastIndexOf(1)
  /** For each column the place of its rater among the raters, or -1. */
  const raters = Int32Array.from({ length: width }, (_, column) => places.indexOf(column))
  const mostRows = Math.max(1, Math.floor(ROOM / places.length))
  const found = new Int32Array(mostRows * places.length)

  const nextRow = (bytes: Uint8Array, begin: number, length: number, put: number): number => {
    let at = begin
    let itemStart = 0
    let itemEnd = 0
    for (let column = 0; column < width; column++) {
      const start = at
      // Letters and digits come after all stops.
      while (at < length && (bytes[at]! > lastStop || stops[bytes[at]!] === 0)) at++
      const rater = raters[column]!
      if (rater >= 0) {
        const value = values.known(start, at)
        if (value === UNSEEN) return begin
        found[put + rater] = value
      } else if (column === itemPlace) {
        itemStart = start
        itemEnd = at
      }
      if (column === width - 1 && at < length - 1 && bytes[at] === RETURN) at++
      if (at === length || bytes[at] !== (column === width - 1 ? LINE_FEED : separator)) return begin
      at++
    }
    return items === null || items.takeNext(itemStart, itemEnd) ? at : begin
  }
  return (bytes, begin, length, row) => {
    let at = begin
    let rows = 0
    while (rows < mostRows) {
      const next = nextRow(bytes, at, length, rows * places.length)
      if (next === at) break
      at = next
      rows++
    }
    row.line += rows
    if (rows > 0) keep(found, rows)
    return at
  }
}
