import { type CsvRow, cellOf } from '@attune/exchange'
import { byteTable } from './byte-table.ts'
import { cellText } from './source.ts'

/** Numbers for the names of items and raters, in the order in which they are first seen. */
export interface Names {
  /** The number of the name in a cell. */
  readonly idOf: (row: CsvRow, cell: number) => number
  /** How many different names there were. */
  readonly count: () => number
  readonly nameOf: (id: number) => string
  /** Whether a cell holds no name at all. */
  readonly isEmpty: (row: CsvRow, cell: number) => boolean
}

export const QUOTE = 0x22
const APOSTROPHE = 0x27
const SPACE = 0x20
const BEYOND_ASCII = 0x80

/**
 * Names are told apart by their bytes in the file, without the blanks around them and without the apostrophe in front of a
 * formula. Where a name holds a quotation mark its bytes may be doubled, so such names are compared as text.
 *
 * @param expected how many there will be, about.
 */
export function namesIn(bytes: Uint8Array, expected: number): Names {
  const table = byteTable(bytes, expected)
  const hasQuotes = bytes.includes(QUOTE)
  const odd = new Map<string, number>()
  const texts: string[] = []

  const oddId = (text: string): number => {
    const known = odd.get(text)
    if (known !== undefined) return known
    const id = table.reserve()
    odd.set(text, id)
    return id
  }
  const oddName = (id: number) => [...odd].find(([, known]) => known === id)?.[0] ?? ''
  const nameOf = (id: number): string => {
    const name = bytes.subarray(table.startOf(id), table.endOf(id))
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(name)
  }
  return {
    idOf: (row, cell) => {
      let start = row.starts[cell]!
      let end = row.ends[cell]!
      if (!isPlain(bytes, start, end)) [start, end] = trimmed(bytes, start, end)
      if (hasQuotes && bytes.subarray(start, end).includes(QUOTE)) return oddId(cellText(cellOf(row, cell)))
      return table.idOf(start, end)
    },
    count: table.count,
    nameOf: (id) => {
      texts[id] ??= table.startOf(id) < 0 ? oddName(id) : nameOf(id)
      return texts[id]
    },
    isEmpty: (row, cell) => {
      const start = row.starts[cell]!
      const end = row.ends[cell]!
      return start === end || (!isPlain(bytes, start, end) && cellText(cellOf(row, cell)) === '')
    },
  }
}

/** Whether nothing can stand around these bytes that is not part of the name. */
export function isPlain(bytes: Uint8Array, start: number, end: number): boolean {
  if (start === end) return true
  const first = bytes[start]!
  const last = bytes[end - 1]!
  return first > SPACE && first < BEYOND_ASCII && first !== APOSTROPHE && last > SPACE && last < BEYOND_ASCII
}

/** Where the text of a cell begins and ends. */
function trimmed(bytes: Uint8Array, start: number, end: number): [number, number] {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(start, end))
  const before = text.length - text.trimStart().length
  const kept = text.trim()
  const from = start + sizeOf(text.slice(0, before)) + (cellText(kept) === kept ? 0 : 1)
  return [from, start + sizeOf(text.slice(0, before + kept.length))]
}

const sizeOf = (text: string) => new TextEncoder().encode(text).length
