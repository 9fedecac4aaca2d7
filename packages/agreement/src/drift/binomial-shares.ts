/** Probabilities of 0, 1 ... n hits in n items, from n to n + 1 items one after another: no factorial, nothing negative. */
export function binomialShares(n: number, p: number): number[] {
  return Array.from({ length: n }).reduce<number[]>((shares) => addItem(shares, p), [1])
}

/** The number of hits in two independent lots of items. */
export function jointShares(one: readonly number[], other: readonly number[]): number[] {
  const joint = Array.from({ length: one.length + other.length - 1 }, () => 0)
  for (const [i, a] of one.entries()) for (const [j, b] of other.entries()) joint[i + j]! += a * b
  return joint
}

/** Most hits that come with no more than this risk, or fewer: the critical number of a test from below. `null`: even none is likelier. */
export function criticalHits(shares: readonly number[], risk: number): number | null {
  let below = 0
  for (const [hits, share] of shares.entries()) {
    below += share
    if (below > risk) return hits === 0 ? null : hits - 1
  }
  return shares.length - 1
}

function addItem(shares: readonly number[], p: number): number[] {
  return Array.from({ length: shares.length + 1 }, (_, hits) => {
    const missed = (shares[hits] ?? 0) * (1 - p)
    return missed + (shares[hits - 1] ?? 0) * p
  })
}
