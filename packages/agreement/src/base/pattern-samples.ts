import { type PatternDraw, patternDraws } from './pattern-draws.ts'
import type { Random } from './random.ts'
import type { Waiting } from './resampling-units.ts'

/** A coefficient that sees of the items only how many have each pattern. */
export interface PatternStatistic {
  /** Items of each pattern. */
  readonly times: Float64Array
  /** The coefficient for these numbers of items; `null` where it is undefined. */
  readonly value: (times: Float64Array) => number | null
}

export interface Draw {
  readonly resamples: number
  readonly random: Random
  readonly progress: Waiting['progress']
}

/** What the coefficient is without an item, the same for so many items. */
export interface LeftItems {
  readonly value: number
  readonly items: number
}

export interface Resampled {
  /** Items (or clusters) that entered; where there is one only, nothing was drawn. */
  readonly units: number
  /** The coefficient without each item (or cluster) that entered. */
  readonly without: readonly LeftItems[]
  /** The coefficient in each sample that determines it, rising. */
  readonly values: Float64Array
}

/** To tell of each sample would take longer than to draw it. */
const UNTOLD = 4096

/** Samples and leave-one-out where only the number of items of each pattern matters: samples are drawn as such numbers, no table is built. */
export function fromPatterns({ times, value }: PatternStatistic, { resamples, random, progress }: Draw): Resampled {
  const without: LeftItems[] = []
  const fewer = Float64Array.from(times)
  for (const [pattern, count] of times.entries()) {
    fewer[pattern] = count - 1
    const left = value(fewer)
    fewer[pattern] = count
    if (left !== null) without.push({ value: left, items: count })
  }
  const items = times.reduce((sum, count) => sum + count, 0)
  if (items < 2) return { units: items, without, values: new Float64Array() }
  const found = new Float64Array(resamples)
  const sample = oneSample(value, patternDraws(times, random), times.length)
  let determined = 0
  for (let left = resamples; left > 0; left--) {
    const estimated = sample()
    if (estimated !== null) found[determined++] = estimated
    if (left % UNTOLD === 0) progress?.(resamples - left, resamples)
  }
  return { units: items, without, values: found.subarray(0, determined).sort() }
}

function oneSample(value: PatternStatistic['value'], draw: PatternDraw, patterns: number): () => number | null {
  const drawn = new Float64Array(patterns)
  return () => {
    draw(drawn)
    return value(drawn)
  }
}
