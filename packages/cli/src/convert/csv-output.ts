import { CELL, type CsvRow } from '@attune/exchange'
import { numberIn } from '../input/values.ts'
import type { Output } from '../world.ts'
import { copyWhole } from './whole-rows.ts'

const ROOM = 512 * 1024
/** Longer rows may be copied cell by cell. */
const LONG_ROW = 16 * 1024
const QUOTE = 0x22
const COMMA = 0x2c
const POINT = 0x2e
const LINE_FEED = 0x0a
const RETURN = 0x0d
const SPACE = 0x20
const BEYOND_ASCII = 0x80

/** What has to stand in quotation marks for one reader or another. */
const special = new Uint8Array(256)
for (const character of '",;\t\r\n') special[character.charCodeAt(0)] = 1

/** Writes cells as CSV: RFC 4180, commas, CR LF, quotation marks where they are needed. */
export interface CsvOutput {
  /** A cell, in quotation marks or not; the first of a row after a call of `endRow`. */
  readonly cell: (bytes: Uint8Array, start: number, end: number, kind: number) => void
  readonly text: (text: string) => void
  readonly endRow: () => void
  /** Every cell of a row, and its end. */
  readonly row: (row: CsvRow) => void
  /** The same for a row of so many cells that may stay as it is: gives where the next one begins, or where this one does if it may not. */
  readonly wholeRow: (bytes: Uint8Array, at: number, length: number, cells: number) => number
  readonly finish: () => void
}

/** @param decimalComma whether `4,5` is a number, which has to become 4.5 between commas. */
export function csvOutput(output: Output, decimalComma: boolean): CsvOutput {
  const encoder = new TextEncoder()
  let room = Buffer.allocUnsafe(ROOM)
  let used = 0
  let isFirst = true

  const reserve = (size: number) => {
    if (used + size <= room.length) return
    output.write(room.subarray(0, used))
    used = 0
    if (size > room.length) room = Buffer.allocUnsafe(size)
  }
  /** Copies a cell that needs no quotation marks; false, and nothing copied, if it needs them. */
  const copied = (bytes: Uint8Array, start: number, end: number): boolean => {
    if (start < end && (mayBeBlank(bytes[start]!) || mayBeBlank(bytes[end - 1]!)) && hasBlanksAround(bytes, start, end))
      return false
    const target = room
    let to = used
    for (let at = start; at < end; at++) {
      const byte = bytes[at]!
      if (special[byte] === 1) return false
      target[to++] = byte
    }
    used = to
    return true
  }
  const cell = (bytes: Uint8Array, start: number, end: number, kind: number) => {
    reserve(2 * (end - start) + 3)
    if (!isFirst) room[used++] = COMMA
    isFirst = false
    if (copied(bytes, start, end)) return
    if (decimalComma && isDecimal(bytes, start, end)) {
      for (let at = start; at < end; at++) room[used++] = bytes[at] === COMMA ? POINT : bytes[at]!
    } else {
      room[used++] = QUOTE
      // Between quotation marks in the file they are doubled already.
      for (let at = start; at < end; at++) {
        if (bytes[at] === QUOTE && kind !== CELL.doubled) room[used++] = QUOTE
        room[used++] = bytes[at]!
      }
      room[used++] = QUOTE
    }
  }
  const endRow = () => {
    reserve(2)
    room[used++] = RETURN
    room[used++] = LINE_FEED
    isFirst = true
  }
  return {
    cell,
    text: (text) => {
      const bytes = encoder.encode(text)
      cell(bytes, 0, bytes.length, CELL.bare)
    },
    endRow,
    row: (row) => {
      const { bytes, starts, ends, kinds, count } = row
      for (let index = 0; index < count; index++) cell(bytes, starts[index]!, ends[index]!, kinds[index]!)
      endRow()
    },
    wholeRow: (bytes, at, length, cells) => {
      if (decimalComma || cells === 1) return at // a single cell may be blank, and then there is no row
      reserve(LONG_ROW)
      const end = copyWhole(bytes, at, Math.min(length, at + room.length - used - 2), cells, room, used)
      if (end < 0) return at
      used += end - at
      endRow()
      return bytes[end] === LINE_FEED ? end + 1 : end + 2
    },
    finish: () => {
      output.write(room.subarray(0, used))
      output.finish()
    },
  }
}

/** Cells with blanks around them are quoted too: some readers would take these away. */
const mayBeBlank = (byte: number) => byte <= SPACE || byte >= BEYOND_ASCII

function hasBlanksAround(bytes: Uint8Array, start: number, end: number): boolean {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(start, end))
  return text.trim() !== text
}

function isDecimal(bytes: Uint8Array, start: number, end: number): boolean {
  return numberIn(new TextDecoder().decode(bytes.subarray(start, end)), true) !== null
}
