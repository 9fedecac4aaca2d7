import { estimate, eventTable, segmentationTable, unitTable, unitTableFromSpans } from '@attune/agreement'
import { describe, expect, it } from 'vitest'

const raters = ['Ann', 'Ben']
const categories = ['a', 'b']
const whole = { raters, categories, begin: 0, length: 60 }

describe('unitTable', () => {
  it('orders the units of each rater and keeps ends', () => {
    const units = [
      { rater: 'Ben', start: 3, length: 7, category: 'a' },
      { rater: 'Ann', start: 15, length: 10, category: 'b' },
      { rater: 'Ann', start: 2, length: 8, category: 'a' },
    ]
    const table = unitTable({ ...whole, units })
    expect(table.extent).toEqual({ begin: 0, length: 60 })
    expect([...table.offsets]).toEqual([0, 2, 3])
    expect([...table.starts]).toEqual([2, 15, 3])
    expect([...table.ends]).toEqual([10, 25, 10])
    expect([...table.codes]).toEqual([0, 1, 0])
    const spans = [[[15, 25, 'b'] as const, [2, 10, 'a'] as const], [[3, 10, 'a'] as const]]
    expect(unitTableFromSpans({ ...whole, spans })).toEqual(table)
  })

  it('says which unit has an undeclared rater or category, no length, or lies outside', () => {
    const unit = { rater: 'Ann', start: 2, length: 8, category: 'a' }
    const refused = (change: object) => () => unitTable({ ...whole, units: [unit, { ...unit, ...change }] })
    expect(refused({ rater: 'Eve' })).toThrow('Unit 2: rater "Eve" is not among Ann, Ben.')
    expect(refused({ category: 'z' })).toThrow('Unit 2 of Ann: category "z" is not among a, b.')
    expect(refused({ length: 0 })).toThrow('Unit 2 of Ann: length 0 is not above 0.')
    expect(refused({ start: 55 })).toThrow('Unit 2 of Ann: 55 to 63 is not within the continuum, 0 to 60.')
    expect(refused({ start: Number.NaN })).toThrow('Unit 2 of Ann: NaN to NaN is not a stretch of the continuum.')
    expect(() => unitTable({ ...whole, length: 0, units: [] })).toThrow('Length 0 of the continuum')
    expect(() => unitTable({ raters, categories, length: 9, units: [] })).toThrow('Begin undefined of the continuum')
    expect(() => unitTableFromSpans({ ...whole, spans: [[]] })).toThrow('1 lists of spans are given for 2 raters.')
    expect(() => unitTableFromSpans({ ...whole, spans: [[[5, 5, 'a']], []] })).toThrow('end 5 is not after start 5')
  })
})

describe('segmentationTable', () => {
  it('keeps the lengths of the segments and their sum', () => {
    const table = segmentationTable({ raters, masses: [[2, 3, 6], [11]] })
    expect(table.length).toBe(11)
    expect(table.masses.map((list) => [...list])).toEqual([[2, 3, 6], [11]])
  })

  it('says which segment has no whole length, and whose sums differ', () => {
    expect(() => segmentationTable({ raters, masses: [[2, 0], [2]] })).toThrow(
      'Segment 2 of Ann: 0 is not a whole number',
    )
    expect(() => segmentationTable({ raters, masses: [[2], [1.5]] })).toThrow('Segment 1 of Ben: 1.5 is not')
    expect(() => segmentationTable({ raters, masses: [[5], [2, 2]] })).toThrow(
      'of Ben have 4 elements, those of Ann 5.',
    )
    expect(() => segmentationTable({ raters, masses: [[], [2]] })).toThrow('Ann has no segment')
    expect(() => segmentationTable({ raters, masses: [[2]] })).toThrow('1 segmentations are given for 2 raters.')
  })
})

describe('eventTable', () => {
  it('orders the events of each rater by time', () => {
    const table = eventTable({
      raters,
      categories,
      events: [
        [
          [4, 'b'],
          [1, 'a'],
        ],
        [],
      ],
    })
    expect([...table.times]).toEqual([1, 4])
    expect([...table.codes]).toEqual([0, 1])
    expect([...table.offsets]).toEqual([0, 2, 2])
  })

  it('says which event has no time or an undeclared code', () => {
    expect(() => eventTable({ raters, categories, events: [[[1, 'z']], []] })).toThrow(
      'Event 1 of Ann: "z" is not among',
    )
    const late = Number.POSITIVE_INFINITY
    expect(() => eventTable({ raters, categories, events: [[], [[late, 'a']]] })).toThrow(
      'Event 1 of Ben: time Infinity',
    )
    expect(() => eventTable({ raters, categories, events: [[]] })).toThrow('1 lists of events are given for 2 raters.')
  })
})

describe('estimate', () => {
  it('refuses a table of another kind, saying what is needed', () => {
    const table = eventTable({ raters, categories, events: [[], []] })
    expect(() => estimate('cohen-kappa', table)).toThrow('cohen-kappa needs ratings from declared categories.')
  })
})
