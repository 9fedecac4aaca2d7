/** Whole numbers from 0 to 4294967295, the same for the same seed on every machine. */
export interface Random {
  (): number
  /** Fills the list with the next numbers, as so many calls would. */
  readonly fill: (list: Uint32Array) => void
}

/**
 * The generator xoshiro128**, filled from the seed by splitmix32; whole-number arithmetic only.
 *
 * @source Blackman & Vigna (2021), ACM Trans. Math. Softw. 47(4), 36. doi:10.1145/3460772
 */
export function randomFrom(seed: number): Random {
  if (!Number.isSafeInteger(seed)) throw new RangeError(`Seed ${seed} is not a whole number.`)
  let mixed = (seed % 4294967296) ^ Math.floor(seed / 4294967296)
  const filled = (): number => {
    mixed = (mixed + 0x9e3779b9) | 0
    let z = mixed ^ (mixed >>> 16)
    z = Math.imul(z, 0x21f0aaad)
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97)
    return z ^ (z >>> 15)
  }
  const state = Int32Array.of(filled(), filled(), filled(), filled())
  const numbers = new Uint32Array(256)
  let next = numbers.length
  const refill = (): void => {
    advance(state, numbers)
    next = 0
  }
  const one = (): number => {
    if (next === numbers.length) refill()
    return numbers[next++]!
  }
  const fill = (list: Uint32Array): void => {
    for (let at = 0; at < list.length; ) {
      if (next === numbers.length) refill()
      const taken = numbers.subarray(next, next + list.length - at)
      list.set(taken, at)
      at += taken.length
      next += taken.length
    }
  }
  return Object.assign(one, { fill })
}

/** Fills the list with the next numbers; many at once, so that the state stays in registers. */
function advance(state: Int32Array, numbers: Uint32Array): void {
  let a = state[0]!
  let b = state[1]!
  let c = state[2]!
  let d = state[3]!
  for (let at = 0; at < numbers.length; at++) {
    const five = Math.imul(b, 5)
    numbers[at] = Math.imul((five << 7) | (five >>> 25), 9)
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = (d << 11) | (d >>> 21)
  }
  state[0] = a
  state[1] = b
  state[2] = c
  state[3] = d
}

/** A whole number from 0 to below `limit`, every one equally likely. */
export function randomBelow(random: Random, limit: number): number {
  const usable = 4294967296 - (4294967296 % limit)
  for (;;) {
    const drawn = random()
    if (drawn < usable) return drawn % limit
  }
}
