import type { ImportFault } from '@attune/contract'
import { checkText, LARGEST_FILE, wholeFile } from './text-check.ts'
import { countBreaks } from './text-lines.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be'

/** The text without its byte order mark, or the reasons why these bytes are not text. */
export type DecodedText =
  | { readonly ok: true; readonly text: string; readonly encoding: Encoding; readonly bom: boolean }
  | { readonly ok: false; readonly faults: ImportFault[] }

/** Node, browsers and every other engine have it, but the types of the language itself do not name it. */
declare const TextDecoder: new (encoding: string, options: { fatal: boolean; ignoreBOM: boolean }) => Decoder
interface Decoder {
  readonly decode: (bytes: Uint8Array) => string
}

/** Files that people take for text; the beginning gives them away. */
const NOT_TEXT: readonly { readonly begins: readonly number[]; readonly name: string }[] = [
  { begins: [0x50, 0x4b, 0x03, 0x04], name: 'a Word, OpenDocument, Excel or zip file' },
  { begins: [0x50, 0x4b, 0x05, 0x06], name: 'an empty zip file' },
  { begins: [0xd0, 0xcf, 0x11, 0xe0], name: 'a file of an old Word or Excel' },
  { begins: [0x25, 0x50, 0x44, 0x46], name: 'a PDF file' },
  { begins: [0x7b, 0x5c, 0x72, 0x74, 0x66], name: 'an RTF file' },
  { begins: [0x1f, 0x8b], name: 'a gzip file' },
  { begins: [0x89, 0x50, 0x4e, 0x47], name: 'a PNG image' },
  { begins: [0xff, 0xd8, 0xff], name: 'a JPEG image' },
  { begins: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20], name: 'an SQLite database' },
]

const beginsWith = (bytes: Uint8Array, start: readonly number[]) => start.every((byte, index) => bytes[index] === byte)

/**
 * Bytes of a file as text: UTF-8, or UTF-16 with its byte order mark. Nothing is guessed or repaired: a wrong
 * character in a transcript would be quoted as evidence.
 *
 * @param limit most bytes accepted.
 * @example decodeText(new Uint8Array([0x49, 0x3a])) // { ok: true, text: 'I:', encoding: 'utf-8', bom: false }
 */
export function decodeText(bytes: Uint8Array, limit = LARGEST_FILE): DecodedText {
  if (bytes.length > limit) {
    const size = `${(bytes.length / 1_048_576).toFixed(1)} MB`
    return refused(
      wholeFile(`The file has ${size}; at most ${Math.floor(limit / 1_048_576)} MB are read.`, 'Split it.'),
    )
  }
  const disguised = NOT_TEXT.find((kind) => beginsWith(bytes, kind.begins))
  if (disguised !== undefined) {
    return refused(
      wholeFile(`This is ${disguised.name}, not plain text.`, 'Open it and save it as plain text (UTF-8).'),
    )
  }
  const decoded = beginsWith(bytes, [0xff, 0xfe])
    ? decodeUtf16(bytes, 'utf-16le')
    : beginsWith(bytes, [0xfe, 0xff])
      ? decodeUtf16(bytes, 'utf-16be')
      : decodeUtf8(bytes)
  if (!decoded.ok) return decoded
  const faults = checkText(decoded.text)
  return faults.length === 0 ? decoded : { ok: false, faults }
}

function refused(fault: ImportFault): DecodedText {
  return { ok: false, faults: [fault] }
}

function decodeUtf8(bytes: Uint8Array): DecodedText {
  const bom = beginsWith(bytes, [0xef, 0xbb, 0xbf])
  const body = bom ? bytes.subarray(3) : bytes
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const text = attempt(decoder, body)
  if (text !== null) return { ok: true, text, encoding: 'utf-8', bom }
  return refused({
    line: firstBrokenLine(decoder, body),
    message: 'Bytes that are not UTF-8; the file probably comes from an older program (Windows-1252, Mac Roman ...).',
    remedy: 'Open it in your editor, check the umlauts and accents, and save it with the encoding UTF-8.',
  })
}

function attempt(decoder: Decoder, bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes)
  } catch {
    return null
  }
}

/** The decoder does not say where it failed; a line break never lies inside a character, so each line can be tried. */
function firstBrokenLine(decoder: Decoder, bytes: Uint8Array): number {
  let line = 1
  let start = 0
  for (let index = 0; index <= bytes.length; index++) {
    const byte = bytes[index]
    if (byte !== 0x0a && byte !== 0x0d && byte !== undefined) continue
    const part = attempt(decoder, bytes.subarray(start, index))
    if (part === null) return line
    const isPairOfBreaks = byte === 0x0d && bytes[index + 1] === 0x0a
    line += countBreaks(part) + (isPairOfBreaks ? 0 : 1)
    start = index + 1
  }
  return line
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): DecodedText {
  if (bytes.length % 2 !== 0) {
    return refused(wholeFile('The file ends in the middle of a UTF-16 character.', 'Copy or save the file again.'))
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: string[] = []
  // Units are taken over as they are, so that checkText can say where a pair is broken.
  for (let start = 2; start < bytes.length; start += 16_384) {
    const units = new Uint16Array(Math.min(16_384, bytes.length - start) / 2)
    for (let index = 0; index < units.length; index++) {
      units[index] = view.getUint16(start + 2 * index, encoding === 'utf-16le')
    }
    parts.push(String.fromCharCode(...units))
  }
  return { ok: true, text: parts.join(''), encoding, bom: true }
}
