import type { Groups } from './alignment-groups.ts'

/**
 * Prices of units such that no group saves more than its units cost together, with the least sum: the dual of choosing groups that
 * share no unit, allowed in parts. By the revised simplex method; right-hand sides are moved apart a little so that it cannot
 * run in circles, which leaves prices as good as before.
 */
export function packingPrices(groups: Groups, units: number): Float64Array {
  const { size, start, members, savings } = groups
  const basis = Int32Array.from({ length: units }, (_, row) => -1 - row) // a group, or -1 - unit: the unit alone
  const amounts = Float64Array.from({ length: units }, (_, row) => 1 + ((row * 0.6180339887) % 1) * 1e-3)
  const inverse = Array.from({ length: units }, (_, column) =>
    new Float64Array(units).fill(0, 0).fill(1, column, column + 1),
  )
  const prices = new Float64Array(units)
  const direction = new Float64Array(units)
  let waiting: number[] = []
  for (let round = 0; round < 60 * units + 1000; round++) {
    const entering = choose()
    if (entering === null) break
    pivot(entering)
  }
  return feasible()

  function excessOf(group: number): number {
    let excess = savings[group]!
    for (let index = start[group]!; index < start[group + 1]!; index++) excess -= prices[members[index]!]!
    return excess
  }

  function choose(): number | null {
    let [best, most] = [null as number | null, 1e-9]
    for (let unit = 0; unit < units; unit++) if (-prices[unit]! > most) [best, most] = [-1 - unit, -prices[unit]!]
    for (const group of waiting) {
      const excess = excessOf(group)
      if (excess > most) [best, most] = [group, excess]
    }
    if (best !== null) return best
    waiting = []
    for (let group = 0; group < size; group++) {
      const excess = excessOf(group)
      if (excess <= 1e-9) continue
      waiting.push(group)
      if (excess > most) [best, most] = [group, excess]
    }
    waiting = waiting.filter((group) => excessOf(group) > most / 5).slice(0, 1000)
    return best
  }

  function pivot(entering: number): void {
    direction.fill(0)
    const rate = entering < 0 ? -prices[-1 - entering]! : excessOf(entering)
    const columns = entering < 0 ? [-1 - entering] : members.subarray(start[entering]!, start[entering + 1]!)
    for (const column of columns) for (let row = 0; row < units; row++) direction[row]! += inverse[column]![row]!
    let [leaving, step] = [-1, Number.POSITIVE_INFINITY]
    const touched: number[] = []
    for (let row = 0; row < units; row++) {
      if (Math.abs(direction[row]!) < 1e-11) continue
      touched.push(row)
      if (direction[row]! > 1e-8 && amounts[row]! / direction[row]! < step) {
        ;[leaving, step] = [row, amounts[row]! / direction[row]!]
      }
    }
    if (leaving < 0) throw new Error('A packing without bound cannot be.')
    const turn = direction[leaving]!
    for (const row of touched) amounts[row]! -= step * direction[row]!
    amounts[leaving] = step
    for (let column = 0; column < units; column++) {
      const values = inverse[column]!
      const pivotValue = values[leaving]! / turn
      if (pivotValue === 0) continue
      for (const row of touched) values[row]! -= pivotValue * direction[row]!
      values[leaving] = pivotValue
      prices[column]! += rate * pivotValue
    }
    basis[leaving] = entering
  }

  /** Whatever rounding or an early end left over is added to the prices: they bound from above in any case. */
  function feasible(): Float64Array {
    for (let unit = 0; unit < units; unit++) prices[unit] = Math.max(0, prices[unit]!)
    for (let group = 0; group < size; group++) {
      const excess = excessOf(group)
      if (excess > 0) prices[members[start[group]!]!]! += excess
    }
    return prices
  }
}
