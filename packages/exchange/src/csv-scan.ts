import type { ImportFault } from '@attune/contract'

export type Delimiter = ',' | ';' | '\t'

/** How a cell stood in the file: bare, in quotation marks, or in quotation marks with `""` for one inside. */
export const CELL = { bare: 0, quoted: 1, doubled: 2 } as const

/**
 * The row at which a scan has arrived. Cell `i` is the UTF-8 in `bytes` from `starts[i]` to `ends[i]`, without its
 * quotation marks. Everything is overwritten by the next row: what is to stay has to be copied.
 */
export interface CsvRow {
  bytes: Uint8Array
  starts: Int32Array
  ends: Int32Array
  kinds: Uint8Array
  /** Number of cells. */
  count: number
  /** Whether none of them is quoted: then row and cells lie in the file as they are. */
  isBare: boolean
  /** Line of the file on which the row begins, counted from 1. */
  line: number
}

/** Called with each row that is not blank; `false` stops the scan. */
export type OnCsvRow = (row: CsvRow) => boolean | undefined

/**
 * Takes rows as they stand in the bytes, from an offset on, line breaks included, and adds their number to the line of `row`; gives
 * where the next row begins, which is the same offset if its cells are wanted.
 */
export type TakeWholeRows = (bytes: Uint8Array, at: number, length: number, row: CsvRow) => number

/** What became of a scan. */
export interface CsvScan {
  /** Offset behind the last whole row. */
  readonly end: number
  /** Quotation marks that do not match, which ended it. */
  readonly brokenQuotes: ImportFault | null
}

const QUOTE = 0x22
const LINE_FEED = 0x0a
const RETURN = 0x0d
const SPACE = 0x20
const TAB = 0x09

/** A row before anything was scanned; it is used again for all rows of a file. */
export function newCsvRow(): CsvRow {
  return {
    bytes: new Uint8Array(0),
    starts: new Int32Array(32),
    ends: new Int32Array(32),
    kinds: new Uint8Array(32),
    count: 0,
    isBare: true,
    line: 1,
  }
}

/**
 * A scanner of CSV in UTF-8, piece by piece: bytes in, offsets of cells out, so that a million rows make no million
 * strings. A row ends with LF, CR LF or CR, also where a file mixes them. A piece may end anywhere: the row that is not
 * whole is not counted as read, and the next piece begins with it.
 *
 * @param row where each row is put.
 * @param takeWhole is asked first, for rows without U+2028 and U+2029, which count as lines.
 * @returns a function that scans `bytes` from 0 to `length`; `isLast` says that the file ends there.
 */
export function csvScanner(delimiter: Delimiter, row: CsvRow, onRow: OnCsvRow, takeWhole?: TakeWholeRows) {
  const separator = delimiter.charCodeAt(0)
  const isEnd = new Uint8Array(256)
  for (const byte of [separator, LINE_FEED, RETURN]) isEnd[byte] = 1
  const quoted = quotedCell(separator)
  // Two functions at one call keep the engine from compiling whatever is done with a row into this loop. For a thousand rows
  // that takes longer than reading them; for a million it makes no difference.
  const takeFirst: OnCsvRow = (first) => onRow(first)

  return (bytes: Uint8Array, length: number, isLast: boolean): CsvScan => {
    row.bytes = bytes
    const hasSeparators = holdsLineSeparator(bytes, length)
    let { starts, ends, kinds } = row
    let at = 0
    while (at < length) {
      const begin = at
      if (takeWhole !== undefined && !hasSeparators) {
        at = takeWhole(bytes, begin, length, row)
        if (at > begin) continue
      }
      let count = 0
      let isBare = true
      let extraLines = 0
      let byte = separator
      // One turn a cell. The end of the file ends a cell only if there is nothing more to come.
      while (byte === separator) {
        if (count === starts.length) {
          widen(row)
          ;({ starts, ends, kinds } = row)
        }
        if (at < length && bytes[at] === QUOTE) {
          const found = quoted(bytes, at, length, isLast)
          if (found.end < 0) {
            return { end: begin, brokenQuotes: found.end === BROKEN ? brokenQuotes(row.line) : null }
          }
          starts[count] = at + 1
          ends[count] = found.close
          kinds[count] = found.kind
          isBare = false
          extraLines += found.lines
          at = found.end
        } else {
          starts[count] = at
          while (at < length && isEnd[bytes[at]!] === 0) at++
          ends[count] = at
          kinds[count] = CELL.bare
        }
        count++
        if (at === length) {
          if (!isLast) return { end: begin, brokenQuotes: null }
          byte = LINE_FEED
        } else {
          byte = bytes[at]!
          at++
        }
      }
      if (byte === RETURN) {
        if (at === length && !isLast) return { end: begin, brokenQuotes: null }
        if (at < length && bytes[at] === LINE_FEED) at++
      }
      row.count = count
      row.isBare = isBare
      const take = row.line === 1 ? takeFirst : onRow
      if (!isBlank(row) && take(row) === false) return { end: at, brokenQuotes: null }
      row.line += 1 + extraLines + (hasSeparators ? countLineSeparators(bytes, begin, at) : 0)
    }
    return { end: at, brokenQuotes: null }
  }
}

const brokenQuotes = (line: number): ImportFault => ({
  line,
  message: 'A quotation mark that is not closed, or that is followed by more text in its cell.',
  remedy: 'Close the quotation mark; write "" for one inside a quoted cell.',
})

const UNFINISHED = -1
const BROKEN = -2

/** Where a quoted cell ends. The object is used again for each cell. */
function quotedCell(separator: number) {
  const found = { end: 0, close: 0, kind: CELL.quoted as 1 | 2, lines: 0 }
  return (bytes: Uint8Array, open: number, length: number, isLast: boolean) => {
    found.kind = CELL.quoted
    found.lines = 0
    let at = open + 1
    for (;;) {
      while (at < length && bytes[at] !== QUOTE) {
        const byte = bytes[at++]
        if (byte === LINE_FEED || (byte === RETURN && bytes[at] !== LINE_FEED)) found.lines++
      }
      // A mark at the very end of a piece may be the first of two.
      if (at >= length - 1 && !isLast) found.end = UNFINISHED
      else if (at >= length) found.end = BROKEN
      else if (bytes[at + 1] === QUOTE && at + 1 < length) {
        found.kind = CELL.doubled
        at += 2
        continue
      } else {
        found.close = at
        found.end = behind(bytes, at + 1, length, isLast, separator)
      }
      return found
    }
  }
}

/** The end of a cell behind its closing mark; blanks may stand between. */
function behind(bytes: Uint8Array, from: number, length: number, isLast: boolean, separator: number): number {
  let at = from
  while (at < length && (bytes[at] === SPACE || bytes[at] === TAB) && bytes[at] !== separator) at++
  if (at === length) return isLast ? at : UNFINISHED
  const byte = bytes[at]
  return byte === separator || byte === LINE_FEED || byte === RETURN ? at : BROKEN
}

function widen(row: CsvRow): void {
  const { starts, ends, kinds } = row
  row.starts = new Int32Array(2 * starts.length)
  row.ends = new Int32Array(2 * ends.length)
  row.kinds = new Uint8Array(2 * kinds.length)
  row.starts.set(starts)
  row.ends.set(ends)
  row.kinds.set(kinds)
}

function isBlank(row: CsvRow): boolean {
  if (row.count > 1) return false
  const first = row.bytes[row.starts[0]!]!
  if (row.starts[0]! < row.ends[0]! && first > SPACE && first < 0x80) return false
  return cellOf(row, 0).trim() === ''
}

/** U+2028 and U+2029 end lines for editors, not rows; in UTF-8 they are E2 80 A8 and E2 80 A9. */
function holdsLineSeparator(all: Uint8Array, length: number): boolean {
  const bytes = all.subarray(0, length)
  for (let at = bytes.indexOf(0xe2); at >= 0; at = bytes.indexOf(0xe2, at + 1)) {
    if (isLineSeparator(bytes, at)) return true
  }
  return false
}

const isLineSeparator = (bytes: Uint8Array, at: number) =>
  bytes[at] === 0xe2 && bytes[at + 1] === 0x80 && (bytes[at + 2] === 0xa8 || bytes[at + 2] === 0xa9)

function countLineSeparators(bytes: Uint8Array, from: number, to: number): number {
  let count = 0
  for (let at = from; at < to; at++) if (isLineSeparator(bytes, at)) count++
  return count
}

/** Node, browsers and every other engine have it, but the types of the language itself do not name it. */
declare const TextDecoder: new (
  encoding: string,
  options: { ignoreBOM: boolean },
) => { readonly decode: (bytes: Uint8Array) => string }
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** Cell `index` of a row as text. */
export function cellOf(row: CsvRow, index: number): string {
  const start = row.starts[index]!
  const end = row.ends[index]!
  const text = shortAscii(row.bytes, start, end) ?? utf8.decode(row.bytes.subarray(start, end))
  return row.kinds[index] === CELL.doubled ? text.replaceAll('""', '"') : text
}

/** All cells of a row as text. */
export function cellsOf(row: CsvRow): string[] {
  return Array.from({ length: row.count }, (_, index) => cellOf(row, index))
}

/** Most cells are a few letters, for which a decoder is slow to start. */
function shortAscii(bytes: Uint8Array, start: number, end: number): string | null {
  if (end - start > 24) return null
  let text = ''
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!
    if (byte > 0x7f) return null
    text += String.fromCharCode(byte)
  }
  return text
}
