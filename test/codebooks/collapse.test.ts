import { collapse, collapsesOf, flattenCategories, notation, outcomesOf, treeWeights } from '@attune/codebooks'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classifications, rankings } from './arbitraries.ts'
import { classificationOf, mustFind, sample, shipped } from './sample.ts'

const aai = classificationOf(shipped('aai'))
const ssp = classificationOf(shipped('ssp'))
const iwm = classificationOf(shipped('iwm'), 'pattern')

/** The AAI's ways of merging classes, in the columns of the tables below. */
const aaiWays = [
  'as-coded',
  'groups',
  'five-way',
  'four-way',
  'three-way-forced',
  'two-way-forced',
  'two-way-four-way',
  'unresolved-or-organised',
]

describe('collapse on the AAI', () => {
  const cases: [string, (string | null)[]][] = [
    ['F3', ['F3', 'F', 'F', 'F', 'F', 'secure', 'secure', 'organised']],
    ['Ds3a', ['Ds3a', 'Ds', 'Ds', 'Ds', 'Ds', 'insecure', 'insecure', 'organised']],
    ['E2/F5', ['E2', 'E', 'E', 'E', 'E', 'insecure', 'insecure', 'organised']],
    ['U/F3', ['U', 'U', 'U', 'U', 'F', 'secure', 'insecure', 'U-CC']],
    ['U/E3/Ds1', ['U', 'U', 'U', 'U', 'E', 'insecure', 'insecure', 'U-CC']],
    ['CC/Ds2/E1', ['CC', 'CC', 'CC', 'U', 'Ds', 'insecure', 'insecure', 'U-CC']],
    ['CC/U/F2', ['CC', 'CC', 'CC', 'U', 'F', 'secure', 'insecure', 'U-CC']],
    ['U', ['U', 'U', 'U', 'U', null, null, 'insecure', 'U-CC']],
    ['', [null, null, null, null, null, null, null, null]],
  ]
  for (const [written, expected] of cases) {
    it(`reads ${written || 'no class'} as ${expected.map((outcome) => outcome ?? 'nothing').join(', ')}`, () => {
      const classes = written === '' ? [] : written.split('/')
      expect(aaiWays.map((way) => collapse(aai, way, classes))).toEqual(expected)
    })
  }
})

describe('collapse on the SSP', () => {
  const ways = [
    'eight-subgroups',
    'three-way-forced',
    'four-way',
    'two-way-forced',
    'two-way-four-way',
    'disorganised-or-not',
  ]
  const cases: [string, (string | null)[]][] = [
    ['B3', ['B3', 'B', 'B', 'secure', 'secure', 'not-D']],
    ['A1/B4', ['A1', 'A', 'A', 'insecure', 'insecure', 'not-D']],
    ['D/B2', ['B2', 'B', 'D', 'secure', 'insecure', 'D']],
    ['D/C1/A2', ['C1', 'C', 'D', 'insecure', 'insecure', 'D']],
    ['B', [null, 'B', 'B', 'secure', 'secure', 'not-D']],
    ['A/B3', [null, 'A', 'A', 'insecure', 'insecure', 'not-D']],
  ]
  for (const [written, expected] of cases) {
    it(`reads ${written} as ${expected.map((outcome) => outcome ?? 'nothing').join(', ')}`, () => {
      expect(ways.map((way) => collapse(ssp, way, written.split('/')))).toEqual(expected)
    })
  }
})

describe('collapse', () => {
  it('looks a category up at its nearest mapped ancestor, nearer before farther', () => {
    const variable = classificationOf(sample(), 'class')
    expect(['A', 'A1', 'A2', 'A1a'].map((id) => collapse(variable, 'fear-or-not', [id]))).toEqual([
      'no',
      'no',
      'no',
      'yes',
    ])
  })

  it('goes from fine to coarse the same way in one step or two', () => {
    const through = (steps: Record<string, string>, outcome: string | null) =>
      outcome === null ? null : (steps[outcome] ?? `no way on from ${outcome}`)
    const merge = { Ds: 'insecure', F: 'secure', E: 'insecure', U: 'insecure' }
    fc.assert(
      fc.property(rankings(aai), (classes) => {
        const to = (way: string) => collapse(aai, way, classes)
        expect(to('five-way')).toBe(to('groups'))
        expect(to('four-way')).toBe(through({ Ds: 'Ds', F: 'F', E: 'E', U: 'U', CC: 'U' }, to('five-way')))
        expect(to('two-way-forced')).toBe(through(merge, to('three-way-forced')))
        expect(to('two-way-four-way')).toBe(through(merge, to('four-way')))
        expect(to('unresolved-or-organised') === 'U-CC').toBe(to('four-way') === 'U')
      }),
    )
    fc.assert(
      fc.property(rankings(ssp), (classes) => {
        const subgroup = collapse(ssp, 'eight-subgroups', classes)
        if (subgroup !== null) expect(subgroup[0]).toBe(collapse(ssp, 'three-way-forced', classes))
        expect(collapse(ssp, 'four-way', classes)).toBe(collapse(ssp, 'groups', classes))
      }),
    )
  })

  it('gives every ranking that may be submitted an outcome, except subgroups that were not coded', () => {
    for (const variable of [aai, ssp, iwm, classificationOf(shipped('iwm'), 'response-to-distress')]) {
      for (const { id } of collapsesOf(variable).filter((way) => way.id !== 'eight-subgroups')) {
        const possible = outcomesOf(variable, id).map((outcome) => outcome.id)
        fc.assert(
          fc.property(rankings(variable), (classes) => possible.includes(collapse(variable, id, classes) ?? '')),
        )
      }
    }
  })

  it('counts alternatives only where the rule is forced', () => {
    fc.assert(
      fc.property(rankings(aai), (classes) => {
        for (const way of ['four-way', 'two-way-four-way', 'unresolved-or-organised']) {
          expect(collapse(aai, way, classes)).toBe(collapse(aai, way, classes.slice(0, 1)))
        }
      }),
    )
  })

  it('refuses an unknown class, an unknown collapse and a variable without classes', () => {
    expect(() => collapse(aai, 'groups', ['F', 'Z9'])).toThrow(RangeError('classification has no category "Z9".'))
    expect(() => collapse(aai, 'three-way', ['F'])).toThrow(
      /no collapse "three-way"; it has as-coded, groups, five-way/,
    )
    expect(() => collapse(mustFind(sample(), 'fear'), 'groups', [])).toThrow(/only a classification has collapses/)
  })
})

describe('collapsesOf and outcomesOf', () => {
  it('begin with the class as coded and the groups', () => {
    expect(collapsesOf(ssp).map((way) => way.id)).toEqual([
      'as-coded',
      'groups',
      'eight-subgroups',
      'three-way-forced',
      'four-way',
      'two-way-forced',
      'two-way-four-way',
      'disorganised-or-not',
    ])
  })

  it('give nothing for a variable without classes', () => {
    expect(collapsesOf(mustFind(sample(), 'fear'))).toEqual([])
    expect(() => outcomesOf(mustFind(sample(), 'fear'), 'groups')).toThrow(RangeError)
  })

  it('list the outcomes in the order of the codebook', () => {
    const ids = (way: string) => outcomesOf(aai, way).map((outcome) => outcome.id)
    expect(ids('groups')).toEqual(['Ds', 'F', 'E', 'U', 'CC'])
    expect(ids('two-way-forced')).toEqual(['secure', 'insecure'])
    expect(ids('as-coded')).toEqual(flattenCategories(aai.categories).map((node) => node.category.id))
    expect(outcomesOf(aai, 'four-way').at(-1)).toEqual({ id: 'U', label: 'Unresolved or cannot classify' })
  })
})

describe('treeWeights', () => {
  const ids = outcomesOf(aai, 'as-coded').map((outcome) => outcome.id)
  const weights = treeWeights(aai)
  const between = (one: string, other: string) => weights[ids.indexOf(one)]?.[ids.indexOf(other)]

  it('count a slip within a group for less than one between groups', () => {
    expect([between('F3a', 'F3a'), between('F3a', 'F3b'), between('F3a', 'F1b'), between('F3a', 'E1')]).toEqual([
      1,
      2 / 3,
      1 / 3,
      0,
    ])
  })

  it('are symmetric and full only for the same category', () => {
    for (const one of ids) {
      for (const other of ids) {
        expect(between(one, other)).toBe(between(other, one))
        expect(between(one, other) === 1).toBe(one === other)
      }
    }
  })
})

describe('collapse on any tree', () => {
  it('gives each class its own group where a map names the groups only', () => {
    fc.assert(
      fc.property(classifications, (variable) => {
        for (const { category } of flattenCategories(variable.categories)) {
          expect(collapse(variable, 'by-group', [category.id])).toBe(collapse(variable, 'groups', [category.id]))
        }
      }),
    )
  })
})

describe('notation', () => {
  it('writes ranked classes with slashes', () => {
    expect(notation(['U', 'E3', 'Ds1'])).toBe('U/E3/Ds1')
    expect(notation([])).toBe('')
  })
})
