import { type ComparedVariable, plainCompared } from '@attune/agreement'
import { describe, expect, it } from 'vitest'
import { fitOf, misfitOf } from '../../../packages/agreement/src/criteria/fit.ts'
import { agrees, compareItem, countedItems } from '../../../packages/agreement/src/criteria/items.ts'
import { readOnce } from '../../../packages/agreement/src/criteria/read-once.ts'
import { classes, scores } from './compared.ts'

type Cell = string | number | null
const beside = (own: Cell, ...references: Cell[]) => scores('scale', [[own, ...references]])
const referenceOf = (variable: ComparedVariable): Cell =>
  countedItems(variable, 'master', new Set(['1'])).map(({ reference }) => reference)[0] ?? null

describe('the master that an item is held against', () => {
  it('is the nearest score, of equally near ones the first', () => {
    expect(referenceOf(beside(5, 8, 6, 1))).toBe(6)
    expect(referenceOf(beside(5, 4, 6))).toBe(4)
    expect(referenceOf(beside(5, 6, 4))).toBe(6)
    expect(referenceOf(beside(-5, 5, -8))).toBe(-8)
    expect(referenceOf(beside(5, 'none', null, 7))).toBe(7)
  })

  it('is one that chose the same class, else the first', () => {
    const of = (own: Cell, ...references: Cell[]) =>
      referenceOf(classes('class', ['1', '5', '9'], [[own, ...references]]))
    expect([of('5', '1', '5'), of('9', '1', '5'), of('5', 'none', '9')]).toEqual(['5', '1', '9'])
    expect(of(5, '9', '5')).toBe('5')
    expect(of('A', null)).toBeNull()
  })

  it('is the first with a value where the coder left the item out', () => {
    expect(referenceOf(beside(null, 'none', 7, 3))).toBe(7)
    expect(referenceOf(beside('none', 7, 3, null))).toBe(7)
    expect(referenceOf(beside(null, null, 3))).toBe(3)
  })

  it('is none where both sides said that no value can be given', () => {
    expect(referenceOf(beside('none', 7, 'none'))).toBeNull()
    expect(referenceOf(beside(null, 7, 'none'))).toBe(7)
    expect(referenceOf(beside('none', 7, null))).toBe(7)
  })
})

describe('items that count', () => {
  const variable: ComparedVariable = {
    ...scores('scale', []),
    items: [
      { case: '1', own: 4, references: [5] },
      { case: '2', own: null, references: [6, 7] },
      { case: '1', own: 'none', references: [3] },
      { case: '3', own: 2, references: [null] },
    ],
  }
  const counted = (...cases: string[]) =>
    countedItems(variable, 'master', new Set(cases)).map((item) => [item.case, item.own, item.reference, item.answered])

  it('are those of one case or of several, in their order', () => {
    const [one, two, three] = [
      ['1', 4, 5, true],
      ['2', null, 6, false],
      ['1', 'none', 3, false],
    ]
    expect([counted('1'), counted('2'), counted('3'), counted('9')]).toEqual([[one, three], [two], [], []])
    expect([counted('1', '2'), counted('2', '3'), counted()]).toEqual([[one, two, three], [two], []])
  })

  it('beside coders are as many as gave a value', () => {
    const found = countedItems(variable, 'coders', new Set(['2', '1']))
    expect(found.map(({ rater, reference }) => [rater, reference])).toEqual([
      [0, 5],
      [0, 6],
      [1, 7],
      [0, 3],
    ])
  })

  it('never agree where they were left out, however far agreement reaches', () => {
    const left = { case: '1', rater: 0, own: 'none', reference: 'none', answered: false }
    expect(agrees(classes('class', ['none'], []), left, 0)).toBe(false)
    const score = { case: '1', rater: 0, own: null, reference: 1, answered: false }
    expect(agrees(scores('scale', []), score, 9)).toBe(false)
  })
})

describe('compareItem', () => {
  const item = (own: Cell, reference: Cell) => ({ case: '7', own, references: [reference] })
  it('says what the item is held against and whether it agrees', () => {
    const scale = scores('scale', [])
    expect(compareItem({ tolerance: 1 }, scale, item(4, 5))).toEqual({ reference: 5, agrees: true })
    expect(compareItem({ tolerance: 0 }, scale, item(4, 5))).toEqual({ reference: 5, agrees: false })
    expect(compareItem({ tolerance: 0 }, scale, item(null, 5))).toEqual({ reference: 5, agrees: false })
    expect(compareItem({ tolerance: 0 }, scale, item(4, 'none'))).toEqual({ reference: null, agrees: null })
  })
})

describe('plainCompared', () => {
  const pattern = classes('pattern', ['A', 'B'], [['A', 'B']])
  const plain = plainCompared({
    cases: ['1'],
    variables: [pattern, scores('scale', [])],
    collapsed: (variable, collapse) => (collapse === 'gone' ? null : { ...variable, collapse }),
  })
  it('collapses a variable where it declares the collapse, and never as it was coded', () => {
    expect(plain.variable('pattern', 'two-way', 'master').collapse).toBe('two-way')
    expect(plain.variable('pattern', 'as-coded', 'master')).toBe(pattern)
    expect(plain.variable('pattern', 'gone', 'master')).toBe(pattern)
    const without = plainCompared({ cases: ['1'], variables: [pattern] })
    expect(without.variable('pattern', 'two-way', 'master')).toBe(pattern)
    expect(without).toMatchObject({ units: [], codes: [], tolerance: 0, overlap: 0.5, seconds: 1 })
  })

  it('names the variables that there are where another is asked for', () => {
    expect(() => plain.variable('gone', 'as-coded', 'master')).toThrow('Variable gone is not among pattern, scale.')
  })

  it('is asked for each variable, collapse and side once, however many parts a rule has', () => {
    let asked = 0
    const once = readOnce({
      ...plain,
      variable: (...of) => {
        asked++
        return plain.variable(...of)
      },
    })
    const first = once.variable('pattern', 'two-way', 'master')
    expect(once.variable('pattern', 'two-way', 'master')).toBe(first)
    expect(asked).toBe(1)
    expect(once.variable('pattern', 'as-coded', 'master')).toBe(pattern)
    once.variable('pattern', 'two-way', 'coders')
    once.variable('scale', 'two-way', 'master')
    expect(asked).toBe(4)
  })
})

describe('a measure that does not suit', () => {
  const of = (kind: ComparedVariable['kind']) => ({ label: `my ${kind}`, kind })
  it('says what it needs and which variable has not got it', () => {
    expect(misfitOf('icc', of('presence'))).toBe('icc needs scores, and my presence has none.')
    expect(misfitOf('gwet-ac1', of('count'))).toBe('gwet-ac1 needs declared categories, and my count is any number.')
    expect(misfitOf('cohen-kappa', of('duration'))).toBe(
      'cohen-kappa needs declared categories, and my duration is any number.',
    )
    expect(misfitOf('unit-f1', of('scale'))).toBe(
      'unit-f1 compares codes on segments and events, not ratings as my scale.',
    )
    expect(misfitOf('unit-kappa', of('scale'))).toMatch('not ratings as my scale')
    for (const kind of ['scale', 'classification', 'presence'] as const)
      expect(misfitOf('cohen-kappa', of(kind))).toBeNull()
    for (const kind of ['scale', 'count', 'duration'] as const) expect(misfitOf('bias', of(kind))).toBeNull()
  })

  it('of several variables together is named by the first that it does not suit', () => {
    const all = (...kinds: ComparedVariable['kind'][]) => kinds.map((kind) => ({ variable: of(kind) }))
    expect(fitOf('icc', all('scale', 'presence', 'classification'))).toBe('icc needs scores, and my presence has none.')
    expect(fitOf('icc', all('scale', 'scale'))).toBe('icc has no value for several variables together.')
    expect(fitOf('icc', all('scale'))).toBeNull()
    expect(fitOf('bias', all('scale', 'count'))).toBeNull()
  })
})
