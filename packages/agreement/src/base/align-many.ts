import { type Groups, usefulGroups } from './alignment-groups.ts'
import type { Alignment, Continuum, Dissimilarity } from './continuum.ts'
import { packingPrices } from './packing-prices.ts'

interface State {
  /** Units later in time that are already in a group, by place in the order of starts. */
  readonly taken: readonly number[]
  readonly loss: number
  readonly before: State | null
  readonly group: number
}

const MOST_GROUPS = 2_000_000

/**
 * Best alignment of three or more raters, exact: choose groups of units that share none, with the largest saving. Prices of units
 * bound what can be saved; then units are gone through in time, keeping every state whose loss against the prices is within a limit
 * that grows until a whole alignment is found. Nothing with a smaller loss can have been missed, so it is the best.
 *
 * @returns `null` if there are too many groups, or more than `effort` states would have to be looked at.
 */
export function alignMany(continuum: Continuum, weights: Dissimilarity, effort: number): Alignment | null {
  const units = continuum.starts.length
  const groups = usefulGroups(continuum, weights, MOST_GROUPS)
  if (groups === null) return null
  const prices = packingPrices(groups, units)
  const order = Int32Array.from({ length: units }, (_, unit) => unit).sort(
    (a, b) => continuum.starts[a]! - continuum.starts[b]! || a - b,
  )
  const search = searcher(groups, prices, order)
  for (const limit of [1e-7, 0.003, 0.03, 0.1, 0.3, 1, 3, 10, Number.POSITIVE_INFINITY]) {
    const found = search(limit * weights.deltaEmpty, effort)
    if (found === 'too many') return null
    if (found !== null) return collect(found, groups, weights, units)
  }
  return null
}

function searcher(groups: Groups, prices: Float64Array, order: Int32Array) {
  const { size, start, members, savings } = groups
  const placeOf = new Int32Array(order.length)
  for (const [place, unit] of order.entries()) placeOf[unit] = place
  const losses = new Float64Array(size)
  for (let group = 0; group < size; group++) {
    losses[group] = -savings[group]!
    for (let index = start[group]!; index < start[group + 1]!; index++) losses[group]! += prices[members[index]!]!
  }
  const laterOf = (group: number): number[] =>
    [...members.subarray(start[group]!, start[group + 1]!)].map((unit) => placeOf[unit]!).sort((a, b) => a - b)
  return (limit: number, effort: number): State | 'too many' | null => {
    const byFirst: { group: number; rest: number[]; loss: number }[][] = Array.from({ length: order.length }, () => [])
    for (let group = 0; group < size; group++) {
      if (losses[group]! > limit) continue
      const [first, ...rest] = laterOf(group)
      byFirst[first!]!.push({ group, rest, loss: Math.max(0, losses[group]!) })
    }
    let states = new Map<string, State>([['', { taken: [], loss: 0, before: null, group: -1 }]])
    let looked = 0
    for (const [place, unit] of order.entries()) {
      const next = new Map<string, State>()
      const add = (taken: readonly number[], loss: number, before: State, group: number): void => {
        if (loss > limit) return
        const key = taken.join()
        const known = next.get(key)
        if (known === undefined || loss < known.loss) next.set(key, { taken, loss, before, group })
      }
      for (const state of states.values()) {
        if (state.taken[0] === place) {
          add(state.taken.slice(1), state.loss, state, -1)
          continue
        }
        add(state.taken, state.loss + prices[unit]!, state, -1)
        for (const { group, rest, loss } of byFirst[place]!) {
          if (rest.some((later) => state.taken.includes(later))) continue
          add(
            [...state.taken, ...rest].sort((a, b) => a - b),
            state.loss + loss,
            state,
            group,
          )
        }
      }
      looked += next.size
      if (looked > effort) return 'too many'
      states = next
    }
    return states.get('') ?? null
  }
}

function collect(found: State, groups: Groups, weights: Dissimilarity, units: number): Alignment {
  const groupOf = Int32Array.from({ length: units }, (_, unit) => unit)
  let disorder = units * weights.deltaEmpty
  for (let state: State | null = found; state !== null; state = state.before) {
    if (state.group < 0) continue
    const members = groups.members.subarray(groups.start[state.group]!, groups.start[state.group + 1]!)
    for (const unit of members) groupOf[unit] = members[0]!
    disorder -= groups.savings[state.group]!
  }
  return { disorder, groupOf }
}
