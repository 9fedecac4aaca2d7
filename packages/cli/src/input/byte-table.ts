/** Different pieces of one array of bytes, numbered in the order in which they were added. */
export interface ByteTable {
  /** The number of a piece with the same bytes; a new one if there is none. */
  readonly idOf: (start: number, end: number) => number
  /** The number of a piece with the same bytes, or -1; it may also be -1 before anything stood twice. */
  readonly find: (start: number, end: number) => number
  /** The next number, for something that is no piece of these bytes. */
  readonly reserve: () => number
  readonly count: () => number
  readonly startOf: (id: number) => number
  readonly endOf: (id: number) => number
}

/** Offsets of something that is no piece. */
const NOWHERE = -1

/**
 * Pieces are found again by their bytes where they stand: a million of them cost their offsets, and no text.
 *
 * Most files list their items in order. As long as each piece comes after the one before, none can stand twice, and
 * nothing has to be looked up; the first that does not brings all of them into a table of hashes.
 *
 * @param expected how many there will be, about.
 */
export function byteTable(bytes: Uint8Array, expected: number): ByteTable {
  let starts = new Int32Array(Math.max(16, expected))
  let ends = new Int32Array(starts.length)
  let slots: Int32Array | null = null
  let count = 0
  let last = NOWHERE

  const append = (start: number, end: number): number => {
    if (count === starts.length) {
      starts = doubled(starts)
      ends = doubled(ends)
    }
    starts[count] = start
    ends[count] = end
    return count++
  }
  const slotOf = (table: Int32Array, start: number, end: number): number => {
    const mask = table.length - 1
    let slot = hashOf(bytes, start, end) & mask
    for (let id = table[slot]! - 1; id >= 0; id = table[slot]! - 1) {
      if (areSame(bytes, start, end, starts[id]!, ends[id]!)) return slot
      slot = (slot + 1) & mask
    }
    return slot
  }
  const rebuilt = (): Int32Array => {
    const table = new Int32Array(2 ** Math.ceil(Math.log2(4 * (count + 16))))
    for (let id = 0; id < count; id++) {
      if (starts[id] !== NOWHERE) table[slotOf(table, starts[id]!, ends[id]!)] = id + 1
    }
    return table
  }
  const found = (start: number, end: number): number => {
    if (slots === null || 2 * count > slots.length) slots = rebuilt()
    const slot = slotOf(slots, start, end)
    if (slots[slot]! > 0) return slots[slot]! - 1
    slots[slot] = count + 1
    return append(start, end)
  }
  return {
    idOf: (start, end) => {
      if (slots !== null) return found(start, end)
      const order = last === NOWHERE ? 1 : compared(bytes, start, end, starts[last]!, ends[last]!)
      if (order === 0) return last
      if (order < 0) return found(start, end)
      last = append(start, end)
      return last
    },
    find: (start, end) => {
      if (slots !== null) return slots[slotOf(slots, start, end)]! - 1
      return last !== NOWHERE && areSame(bytes, start, end, starts[last]!, ends[last]!) ? last : NOWHERE
    },
    reserve: () => append(NOWHERE, NOWHERE),
    count: () => count,
    startOf: (id) => starts[id]!,
    endOf: (id) => ends[id]!,
  }
}

function doubled(store: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * store.length)
  larger.set(store)
  return larger
}

/** FNV-1a, with its high bits folded down: names often differ only at their ends. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193)
  return hash ^ (hash >>> 15)
}

function areSame(bytes: Uint8Array, start: number, end: number, otherStart: number, otherEnd: number): boolean {
  if (end - start !== otherEnd - otherStart) return false
  for (let at = start, other = otherStart; at < end; at++, other++) if (bytes[at] !== bytes[other]) return false
  return true
}

/** Shorter before longer, and then by their bytes: `c9`, `c10`, `c11` are in order. */
export function compared(bytes: Uint8Array, start: number, end: number, otherStart: number, otherEnd: number): number {
  const longer = end - start - (otherEnd - otherStart)
  if (longer !== 0) return longer
  for (let at = start, other = otherStart; at < end; at++, other++) {
    const difference = bytes[at]! - bytes[other]!
    if (difference !== 0) return difference
  }
  return 0
}
