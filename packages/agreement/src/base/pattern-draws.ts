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
  const share = n / 4294967296 // an item is drawn up to 2^-32 more often than another
  return (drawn) => {
    drawn.fill(0)
    for (let item = 0; item < n; item++) {
      const pattern = patternOf[Math.floor(random() * share)]!
      drawn[pattern] = drawn[pattern]! + 1
    }
  }
}
