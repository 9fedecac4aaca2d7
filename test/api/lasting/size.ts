/** The long runs are `pnpm test:long`; here the same tests in small, so that a fault shows before. */
export const isLong = process.env.ATTUNE_LONG === '1'
export const sized = (short: number, long: number): number => (isLong ? long : short)

/** Figures for docs/trust.md. */
export const report = (what: string): void => console.log(`[lasting] ${what}`)

/** Chance that repeats itself: a run that fails can be run again. */
export function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
