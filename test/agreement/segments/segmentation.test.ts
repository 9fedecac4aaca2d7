import { boundarySimilarity, pk, segmentationSimilarity, segmentationTable, windowDiff } from '@attune/agreement'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const runs = { numRuns: 200, seed: 20261122 }

/** Two segmentations of one text, from the places of their boundaries. */
const pair = fc.integer({ min: 2, max: 30 }).chain((length) => {
  const places = fc.uniqueArray(fc.integer({ min: 1, max: length - 1 }), { maxLength: length - 1 })
  return fc.tuple(places, places).map((both) =>
    both.map((list) => {
      const ends = [0, ...list.toSorted((a, b) => a - b), length]
      return ends.slice(1).map((end, index) => end - (ends[index] ?? 0))
    }),
  )
})
const tableOf = (masses: readonly (readonly number[])[]) => segmentationTable({ raters: ['A', 'B'], masses })
const mirrored = (masses: readonly (readonly number[])[]) => tableOf(masses.map((list) => list.toReversed()))

const family = [
  { name: 'boundarySimilarity', compute: boundarySimilarity, same: 1, symmetric: true },
  { name: 'segmentationSimilarity', compute: segmentationSimilarity, same: 1, symmetric: true },
  { name: 'pk', compute: pk, same: 0, symmetric: false },
  { name: 'windowDiff', compute: windowDiff, same: 0, symmetric: false },
]

describe.each(family)('$name', ({ compute, same, symmetric }) => {
  it('is between 0 and 1, or undefined with a reason', () => {
    fc.assert(
      fc.property(pair, (masses) => {
        const result = compute(tableOf(masses))
        if (result.estimate === null) expect(result.undefined.message).toMatch(/\.$/)
        else expect(result.estimate >= 0 && result.estimate <= 1).toBe(true)
      }),
      runs,
    )
  })

  it(`is ${same} for the same segmentation twice`, () => {
    fc.assert(
      fc.property(pair, ([masses = []]) => {
        const { estimate } = compute(tableOf([masses, masses]))
        if (estimate !== null) expect(estimate).toBe(same)
      }),
      runs,
    )
  })

  it(
    symmetric ? 'does not change when the raters are swapped' : 'does not change when the text is read backwards',
    () => {
      fc.assert(
        fc.property(pair, (masses) => {
          const other = symmetric ? tableOf(masses.toReversed()) : mirrored(masses)
          expect(compute(other).estimate).toBe(compute(tableOf(masses)).estimate)
        }),
        runs,
      )
    },
  )

  it('needs two raters', () => {
    const three = segmentationTable({ raters: ['A', 'B', 'C'], masses: [[4], [4], [4]] })
    expect(() => compute(three)).toThrow('needs two raters, not 3.')
  })
})

describe('boundarySimilarity', () => {
  it('is undefined if nobody set a boundary', () => {
    expect(boundarySimilarity(tableOf([[5], [5]]))).toMatchObject({ estimate: null, undefined: { code: 'no-items' } })
  })

  it('charges a near miss by its distance, if nearMiss reaches so far', () => {
    const table = tableOf([
      [3, 7],
      [5, 5],
    ])
    expect(boundarySimilarity(table).estimate).toBe(0)
    expect(boundarySimilarity(table, { nearMiss: 3 }).estimate).toBeCloseTo(1 / 3, 12)
    expect(boundarySimilarity(table, { nearMiss: 3 }).details).toEqual({ matches: 0, additions: 0, nearMisses: 1 })
    expect(() => boundarySimilarity(table, { nearMiss: 0 })).toThrow('The near miss 0 is not')
  })

  it('uses each boundary for one near miss only', () => {
    const { details } = boundarySimilarity(
      tableOf([
        [2, 4],
        [1, 2, 3],
      ]),
    )
    expect(details).toEqual({ matches: 0, additions: 1, nearMisses: 1 })
  })
})

describe('segmentationSimilarity', () => {
  it('is undefined for a text of one element', () => {
    expect(segmentationSimilarity(tableOf([[1], [1]]))).toMatchObject({ undefined: { code: 'no-items' } })
  })
})

describe('the window of pk and windowDiff', () => {
  it('is half the mean segment of the reference, halves to even, at least 2', () => {
    expect(pk(tableOf([[11], [5, 6]])).details).toEqual({ window: 6 })
    expect(pk(tableOf([[9, 9], [18]])).details).toEqual({ window: 4 })
    expect(pk(tableOf([[1, 1, 1], [3]])).details).toEqual({ window: 2 })
  })

  it('is half the places per boundary by the rule of NLTK, which needs a boundary', () => {
    const convention = 'nltk'
    expect(windowDiff(tableOf([[9, 9, 3], [21]]), { convention }).details).toEqual({ window: 5 })
    const none = windowDiff(tableOf([[5], [2, 3]]), { convention })
    expect(none).toMatchObject({ estimate: null, undefined: { code: 'not-determined' } })
  })

  it('has to be smaller than the text', () => {
    const short = pk(tableOf([[3], [1, 2]]), { window: 3 })
    expect(short).toMatchObject({ estimate: null, undefined: { code: 'no-items' } })
    expect(() => pk(tableOf([[3], [1, 2]]), { window: 1.5 })).toThrow('The window 1.5 is not')
  })

  it('tells two boundaries from one in windowDiff, not in pk', () => {
    const table = tableOf([
      [3, 1, 4],
      [3, 5],
    ])
    expect(windowDiff(table, { window: 3 }).estimate).toBeGreaterThan(pk(table, { window: 3 }).estimate ?? 1)
  })
})
