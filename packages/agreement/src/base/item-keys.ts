import { type CodeTable, MISSING, NOT_CODABLE } from '../table/types.ts'

/** Bits of the longest key: an array of all possible keys still fits into a processor's cache. */
const LONGEST = 20
/** Beyond any key; so many of them still add up to a whole number of 32 bits. */
const STRANGER = 2 ** LONGEST
const MOST_RATERS = 2047

/** Bits that hold the number of raters. */
const digitBits = (raters: number): number => 32 - Math.clz32(raters)

/** A coded table whose ratings are single bytes. */
export type ByteTable = CodeTable & { readonly codes: Int8Array }

/** Whether the counts of an item fit into one short number. */
export function packs(table: CodeTable): table is ByteTable {
  const { raters, categories, codes } = table
  return (
    codes instanceof Int8Array &&
    raters.length <= MOST_RATERS &&
    digitBits(raters.length) * categories.length <= LONGEST
  )
}

/** Kinds of items in the order in which they appear; an item without any rating is of no kind. */
export interface ItemKinds {
  /** `counts[kind * categories + category]`: raters who chose the category. */
  readonly counts: Int32Array
  /** Items of each kind. */
  readonly times: Float64Array
  /** Items without any rating. */
  readonly empty: number
  /** Items with a code that is no position, gap or mark. */
  readonly strange: number
}

/** How often each key occurs; kept between calls and left empty by each, so that few items need not pay for many possible keys. */
let tally = new Int32Array(0)
/** What each byte adds to a key; those of categories are written anew by each call. */
const digits = new Int32Array(256)

/**
 * The counts of an item as digits of one number, so that equal items fall together without comparing them. A gap adds nothing, so
 * that reading a rating takes no decision; a code that is no category leads beyond the tally.
 */
export function itemKinds({ codes, raters, categories, size }: ByteTable): ItemKinds {
  const q = categories.length
  const bits = digitBits(raters.length)
  if (tally.length < 2 ** (bits * q)) tally = new Int32Array(2 ** (bits * q))
  digits.fill(STRANGER)
  for (let k = 0; k < q; k++) digits[k] = 2 ** (bits * k)
  for (const gap of [MISSING, NOT_CODABLE]) digits[gap & 255] = 0
  const keys = new Int32Array(Math.min(size, tally.length))
  const bytes = new Uint8Array(codes.buffer, codes.byteOffset, codes.length)
  const different = countKeys(bytes, raters.length, keys)
  const empty = tally[0]!
  tally[0] = 0
  const { counts, times } = unpacked(keys.subarray(0, different), q, bits, empty > 0)
  const strange = size - empty - times.reduce((sum, count) => sum + count, 0)
  return { counts, times, empty, strange }
}

/** Counts into the tally and lists the keys that occur; gives their number. */
function countKeys(bytes: Uint8Array, m: number, keys: Int32Array): number {
  const counts = tally
  const adds = digits
  let different = 0
  for (let index = 0; index < bytes.length; ) {
    let key = 0
    for (const end = index + m; index < end; index++) key = (key + adds[bytes[index]!]!) | 0
    if (key >= counts.length) continue
    if (counts[key] === 0) keys[different++] = key
    counts[key]!++
  }
  return different
}

/** Takes the keys out of the tally, all but 0. */
function unpacked(keys: Int32Array, q: number, bits: number, zero: boolean) {
  const rows = keys.length - (zero ? 1 : 0)
  const counts = new Int32Array(rows * q)
  const times = new Float64Array(rows)
  const digit = 2 ** bits - 1
  let cell = 0
  let row = 0
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index]!
    if (key === 0) continue
    times[row++] = tally[key]!
    tally[key] = 0
    for (let k = 0; k < q; k++) counts[cell++] = (key >>> (bits * k)) & digit
  }
  return { counts, times }
}
