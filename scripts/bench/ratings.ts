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

/** Names of so many raters. */
export const raterNames = (raters: number): string[] => Array.from({ length: raters }, (_, index) => `R${index + 1}`)

/** The numbers from 0 to k - 1, as categories. */
export const categoriesTo = (k: number): number[] => Array.from({ length: k }, (_, code) => code)

export interface Codes {
  readonly items: number
  readonly raters: number
  readonly k: number
  /** Share of ratings that were not made, stored as -1. */
  readonly missing?: number
}

/** Item after item, each with a code of its own that three raters in four see and the others guess. */
export function codesOf({ items, raters, k, missing = 0 }: Codes): Int8Array {
  const random = seeded(items + raters)
  const any = () => Math.floor(random() * k)
  const codes = new Int8Array(items * raters)
  for (let item = 0, next = 0; item < items; item++) {
    const own = any()
    for (let rater = 0; rater < raters; rater++) {
      const seen = random() < 0.75 ? own : any()
      codes[next++] = random() < missing ? -1 : seen
    }
  }
  return codes
}

/** Scores on a grid of v values, item after item; `NaN` where no rating was made. */
export function scoresOf({ items, raters, k: v, missing = 0 }: Codes): Float64Array {
  const random = seeded(items + v)
  const scores = new Float64Array(items * raters)
  for (let item = 0, next = 0; item < items; item++) {
    const own = random()
    for (let rater = 0; rater < raters; rater++) {
      const seen = Math.min(v - 1, Math.floor(v * Math.abs(own + 0.1 * (random() - 0.5))))
      scores[next++] = random() < missing ? Number.NaN : 1 + seen / 8
    }
  }
  return scores
}
