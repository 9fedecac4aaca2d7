/** What two bytes that follow each other say of a row between commas. */
const SEPARATES = 1
/** A cell begins or ends with what may be a blank: a decoder has to tell. */
const EDGE = 2
/** The row ends, or needs a closer look. */
const STOP = 4

const COMMA = 0x2c
const LINE_FEED = 0x0a
const RETURN = 0x0d
const SPACE = 0x20
const BEYOND_ASCII = 0x80

const mayBeBlank = (byte: number) => byte <= SPACE || byte >= BEYOND_ASCII
const stops = new Set(['"', ';', '\t', '\r', '\n'].map((character) => character.charCodeAt(0)))

/** By the byte before and the byte itself: one look-up for each byte of a file. */
const pairs = Uint8Array.from({ length: 2 ** 16 }, (_, pair) => {
  const [before, byte] = [pair >>> 8, pair & 255]
  const edge = (before === COMMA && mayBeBlank(byte)) || (byte === COMMA && mayBeBlank(before)) ? EDGE : 0
  if (byte === COMMA) return SEPARATES | edge
  return stops.has(byte) ? STOP : edge
})

/**
 * Copies a row of so many cells that may stay as it is, up to its line break, while it is read: most rows of most files.
 *
 * @param target where it goes, from `to` on; there has to be room.
 * @returns the offset of its line break, or -1 if its cells have to be looked at one by one.
 */
export function copyWhole(
  bytes: Uint8Array,
  at: number,
  end: number,
  cells: number,
  target: Uint8Array,
  to: number,
): number {
  let pair = COMMA // a row begins as a cell does
  let found = 0
  let separators = 0
  for (let from = at, next = to; from < end; from++, next++) {
    const byte = bytes[from]!
    pair = ((pair << 8) | byte) & 0xffff
    const kind = pairs[pair]!
    if (kind >= STOP) {
      const isOver = byte === LINE_FEED || (byte === RETURN && from + 1 < end && bytes[from + 1] === LINE_FEED)
      const isPlain = found < EDGE && (pairs[(pair & 0xff00) | COMMA]! & EDGE) === 0
      return isOver && isPlain && separators === cells - 1 ? from : -1
    }
    found |= kind
    separators += kind & SEPARATES
    target[next] = byte
  }
  return -1
}
