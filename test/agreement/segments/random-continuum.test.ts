import { unitTableFromSpans } from '@attune/agreement'
import { describe, expect, it } from 'vitest'
import { randomFrom } from '../../../packages/agreement/src/base/random.ts'
import { randomContinuum } from '../../../packages/agreement/src/base/random-continuum.ts'

type Span = readonly [number, number, string]

const first: Span[] = [
  [0, 4, 'a'],
  [6, 10, 'b'],
  [30, 36, 'a'],
]
const second: Span[] = [
  [10, 14, 'b'],
  [40, 50, 'b'],
]
const table = unitTableFromSpans({ raters: ['Ann', 'Ben'], categories: ['a', 'b'], spans: [first, second] })
const random = randomFrom(20261122)
const drawn = Array.from({ length: 300 }, () => randomContinuum(table, 0, 60, random))

describe('a random continuum', () => {
  it('has the units of raters drawn at random, so that one can be drawn twice', () => {
    const sizes = drawn.map(({ offsets }) => `${offsets[1]},${(offsets[2] ?? 0) - (offsets[1] ?? 0)}`)
    expect([...new Set(sizes)].sort()).toEqual(['2,2', '2,3', '3,2', '3,3'])
  })

  it('moves all units of a rater by the same distance round the continuum, each as a whole, in order', () => {
    for (const { starts, ends, codes, offsets } of drawn) {
      for (const rater of [0, 1]) {
        const [from = 0, to = 0] = offsets.slice(rater, rater + 2)
        const own = [...starts.subarray(from, to)]
        expect(own).toEqual(own.toSorted((a, b) => a - b))
        for (const start of own) expect(start >= 0 && start < 60).toBe(true)
        const real = to - from === 3 ? first : second
        const isPlaced = (start: number, length: number, code: number): boolean =>
          own.some((place, index) => {
            const apart = (((place - start) % 60) + 60) % 60
            const sameLength = Math.abs((ends[from + index] ?? 0) - place - length) < 1e-9
            return Math.min(apart, 60 - apart) < 1e-9 && sameLength && codes[from + index] === code
          })
        const fits = own.some((anchor) => {
          const move = anchor - (real[0]?.[0] ?? 0)
          return real.every(([start, end, category]) => isPlaced(start + move, end - start, category === 'a' ? 0 : 1))
        })
        expect(fits).toBe(true)
      }
    }
  })

  it('keeps the distances by which two raters are moved at least half a mean unit apart', () => {
    const apart = drawn.flatMap(({ starts, ends, offsets }) => {
      if (offsets[1] !== 2 || offsets[2] !== 4) return []
      // Ben twice: where his short unit is tells how far he was moved.
      const short = [0, 1, 2, 3].filter((unit) => (ends[unit] ?? 0) - (starts[unit] ?? 0) < 5)
      const between = Math.abs((starts[short[0] ?? 0] ?? 0) - (starts[short[1] ?? 0] ?? 0))
      return [Math.min(between, 60 - between)]
    })
    const half = (4 + 4 + 6 + 4 + 10) / 5 / 2
    expect(apart.length).toBeGreaterThan(20)
    expect(Math.min(...apart)).toBeGreaterThanOrEqual(half - 1e-9)
  })
})
