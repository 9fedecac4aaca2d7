/** A small generator with a fixed seed (mulberry32): the same ratings in every run, on every machine. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Codes of two raters who agree on about three items in four beyond chance. */
export function codeRows(items: number, k: number, seed: number): [number, number][] {
  const random = seeded(seed)
  const any = () => Math.floor(random() * k)
  return Array.from({ length: items }, () => {
    const first = any()
    return [first, random() < 0.75 ? first : any()]
  })
}

/** Scores from 1 to 9 by halves: the item's own level and each rater's deviation. */
export function scoreRows(items: number, raters: number, seed: number): number[][] {
  const random = seeded(seed)
  const half = (value: number) => Math.min(9, Math.max(1, Math.round(value * 2) / 2))
  return Array.from({ length: items }, () => {
    const level = 1 + 8 * random()
    return Array.from({ length: raters }, () => half(level + 2 * (random() - 0.5)))
  })
}
