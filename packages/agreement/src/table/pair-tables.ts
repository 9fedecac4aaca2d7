import { countsWithReference, everyPairCounts } from '../base/every-pair-counts.ts'
import { type PairCounts, pairCounts } from '../base/pair-counts.ts'
import { remember, rememberWith } from '../base/remember.ts'
import { type RaterTable, raterPairs, selectRaters } from './select.ts'
import type { CodeTable } from './types.ts'

/**
 * Every pair of raters as a table of its own, in the order of `raterPairs`.
 *
 * Pairs of coded tables know their counts already, made for all pairs together; their codes are copied only if a coefficient needs
 * them item by item. For a hundred raters that is the difference between one walk through the table and five thousand.
 *
 * @example pairTables(ratingTable({ raters: ['A', 'B', 'C'], level: 'interval', rows: [[1, 2, 2], [4, 4, 5]] })).length // 3
 */
export function pairTables(table: RaterTable): RaterTable[] {
  return [...eachPair(table)]
}

/** The same one after the other, so that nobody holds the codes of all pairs at once. */
export function eachPair(table: RaterTable): Iterable<RaterTable> {
  const pairs = raterPairs(table)
  return table.kind === 'scores' ? selectedPairs(table, pairs) : countedPairs(table, pairs, everyPairCounts(table))
}

/** Every rater but the reference with it, kept with the table: an export asks for several coefficients of the same pairs. */
export const tablesWithReference = rememberWith((table: RaterTable, { reference }: { reference: string }) => {
  const pairs = table.raters.flatMap((rater) => (rater === reference ? [] : [[rater, reference] as const]))
  const compared =
    table.kind === 'scores'
      ? selectedPairs(table, pairs)
      : countedPairs(table, pairs, countsWithReference(table, table.raters.indexOf(reference)))
  return [...compared]
})

type Pair = readonly [string, string]

function* selectedPairs(table: RaterTable, pairs: readonly Pair[]): Generator<RaterTable> {
  for (const pair of pairs) yield selectRaters(table, pair)
}

function* countedPairs(table: CodeTable, pairs: readonly Pair[], counts: readonly PairCounts[]): Generator<RaterTable> {
  const places = new Map(table.raters.map((rater, place) => [rater, place]))
  for (const [index, pair] of pairs.entries()) {
    const own = lazyPair(table, pair, places.get(pair[0])!, places.get(pair[1])!)
    pairCounts.keep(own, counts[index]!)
    yield own
  }
}

/** Where the codes of a pair stand, until somebody reads them. */
interface Source {
  readonly table: CodeTable
  readonly first: number
  readonly second: number
  copied: CodeTable['codes'] | null
}

const sourceOf = remember((pair: CodeTable): Source => {
  throw new Error(`The codes of ${pair.raters.join(' and ')} have no source.`)
})

/**
 * One getter for all pairs, which are then objects of one shape. A getter in each object would make every pair a shape of its own: slow to
 * read, and nothing that hangs on it is freed before the whole heap is searched.
 */
const readsCodes: PropertyDescriptor & ThisType<CodeTable> = {
  enumerable: true,
  get() {
    const source = sourceOf(this)
    source.copied ??= codesOf(source.table, source.first, source.second)
    return source.copied
  },
}

/** A pair whose codes are copied when somebody reads them. */
function lazyPair(table: CodeTable, raters: Pair, first: number, second: number): CodeTable {
  const { kind, level, items, size, categories, scores, scoring } = table
  const pair: CodeTable = { kind, level, raters, items, size, categories, scores, scoring, codes: table.codes }
  Object.defineProperty(pair, 'codes', readsCodes)
  sourceOf.keep(pair, { table, first, second, copied: null })
  return pair
}

function codesOf({ codes, raters, size }: CodeTable, first: number, second: number): CodeTable['codes'] {
  const pair = codes instanceof Int8Array ? new Int8Array(2 * size) : new Int16Array(2 * size)
  for (let item = 0, start = 0; item < size; item++, start += raters.length) {
    pair[2 * item] = codes[start + first]!
    pair[2 * item + 1] = codes[start + second]!
  }
  return pair
}
