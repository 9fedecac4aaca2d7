import type { Delimiter, TakeWholeRow } from '@attune/exchange'
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

/**
 * Takes the rows of a wide file in which nothing is new but the item: no quotation mark, a cell for each column, values seen
 * before, and an item that comes after the one of the row above. In most files these are nearly all, and each is taken in one
 * walk. Any other row is left to those who know what to do about it.
 *
 * @param keep is told the numbers of the values in each such row, in an array that is used again.
 * @returns null if a column is asked for twice.
 */
export function knownRows(
  { delimiter, width, places, itemPlace, items, values }: WideFile,
  keep: (found: Int32Array) => void,
): TakeWholeRow | null {
  const asked = itemPlace === null || items === null ? places : [...places, itemPlace]
  if (new Set(asked).size < asked.length) return null
  const separator = delimiter.charCodeAt(0)
  const stops = new Uint8Array(256)
  for (const byte of [separator, QUOTE, LINE_FEED, RETURN]) stops[byte] = 1
  /** For each column the place of its rater among the raters, or -1. */
  const raters = Int32Array.from({ length: width }, (_, column) => places.indexOf(column))
  const found = new Int32Array(places.length)

  return (bytes, begin, length) => {
    let at = begin
    let itemStart = 0
    let itemEnd = 0
    for (let column = 0; column < width; column++) {
      const start = at
      while (at < length && stops[bytes[at]!] === 0) at++
      const rater = raters[column]!
      if (rater >= 0) {
        const value = values.known(start, at)
        if (value === UNSEEN) return begin
        found[rater] = value
      } else if (column === itemPlace) {
        itemStart = start
        itemEnd = at
      }
      if (column === width - 1 && at < length - 1 && bytes[at] === RETURN) at++
      if (at === length || bytes[at] !== (column === width - 1 ? LINE_FEED : separator)) return begin
      at++
    }
    if (items !== null && !items.takeNext(itemStart, itemEnd)) return begin
    keep(found)
    return at
  }
}
