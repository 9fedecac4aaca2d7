import { type CsvRow, csvScanner, newCsvRow } from '@attune/exchange'
import { compared } from './byte-table.ts'
import { isPlain, type Names, namesIn, QUOTE } from './names.ts'
import type { Source } from './source.ts'

/** Numbers for the items of a wide file, each of which should have one row. */
export interface Items {
  /** The number of the item in a row; rows have to be given in the order of the file. */
  readonly idOf: (row: CsvRow) => number
  /** Numbers an item whose cell stood bare, if it comes after all before it; else it has to be looked up. */
  readonly takeNext: (start: number, end: number) => boolean
  readonly count: () => number
  readonly nameOf: (id: number) => string
  /** The first line on which it stands. */
  readonly lineOf: (id: number) => number
}

/**
 * Most files list their items in order. As long as each name comes after the one before, none can stand twice, and nothing
 * has to be kept of a million names. The first that does not has all rows before it read again, and then names are looked up.
 *
 * @param expected how many there will be, about.
 */
export function itemsIn(source: Source, place: number, expected: number): Items {
  const { bytes } = source
  let names: Names | null = bytes.includes(QUOTE) ? namesIn(bytes, expected) : null
  let count = 0
  let [lastStart, lastEnd] = [0, 0]

  const namesBefore = (offset: number): Names => {
    const all = namesIn(bytes, expected)
    eachRowBelow(source, (row) => {
      if (row.starts[0]! >= offset) return false
      all.idOf(row, place)
      return true
    })
    return all
  }
  const takeNext = (start: number, end: number): boolean => {
    if (names !== null || !isPlain(bytes, start, end)) return false
    if (count > 0 && compared(bytes, start, end, lastStart, lastEnd) <= 0) return false
    lastStart = start
    lastEnd = end
    count++
    return true
  }
  return {
    takeNext,
    idOf: (row) => {
      const start = row.starts[place]!
      const end = row.ends[place]!
      if (takeNext(start, end)) return count - 1
      if (names === null && isPlain(bytes, start, end) && compared(bytes, start, end, lastStart, lastEnd) === 0)
        return count - 1
      names ??= namesBefore(row.starts[0]!)
      return names.idOf(row, place)
    },
    count: () => names?.count() ?? count,
    nameOf: (id) => (names ?? namesBefore(Number.POSITIVE_INFINITY)).nameOf(id),
    lineOf: (id) => {
      const all = namesIn(bytes, expected)
      let line = 0
      eachRowBelow(source, (row) => {
        line = row.line
        return all.idOf(row, place) !== id
      })
      return line
    },
  }
}

function eachRowBelow(source: Source, onRow: (row: CsvRow) => boolean): void {
  let isHeader = true
  const scan = csvScanner(source.delimiter, newCsvRow(), (row) => {
    if (!isHeader) return onRow(row)
    isHeader = false
    return true
  })
  scan(source.bytes, source.bytes.length, true)
}
