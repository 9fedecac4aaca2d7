import {
  againstReference,
  type Cell,
  type CodeTable,
  type DawidSkene,
  type DawidSkenePlan,
  dawidSkene,
  ratingTable,
  tableFromCounts,
} from '@attune/agreement'
import { describe, expect, it } from 'vitest'
import { coded } from './tables.ts'

function fitted(rows: readonly (readonly Cell[])[], plan: DawidSkenePlan = {}): DawidSkene {
  const model = dawidSkene(coded(rows, ['F', 'Ds']), plan)
  if ('undefined' in model) throw new Error(model.undefined.message)
  return model
}

/** Two coders who agree and one who turns every Ds into F. */
const rows: readonly Cell[][] = [
  ['F', 'F', 'F'],
  ['F', 'F', 'F'],
  ['Ds', 'Ds', 'F'],
  ['Ds', 'Ds', 'F'],
  ['Ds', 'Ds', 'F'],
]

describe('dawidSkene', () => {
  it('finds the coder who turns one category into the other', () => {
    const { errorRates, prevalence, posterior, converged, logLikelihood } = fitted(rows)
    expect(converged).toBe(true)
    expect(prevalence).toEqual([expect.closeTo(0.4, 9), expect.closeTo(0.6, 9)])
    expect(errorRates[2]).toEqual([
      [1, 0],
      [1, 0],
    ])
    expect(posterior[4]?.[1]).toBeCloseTo(1, 9)
    expect(logLikelihood).toBeCloseTo(2 * Math.log(0.4) + 3 * Math.log(0.6), 9)
  })

  it('refuses numbers and counts, which have no errors of one coder', () => {
    const numbers = ratingTable({ raters: ['A', 'B'], level: 'interval', rows: [[1, 2]] })
    const counts = tableFromCounts({ level: 'nominal', categories: ['F'], counts: [[2]] })
    for (const table of [numbers, counts]) {
      // Only a script without types can give one.
      expect(() => dawidSkene(table as unknown as CodeTable)).toThrow(
        new RangeError('dawidSkene needs ratings from declared categories.'),
      )
    }
  })

  it('does not change when items or coders change places', () => {
    const turned = fitted(rows.toReversed().map((row) => row.toReversed()))
    expect(turned.prevalence).toEqual(fitted(rows).prevalence.map((share) => expect.closeTo(share, 9)))
    expect(turned.errorRates[0]).toEqual(fitted(rows).errorRates[2])
  })

  it('takes several columns of one coder as readings of that coder', () => {
    const model = fitted(rows, { coders: ['Ann', 'Ann', 'Ben'] })
    expect(model.coders).toEqual(['Ann', 'Ben'])
    expect(model.errorRates[0]?.[0]?.[0]).toBeCloseTo(1, 9)
  })

  it('leaves out items without a code, by reason, and says which remain', () => {
    const model = fitted([[null, null, null], ...rows, ['CC', null, null], ['F', null, null]])
    expect(model).toMatchObject({ n: 6, items: [1, 2, 3, 4, 5, 7] })
    expect(model.dropped).toEqual([
      { code: 'missing', count: 1 },
      { code: 'not-codable', count: 1 },
    ])
  })

  it('has no error rate for a category no item belongs to, and no answer without codes', () => {
    expect(fitted([['F', 'F', 'F']]).errorRates[0]?.[1]).toEqual([null, null])
    expect(dawidSkene(coded([[null, null]], ['F', 'Ds']))).toEqual({
      undefined: { code: 'no-items', message: 'No item was coded.' },
    })
    expect(() => dawidSkene(coded(rows, ['F', 'Ds']), { coders: ['Ann'] })).toThrow('1 coders are named for 3 columns')
  })

  it('stops after the rounds that are allowed, and says so', () => {
    const mixed: readonly Cell[][] = [...rows, ['F', 'Ds', 'F'], ['Ds', 'F', 'Ds'], ['F', 'Ds', 'Ds']]
    expect(fitted(mixed, { rounds: 2 })).toMatchObject({ rounds: 2, converged: false })
    expect(fitted(mixed).converged).toBe(true)
  })
})

describe('againstReference', () => {
  const table = coded([
    ['F', 'Ds', 'F'],
    ['Ds', 'Ds', 'Ds'],
    ['F', null, 'F'],
  ])

  it('puts each rater first and the reference second, and gives the mean', () => {
    const { each, mean, raters } = againstReference('percent-agreement', table, 'rater 3')
    expect(each.map((result) => [result.raters, result.n, result.estimate])).toEqual([
      [['rater 1', 'rater 3'], 3, 1],
      [['rater 2', 'rater 3'], 2, 0.5],
    ])
    expect([mean, raters]).toEqual([0.75, 2])
  })

  it('leaves raters without a value out of the mean', () => {
    expect(
      againstReference(
        'cohen-kappa',
        coded([
          ['F', 'Ds', 'F'],
          ['F', 'Ds', 'Ds'],
        ]),
        'rater 1',
      ),
    ).toMatchObject({ mean: 0, raters: 2 })
    expect(againstReference('cohen-kappa', coded([['F', 'F']]), 'rater 1')).toMatchObject({ mean: null, raters: 0 })
    expect(() => againstReference('cohen-kappa', table, 'master')).toThrow('Rater master is not among rater 1')
  })
})
