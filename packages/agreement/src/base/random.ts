/** Whole numbers from 0 to 4294967295, the same for the same seed on every machine. */
export type Random = () => number

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
  let [a, b, c, d] = [filled(), filled(), filled(), filled()]
  const rotated = (x: number, by: number): number => (x << by) | (x >>> (32 - by))
  return () => {
    const result = Math.imul(rotated(Math.imul(b, 5), 7), 9) >>> 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = rotated(d, 11)
    return result
  }
}

/** A whole number from 0 to below `limit`, every one equally likely. */
export function randomBelow(random: Random, limit: number): number {
  const usable = 4294967296 - (4294967296 % limit)
  for (;;) {
    const drawn = random()
    if (drawn < usable) return drawn % limit
  }
}
