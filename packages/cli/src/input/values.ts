import { LARGEST_SCORE } from '@attune/agreement'
import { CELL, type CsvRow, cellOf } from '@attune/exchange'
import { byteTable } from './byte-table.ts'
import { growingNumbers } from './growing.ts'
import { cellText } from './source.ts'

/** A cell without value. */
export const EMPTY = -1
/** No cell at all: a long file has no row for this item and rater. */
export const ABSENT = -2

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?$/
const NUMBER_WITH_COMMA = /^[+-]?\d+,\d+$/

/** A cell as a number, or null, also if it is too large. A decimal comma counts where commas do not separate cells. */
export function numberIn(text: string, decimalComma: boolean): number | null {
  const value = anyNumberIn(text, decimalComma)
  return value !== null && Math.abs(value) <= LARGEST_SCORE ? value : null
}

/** Whether a cell is written as a number, but too large for a score. */
export function isTooLarge(text: string, decimalComma: boolean): boolean {
  const value = anyNumberIn(text, decimalComma)
  return value !== null && Math.abs(value) > LARGEST_SCORE
}

function anyNumberIn(text: string, decimalComma: boolean): number | null {
  if (NUMBER.test(text)) return Number(text)
  return decimalComma && NUMBER_WITH_COMMA.test(text) ? Number(text.replace(',', '.')) : null
}

/** Every distinct cell value of a file gets a number, so that a million cells need no million strings. */
export interface Values {
  /** The number of the value in a cell; EMPTY for the cells that mean "no value". */
  readonly idOf: (row: CsvRow, cell: number) => number
  /** The number of a value by the bytes of its cell, which stood bare; UNSEEN if it is not known yet. */
  readonly known: (start: number, end: number) => number
  /** The values in the order of their numbers. */
  readonly texts: readonly string[]
}

export const UNSEEN = -2

/**
 * @param bytes the file whose cells are read.
 * @param check throws when a value, seen for the first time, is not allowed.
 */
export function distinctValues(bytes: Uint8Array, noValue: ReadonlySet<string>, check: (text: string) => void): Values {
  const ids = new Map<string, number>()
  const texts: string[] = []
  const newId = (row: CsvRow, cell: number): number => {
    const text = cellText(cellOf(row, cell))
    if (text === '' || noValue.has(text)) return EMPTY
    const known = ids.get(text)
    if (known !== undefined) return known
    check(text)
    ids.set(text, texts.length)
    return texts.push(text) - 1
  }
  // Most codes and scores have one or two letters, and those are numbers already.
  const short = new Int32Array(0x10000).fill(UNSEEN)
  const long = byteTable(bytes, 0)
  const longIds = growingNumbers()
  const idOf = (row: CsvRow, cell: number): number => {
    const start = row.starts[cell]!
    const end = row.ends[cell]!
    // What is doubled in quotation marks has other bytes than the same text bare.
    if (row.kinds[cell] === CELL.doubled) return newId(row, cell)
    if (end - start <= 2) {
      const key = keyOf(bytes, start, end)
      const known = short[key]!
      if (known !== UNSEEN) return known
      const id = newId(row, cell)
      short[key] = id
      return id
    }
    const before = long.count()
    const place = long.idOf(start, end)
    if (place === before) longIds.push(newId(row, cell))
    return longIds.at(place)
  }
  const known = (start: number, end: number): number => {
    if (end - start <= 2) return short[keyOf(bytes, start, end)]!
    const place = long.find(start, end)
    return place < 0 ? UNSEEN : longIds.at(place)
  }
  return { idOf, known, texts }
}

/** At most two bytes as a number. */
function keyOf(bytes: Uint8Array, start: number, end: number): number {
  if (end === start) return 0
  return end - start === 1 ? bytes[start]! : (bytes[start]! << 8) | bytes[start + 1]!
}
