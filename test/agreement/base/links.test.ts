import { eventTable } from '@attune/agreement'
import { describe, expect, it } from 'vitest'
import { alignTwo } from '../../../packages/agreement/src/base/align-two.ts'
import { bestAssignment } from '../../../packages/agreement/src/base/assignment.ts'
import { type Continuum, dissimilarityOf } from '../../../packages/agreement/src/base/continuum.ts'
import { linkEvents, mostPairs, reachOf, toleranceOf } from '../../../packages/agreement/src/base/event-links.ts'
import { randomBelow, randomFrom } from '../../../packages/agreement/src/base/random.ts'

/** Every way to join rows with columns, each at most once; -1: the row stays alone. */
function* everyWay(rows: number, columns: number, taken: readonly number[] = []): Generator<readonly number[]> {
  if (taken.length === rows) {
    yield taken
    return
  }
  yield* everyWay(rows, columns, [...taken, -1])
  for (let column = 0; column < columns; column++) {
    if (!taken.includes(column)) yield* everyWay(rows, columns, [...taken, column])
  }
}

const random = randomFrom(17)
const below = (limit: number) => randomBelow(random, limit)

describe('the best assignment', () => {
  it('gains as much as any way to join, in 200 small problems', () => {
    for (let problem = 0; problem < 200; problem++) {
      const [rows, columns] = [below(5), below(5)]
      const gain = Array.from({ length: rows }, () => Array.from({ length: columns }, () => Math.max(0, below(9) - 3)))
      const edges = gain.map((row) => row.flatMap((value, column) => (value > 0 ? [{ column, value }] : [])))
      const offsets = Int32Array.from({ length: rows + 1 }, (_, row) => edges.slice(0, row).flat().length)
      const found = bestAssignment({
        ...{ rows, columns, offsets },
        targets: Int32Array.from(edges.flat(), ({ column }) => column),
        gains: Float64Array.from(edges.flat(), ({ value }) => value),
      })
      const gainOf = (way: ArrayLike<number>) =>
        Array.from(way).reduce((sum, column, row) => sum + (gain[row]?.[column] ?? 0), 0)
      const joined = [...found].filter((column) => column >= 0)
      expect(new Set(joined).size).toBe(joined.length)
      expect([...found].every((column, row) => column < 0 || (gain[row]?.[column] ?? 0) > 0)).toBe(true)
      expect(gainOf(found)).toBe(Math.max(...[...everyWay(rows, columns)].map(gainOf)))
    }
  })
})

const raters = ['Ann', 'Ben']
const categories = ['a', 'b']

describe('linked events', () => {
  const events = (count: number): [number, string][] =>
    Array.from({ length: count }, () => [below(12) / 2, below(2) === 0 ? 'a' : 'b'])

  it('are as many as can be, then with as many equal codes, then as near as can be', () => {
    for (let problem = 0; problem < 200; problem++) {
      const table = eventTable({ raters, categories, events: [events(below(5)), events(below(5))] })
      const reach = below(4) / 2
      const [middle = 0, all = 0] = table.offsets.subarray(1)
      const apart = (event: number, other: number) =>
        Math.abs((table.times[event] ?? 0) - (table.times[middle + other] ?? 0))
      const worth = (way: ArrayLike<number>): [links: number, equal: number, near: number] => {
        const links = Array.from(way).flatMap((other, event) => (other >= 0 ? [{ event, other }] : []))
        if (links.some(({ event, other }) => apart(event, other) > reach)) return [-1, 0, 0]
        const equal = links.filter(({ event, other }) => table.codes[event] === table.codes[middle + other]).length
        return [links.length, equal, -links.reduce((sum, { event, other }) => sum + apart(event, other), 0)]
      }
      const best = [...everyWay(middle, all - middle)]
        .map(worth)
        .sort((one, other) => other[0] - one[0] || other[1] - one[1] || other[2] - one[2])[0]
      const found = linkEvents(table, reach)
      expect(found).toHaveLength(middle)
      expect(worth(found)).toEqual(best)
      expect(mostPairs(table.times.subarray(0, middle), table.times.subarray(middle), reach)).toBe(best?.[0])
    }
  })

  it('reach as far as was said, rounding aside', () => {
    const of = (...times: number[]) =>
      eventTable({ raters, categories, events: [times.map((time): [number, string] => [time, 'a']), []] })
    expect(reachOf(of(4, 4.9), 0.9)).toBeGreaterThan(4.9 - 4)
    expect(reachOf(of(4, 4.9), 0.9)).toBeCloseTo(0.9, 10)
    expect(reachOf(of(-1e6), 0)).toBeCloseTo(1e-6, 12)
    expect(reachOf(of(), 1)).toBe(1 + 1e-12)
    expect([toleranceOf(0, 'x'), toleranceOf(2.5, 'x')]).toEqual([0, 2.5])
    expect(() => toleranceOf(undefined, 'event-match')).toThrow(
      'event-match needs the option tolerance; 0 asks for equal times.',
    )
    for (const wrong of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => toleranceOf(wrong, 'x')).toThrow(`The tolerance ${wrong} is not a number of at least 0.`)
    }
  })
})

describe('two raters aligned', () => {
  const units = (count: number) =>
    Array.from({ length: count }, () => {
      const start = below(30)
      return { start, end: start + 1 + below(8), code: below(2) }
    }).sort((one, other) => one.start - other.start)

  it('have the least disorder of all alignments', () => {
    for (let problem = 0; problem < 200; problem++) {
      const [first, second] = [units(1 + below(4)), units(below(5))]
      const both = [...first, ...second]
      const continuum: Continuum = {
        starts: Float64Array.from(both, ({ start }) => start),
        ends: Float64Array.from(both, ({ end }) => end),
        codes: Int16Array.from(both, ({ code }) => code),
        offsets: Int32Array.of(0, first.length, both.length),
      }
      const weights = { alpha: [0.5, 1, 3][below(3)] ?? 1, beta: [0, 1, 2.5][below(3)] ?? 1, deltaEmpty: 1 + below(2) }
      const disorderOf = (way: ArrayLike<number>) =>
        Array.from(way).reduce(
          (sum, other, unit) =>
            other < 0
              ? sum
              : sum + dissimilarityOf(continuum, unit, first.length + other, weights) - 2 * weights.deltaEmpty,
          both.length * weights.deltaEmpty,
        )
      const least = Math.min(...[...everyWay(first.length, second.length)].map(disorderOf))
      const { disorder, groupOf } = alignTwo(continuum, weights)
      expect(disorder).toBeCloseTo(least, 10)
      const way = first.map((_, unit) =>
        second.findIndex((__, other) => groupOf[first.length + other] === groupOf[unit]),
      )
      expect(disorderOf(way)).toBeCloseTo(least, 10)
    }
  })

  it('are aligned in the same way however many units lie near each other', () => {
    const many = Array.from({ length: 40 }, (_, index) => ({ start: index, end: index + 20, code: 0 }))
    const continuum: Continuum = {
      starts: Float64Array.from([...many, ...many], ({ start }) => start),
      ends: Float64Array.from([...many, ...many], ({ end }) => end),
      codes: new Int16Array(80),
      offsets: Int32Array.of(0, 40, 80),
    }
    const { disorder, groupOf } = alignTwo(continuum, { alpha: 1, beta: 1, deltaEmpty: 1 })
    expect(disorder).toBe(0)
    expect([...groupOf.subarray(40)]).toEqual([...groupOf.subarray(0, 40)])
  })
})
