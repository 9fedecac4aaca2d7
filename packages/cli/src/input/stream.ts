import { Buffer, isUtf8 } from 'node:buffer'
import {
  csvScanner,
  type Delimiter,
  decodeText,
  detectDelimiter,
  newCsvRow,
  type OnCsvRow,
  type TakeWholeRows,
} from '@attune/exchange'
import { place, Refusal } from '../refusal.ts'
import type { World } from '../world.ts'
import { characterStart } from './source.ts'

/** Enough of a file to tell its delimiter, and to make its rows worth a round of the scanner. */
const ROUND = 256 * 1024

/** Who is told the rows. */
export interface Takers {
  readonly row: OnCsvRow
  /** Is asked first whether it takes rows as they are. */
  readonly whole: TakeWholeRows
}

/** What is read and not yet scanned: the beginning of a row, and whatever follows it. */
interface Feed {
  bytes: Uint8Array<ArrayBuffer>
  length: number
  /** Up to here it is known to be text. */
  checked: number
  /** How much of the file came before. */
  passed: number
}

/**
 * Reads a file with cells piece by piece, so that its size does not matter. Everything that is refused in a file read at
 * once is refused here, with the same words, when it is reached.
 *
 * @param given the delimiter; null to find it.
 * @param start is told the delimiter, and gives who is told each row that is not blank.
 * @throws Refusal if the file cannot be read, is not text, or has broken quotes.
 */
export async function streamRows(
  world: World,
  file: string,
  given: Delimiter | null,
  start: (delimiter: Delimiter) => Takers,
): Promise<void> {
  // Node searches its own buffers several times sooner than other arrays of bytes.
  const feed: Feed = { bytes: Buffer.alloc(4 * ROUND), length: 0, checked: 0, passed: 0 }
  const row = newCsvRow()
  let scan: ReturnType<typeof csvScanner> | null = null
  const round = (isLast: boolean) => {
    checkText(feed, file, row.line, isLast)
    if (scan === null) {
      if (!isLast && isBlank(feed)) return
      const delimiter = given ?? detectDelimiter(textOf(feed, ROUND))
      const takers = start(delimiter)
      scan = csvScanner(delimiter, row, takers.row, takers.whole)
    }
    const { end, brokenQuotes } = scan(feed.bytes, feed.checked, isLast)
    if (brokenQuotes !== null) {
      throw new Refusal(`${place(file, brokenQuotes.line)}: ${brokenQuotes.message}`, brokenQuotes.remedy)
    }
    forget(feed, end)
    world.progress(`${file}: ${Math.round((feed.passed + feed.length) / 2 ** 20)} MB read`)
  }
  let pieces = 0
  for await (const piece of utf8Pieces(world, file, () => row.line + breaksIn(feed))) {
    append(feed, pieces++ === 0 ? withoutMark(piece) : piece)
    if (feed.length >= ROUND) round(false)
  }
  round(true)
}

/** The pieces of a file as UTF-8; UTF-16 is decoded, with the two bytes of a unit and the two units of a pair together. */
async function* utf8Pieces(world: World, file: string, line: () => number): AsyncIterable<Uint8Array> {
  let rest: Uint8Array = new Uint8Array(0)
  let mark: Uint8Array | null = null
  for await (const piece of world.pieces(file)) {
    const bytes = rest.length === 0 ? piece : joined(rest, piece)
    if (mark === null) {
      if (bytes.length < 2) {
        rest = bytes.slice()
        continue
      }
      mark = isUtf16(bytes) ? bytes.slice(0, 2) : new Uint8Array(0)
    }
    if (mark.length === 0) {
      rest = new Uint8Array(0)
      yield bytes
      continue
    }
    const end = unitsEnd(bytes, mark[0] === 0xff)
    rest = bytes.slice(end)
    yield fromUtf16(bytes.subarray(0, end), mark, file, line())
  }
  if (rest.length > 0) yield mark === null || mark.length === 0 ? rest : fromUtf16(rest, mark, file, line())
}

const isUtf16 = ([first, second]: Uint8Array) =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)

/** The end of the last whole character. */
function unitsEnd(bytes: Uint8Array, isLittle: boolean): number {
  const end = bytes.length - (bytes.length % 2)
  const high = bytes[isLittle ? end - 1 : end - 2] ?? 0
  return high >= 0xd8 && high <= 0xdb ? end - 2 : end
}

function fromUtf16(bytes: Uint8Array, mark: Uint8Array, file: string, line: number): Uint8Array {
  const isMarked = bytes[0] === mark[0] && bytes[1] === mark[1]
  const decoded = decodeText(isMarked ? bytes : joined(mark, bytes), bytes.length + 2)
  if (decoded.ok) return new TextEncoder().encode(decoded.text)
  // A piece of nothing but blanks is no fault yet.
  const text = new TextDecoder(mark[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes)
  if (/^[\s\uFEFF]*$/.test(text)) return new TextEncoder().encode(text)
  throw refusal(file, line, decoded.faults[0])
}

function refusal(file: string, line: number, fault: { line: number; message: string; remedy: string } | undefined) {
  const at = fault === undefined || fault.line === 0 ? 0 : line + fault.line - 1
  return new Refusal(`${place(file, at)}: ${fault?.message}`, fault?.remedy ?? '')
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length)
  both.set(first)
  both.set(second, first.length)
  return both
}

function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes
}

/** Makes room where needed: a row may be longer than any piece. */
function append(feed: Feed, piece: Uint8Array): void {
  if (feed.length + piece.length > feed.bytes.length) {
    const larger = Buffer.alloc(2 * Math.max(feed.bytes.length, feed.length + piece.length))
    larger.set(feed.bytes.subarray(0, feed.length))
    feed.bytes = larger
  }
  feed.bytes.set(piece, feed.length)
  feed.length += piece.length
}

function forget(feed: Feed, end: number): void {
  feed.bytes.copyWithin(0, end, feed.length)
  feed.length -= end
  feed.checked -= end
  feed.passed += end
}

/** Moves `checked` to the last whole character. @throws Refusal for bytes that are not text. */
function checkText(feed: Feed, file: string, line: number, isLast: boolean): void {
  const end = isLast ? feed.length : lastCharacter(feed)
  const fresh = feed.bytes.subarray(feed.checked, end)
  const isFirst = feed.passed === 0
  const isFine = isUtf8(fresh) && !fresh.includes(0)
  // The decoder knows what is wrong; it is also asked for the beginning, which may be that of another kind of file.
  if (!isFine || isFirst) {
    const decoded = decodeText(feed.bytes.subarray(0, end), Number.POSITIVE_INFINITY)
    if (!decoded.ok && (!isFine || isLast || !isBlank(feed))) throw refusal(file, line, decoded.faults[0])
  }
  feed.checked = end
}

/** Line breaks among what is not scanned yet. */
function breaksIn({ bytes, length }: Feed): number {
  const text = new TextDecoder().decode(bytes.subarray(0, length))
  return [...text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)].length
}

/** Where the last character begins that may not be whole. */
function lastCharacter({ bytes, length }: Feed): number {
  const at = characterStart(bytes, length - 1)
  return bytes[at]! < 0x80 ? length : at
}

const textOf = ({ bytes, checked }: Feed, most: number) =>
  new TextDecoder().decode(bytes.subarray(0, characterStart(bytes, Math.min(most, checked))))

function isBlank(feed: Feed): boolean {
  return /^[\s\uFEFF]*$/.test(textOf(feed, feed.checked))
}
