/** Values as positions in the rising list of the different ones. */
export interface OrderedValues {
  /** As in the state, and so negative, where there is no value. */
  readonly positions: Int32Array
  readonly distinct: Float64Array
}

/**
 * The different values in order, and where each value stands among them. `state` is 0 where there is a value.
 *
 * Every value is met once; only the different ones are sorted, which scores on a scale have few of.
 */
export function orderedValues(values: Float64Array, state: Int8Array): OrderedValues {
  const positions = Int32Array.from(state)
  const met = meetValues()
  for (let index = 0; index < values.length; index++) {
    if (state[index] === 0) positions[index] = met.place(values[index]!)
  }
  const distinct = met.all().sort()
  const rank = new Int32Array(distinct.length)
  for (let position = 0; position < distinct.length; position++) rank[met.place(distinct[position]!)] = position
  for (let index = 0; index < positions.length; index++) {
    if (state[index] === 0) positions[index] = rank[positions[index]!]!
  }
  return { positions, distinct }
}

/** Numbers values in the order in which they are first met: a hash table of numbers, which a Map keeps one by one on the heap. */
function meetValues() {
  let bits = 10
  let slots = new Int32Array(2 ** bits).fill(-1)
  let known = new Float64Array(2 ** bits / 2)
  let count = 0
  const value = new Float64Array(1)
  const words = new Int32Array(value.buffer)

  function slotOf(wanted: number): number {
    value[0] = wanted + 0 // -0 is 0
    const mixed = Math.imul(words[0]!, 0x9e3779b1) ^ Math.imul(words[1]!, 0x85ebca6b)
    let slot = Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35) >>> (32 - bits)
    for (;;) {
      const place = slots[slot]!
      if (place < 0 || known[place] === wanted) return slot
      slot = (slot + 1) & (slots.length - 1)
    }
  }

  function place(wanted: number): number {
    const slot = slotOf(wanted)
    const found = slots[slot]!
    if (found >= 0) return found
    slots[slot] = count
    known[count++] = wanted
    if (count === known.length) grow()
    return count - 1
  }

  /** The table stays half empty, so that a search is short. */
  function grow(): void {
    bits++
    slots = new Int32Array(2 ** bits).fill(-1)
    const more = new Float64Array(2 * known.length)
    more.set(known)
    known = more
    for (let at = 0; at < count; at++) slots[slotOf(known[at]!)] = at
  }

  return { place, all: () => known.slice(0, count) }
}
