import { binomialDraws } from './binomial.ts'
import type { Random } from './random.ts'

/** Fills the array with how often each pattern is drawn in one sample. */
export type PatternDraw = (drawn: Float64Array) => void

/** Items to a pattern from which drawing the patterns' numbers is cheaper than drawing the items. */
const WORTH = 16

/**
 * Samples with replacement of items of which only the pattern matters: as many items as there are, each pattern in proportion to its
 * items. Few patterns: their numbers come straight from the multinomial distribution, so that a sample costs the same for any number of items.
 */
export function patternDraws(times: Float64Array, random: Random): PatternDraw {
  const n = times.reduce((sum, count) => sum + count, 0)
  return n > WORTH * times.length ? byNumbers(times, n, random) : byItems(times, n, random)
}

function byNumbers(times: Float64Array, n: number, random: Random): PatternDraw {
  const draw = binomialDraws(random)
  return (drawn) => {
    let items = n
    let left = n
    for (let pattern = 0; pattern < times.length; pattern++) {
      const count = draw(left, times[pattern]! / items)
      drawn[pattern] = count
      left -= count
      items -= times[pattern]!
    }
  }
}

function byItems(times: Float64Array, n: number, random: Random): PatternDraw {
  const patternOf = new Int32Array(n)
  for (let pattern = 0, next = 0; pattern < times.length; pattern++) {
    patternOf.fill(pattern, next, next + times[pattern]!)
    next += times[pattern]!
  }
  const numbers = new Uint32Array(n)
  const tallies = [new Int32Array(times.length), new Int32Array(times.length)] as const
  return (drawn) => {
    random.fill(numbers)
    tallyPatterns(patternOf, numbers, ...tallies)
    for (let pattern = 0; pattern < drawn.length; pattern++) drawn[pattern] = taken(tallies, pattern)
  }
}

/** Two tallies take turns, because a processor waits when the same place is written twice in a row. */
function tallyPatterns(patternOf: Int32Array, numbers: Uint32Array, even: Int32Array, odd: Int32Array): void {
  const n = patternOf.length
  const share = n / 4294967296 // an item is drawn up to 2^-32 more often than another
  for (let item = 1; item < n; item += 2) {
    even[patternOf[(numbers[item - 1]! * share) | 0]!]!++
    odd[patternOf[(numbers[item]! * share) | 0]!]!++
  }
  if (n % 2 === 1) even[patternOf[(numbers[n - 1]! * share) | 0]!]!++
}

/** What both tallies counted, which is taken out of them. */
function taken([even, odd]: readonly [Int32Array, Int32Array], pattern: number): number {
  const count = even[pattern]! + odd[pattern]!
  even[pattern] = 0
  odd[pattern] = 0
  return count
}
