import { criterion, rule, verdict } from '@attune/criteria'
import { describe, expect, it } from 'vitest'

const share = {
  type: 'agreement',
  measure: 'percent-agreement',
  against: 'master',
  variables: { kinds: ['classification'] },
  window: { kind: 'all' },
  spread: 'each',
  comparator: '>=',
  threshold: 0.8,
  on: 'estimate',
}

describe('a criterion', () => {
  it('fills in what it leaves open: as coded, 95 %, one item, one point', () => {
    expect(rule.parse(share)).toMatchObject({ collapse: 'as-coded', confidence: 0.95, minimum: 1, k: 1 })
  })

  it('may be nested, AND within OR', () => {
    const nested = { any: [share, { all: [share, { any: [share] }] }] }
    expect(rule.parse(nested)).toMatchObject({ any: [{}, { all: [{}, { any: [{}] }] }] })
  })

  it.each([
    ['an empty group', { all: [] }],
    ['both AND and OR in one', { all: [share], any: [share] }],
    ['a comparator that nobody knows', { ...share, comparator: '=' }],
    ['a run of no cases', { ...share, window: { kind: 'in-a-row', cases: 0 } }],
    ['certainty', { ...share, confidence: 1 }],
    ['a field that means nothing', { ...share, thresold: 0.9 }],
  ])('refuses %s', (_, wrong) => {
    expect(rule.safeParse(wrong).success).toBe(false)
  })

  it('says where it comes from, or that it is one’s own', () => {
    const own = { title: 'Ours', rule: share, validMonths: null, renewal: { kind: 'none' } }
    expect(criterion.safeParse({ ...own, modelledOn: null }).success).toBe(true)
    expect(criterion.safeParse(own).success).toBe(false)
  })
})

describe('a verdict', () => {
  it('has the form of its rule and takes no other', () => {
    const judged = { predicate: rule.parse(share), met: true, reason: null, figures: [], errors: [] }
    expect(
      verdict.parse({ met: true, all: [judged, { met: false, any: [{ ...judged, met: false, reason: 'missed' }] }] }),
    ).toMatchObject({ met: true })
    expect(verdict.safeParse({ met: true, all: [judged], any: [judged] }).success).toBe(false)
    expect(verdict.safeParse({ ...judged, reason: 'bad luck' }).success).toBe(false)
  })
})
