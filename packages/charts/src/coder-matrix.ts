import { lightness } from './scale.ts'

/** One coefficient of two raters, who are given by their positions. */
export interface PairEntry {
  readonly first: number
  readonly second: number
  readonly n: number
  readonly estimate: number | null
}

export type MatrixCell<Pair> =
  | { readonly kind: 'self' }
  /** These two share no item. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'undefined'; readonly pair: Pair }
  | { readonly kind: 'value'; readonly pair: Pair; readonly step: number; readonly isFew: boolean }

export interface CoderMatrix<Pair> {
  readonly rows: readonly (readonly MatrixCell<Pair>[])[]
  /** Of pairs with enough items if there are any, so that a title never leans on two items. */
  readonly lowest: Pair | null
  readonly highest: Pair | null
  readonly undefinedPairs: number
  readonly fewPairs: number
}

/** Everybody with everybody. Pairs with fewer than `minimum` items are marked, as their coefficients say little. */
export function layCoderMatrix<Pair extends PairEntry>(
  raters: number,
  pairs: readonly Pair[],
  minimum: number,
): CoderMatrix<Pair> {
  const key = (one: number, other: number) => `${Math.min(one, other)} ${Math.max(one, other)}`
  const found = new Map(pairs.map((pair) => [key(pair.first, pair.second), pair]))
  const cell = (row: number, column: number): MatrixCell<Pair> => {
    if (row === column) return { kind: 'self' }
    const pair = found.get(key(row, column))
    if (pair === undefined || pair.n === 0) return { kind: 'nothing' }
    if (pair.estimate === null) return { kind: 'undefined', pair }
    return { kind: 'value', pair, step: lightness(pair.estimate), isFew: pair.n < minimum }
  }
  const places = Array.from({ length: raters }, (_, index) => index)
  const estimated = pairs.filter(({ estimate }) => estimate !== null)
  const enough = estimated.filter(({ n }) => n >= minimum)
  const ranked = (enough.length > 0 ? enough : estimated).toSorted(
    (one, other) => (one.estimate ?? 0) - (other.estimate ?? 0),
  )
  return {
    rows: places.map((row) => places.map((column) => cell(row, column))),
    lowest: ranked[0] ?? null,
    highest: ranked.at(-1) ?? null,
    undefinedPairs: pairs.filter(({ n, estimate }) => n > 0 && estimate === null).length,
    fewPairs: estimated.length - enough.length,
  }
}
