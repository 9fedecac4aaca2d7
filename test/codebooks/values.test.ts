import {
  checkCodeValue,
  checkModifiers,
  checkValue,
  type RatingValue,
  ratingValueSchema,
  scalePoints,
} from '@attune/codebooks'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rankings, scales } from './arbitraries.ts'
import { classificationOf, mustFind, sample, shipped } from './sample.ts'

const book = sample()
const aai = classificationOf(shipped('aai'))
const score = (value: number): RatingValue => ({ kind: 'score', score: value })
const ranked = (...classes: string[]): RatingValue => ({ kind: 'class', classes })
const scale = (min: number, max: number, step: number) => ({
  ...mustFind(book, 'fear'),
  kind: 'scale' as const,
  min,
  max,
  step,
})

describe('scalePoints', () => {
  it('gives the points as one writes them', () => {
    expect(scalePoints({ min: 1, max: 9, step: 0.5 })).toHaveLength(17)
    expect(scalePoints({ min: -1, max: 9, step: 1 })).toEqual([-1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(scalePoints({ min: 0, max: 14, step: 1 })).toHaveLength(15)
    expect(scalePoints({ min: 0, max: 0.7, step: 0.1 })).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7])
    expect(scalePoints({ min: -3, max: 3, step: 1.5 })).toEqual([-3, -1.5, 0, 1.5, 3])
  })

  it('refuses what is no scale', () => {
    expect(() => scalePoints({ min: 1, max: 9, step: 0.3 })).toThrow(RangeError)
    expect(() => scalePoints({ min: 1, max: Number.POSITIVE_INFINITY, step: 1 })).toThrow(RangeError)
    expect(() => scalePoints({ min: Number.NaN, max: 9, step: 1 })).toThrow(RangeError)
  })
})

describe('checkValue of a scale', () => {
  it('accepts exactly the points, for every range and step', () => {
    fc.assert(
      fc.property(scales, ({ points, ...range }) => {
        const variable = scale(range.min, range.max, range.step)
        expect(scalePoints(range)).toEqual(points)
        for (const point of points) {
          expect(checkValue(variable, score(point))).toEqual([])
          expect(checkValue(variable, score(point + range.step / 2))).toHaveLength(1)
        }
        expect(checkValue(variable, score(range.min - range.step))).toHaveLength(1)
        expect(checkValue(variable, score(range.max + range.step))).toHaveLength(1)
      }),
    )
  })

  it('accepts no other number than the points', () => {
    const ranges = fc.constantFrom([1, 9, 0.5], [-1, 9, 1], [0, 14, 1], [0, 1, 0.1])
    const number = fc.oneof(
      fc.double(),
      fc.integer({ min: -2, max: 15 }),
      fc.integer({ min: -4, max: 40 }).map((n) => n / 4),
    )
    fc.assert(
      fc.property(ranges, number, ([min = 0, max = 0, step = 0], value) => {
        const accepted = checkValue(scale(min, max, step), score(value)).length === 0
        return accepted === scalePoints({ min, max, step }).some((point) => point === value)
      }),
      { numRuns: 1_000 },
    )
  })

  it('says which points there are', () => {
    expect(checkValue(mustFind(book, 'warmth'), score(5.25))).toEqual([
      { path: 'score', message: '5.25 is not on the scale. Choose 1 to 9 in steps of 0.5.' },
    ])
  })
})

describe('checkValue of a classification', () => {
  it('accepts a class or subgroup with ranked alternatives', () => {
    for (const classes of [
      ['F'],
      ['F3a'],
      ['Ds1', 'Ds3'],
      ['U', 'F3'],
      ['U', 'E3', 'Ds1'],
      ['CC', 'Ds2', 'E1', 'F5'],
    ]) {
      expect(checkValue(aai, ranked(...classes))).toEqual([])
    }
  })

  const refused: [string, string[], string, string][] = [
    ['no class', [], 'classes', 'Choose at least one'],
    ['an unknown class', ['F', 'B3'], 'classes[1]', 'has no class "B3"'],
    ['more alternatives than allowed', ['F1', 'F2', 'F3', 'F4', 'F5'], 'classes[4]', 'at most 3 alternatives'],
    ['a class ranked twice', ['E1', 'Ds1', 'E1'], 'classes[2]', 'is ranked twice'],
    ['a group beside its own subgroup', ['F', 'F3a'], 'classes[1]', '"F3a" and "F" are the same group'],
    ['a subgroup beside its own group', ['F3a', 'E1', 'F3'], 'classes[2]', '"F3" and "F3a" are the same group'],
    ['U alone', ['U'], 'classes[0]', 'needs the best-fitting organised class after it'],
    ['U after the organised class', ['F', 'U'], 'classes[1]', 'needs the best-fitting organised class after it'],
    ['U with CC only', ['U', 'CC'], 'classes[0]', 'needs the best-fitting organised class after it'],
  ]
  for (const [name, classes, path, says] of refused) {
    it(`refuses ${name}`, () => {
      expect(checkValue(aai, ranked(...classes))[0]).toEqual({ path, message: expect.stringContaining(says) })
    })
  }

  it('lets subgroups inherit what their group says about organised and secondary', () => {
    const ssp = classificationOf(shipped('ssp'))
    expect(checkValue(ssp, ranked('D', 'B4'))).toEqual([])
    const categories = ssp.categories.map((group) =>
      group.id === 'D' ? { ...group, children: [{ id: 'D1', label: 'D1' }] } : group,
    )
    expect(checkValue({ ...ssp, categories }, ranked('D1'))).toHaveLength(1)
    expect(checkValue({ ...ssp, alternatives: 0 }, ranked('A', 'B'))[0]?.message).toContain('takes no alternatives')
  })

  it('never takes a class that needs a secondary one for its own secondary', () => {
    const categories = aai.categories.map((group) => (group.id === 'U' ? { ...group, organised: true } : group))
    expect(checkValue({ ...aai, categories }, ranked('U'))).toHaveLength(1)
    expect(checkValue({ ...aai, categories }, ranked('U', 'F'))).toEqual([])
  })

  it('never accepts a ranking that ends in U or CC', () => {
    fc.assert(fc.property(rankings(aai), (classes) => !['U', 'CC'].includes(classes.at(-1) ?? '')))
  })
})

describe('checkValue of the other kinds', () => {
  it('accepts presence, counts up to the highest, and durations', () => {
    expect(checkValue(mustFind(book, 'cried'), { kind: 'presence', present: false })).toEqual([])
    expect(checkValue(mustFind(book, 'bids'), { kind: 'count', count: 20 })).toEqual([])
    expect(checkValue(mustFind(book, 'bids'), { kind: 'count', count: 0 })).toEqual([])
    expect(checkValue(mustFind(book, 'crying'), { kind: 'duration', seconds: 12.4 })).toEqual([])
    expect(checkValue(mustFind(book, 'crying'), { kind: 'duration', seconds: 0 })).toEqual([])
  })

  it('refuses a count above the highest, a part of a count, and negative amounts', () => {
    const messages = [
      ...checkValue(mustFind(book, 'bids'), { kind: 'count', count: 21 }),
      ...checkValue(mustFind(book, 'bids'), { kind: 'count', count: 1.5 }),
      ...checkValue(mustFind(book, 'bids'), { kind: 'count', count: -1 }),
      ...checkValue(mustFind(book, 'crying'), { kind: 'duration', seconds: -1 }),
      ...checkValue(mustFind(book, 'crying'), { kind: 'duration', seconds: Number.NaN }),
    ].map((fault) => fault.message)
    expect(messages).toEqual([
      '21 is above the highest possible count, 20.',
      '1.5 is no count. Give a whole number from 0.',
      '-1 is no count. Give a whole number from 0.',
      '-1 is no duration. Give seconds from 0.',
      'NaN is no duration. Give seconds from 0.',
    ])
  })

  it('refuses the value of another kind', () => {
    const values: RatingValue[] = [
      score(5),
      ranked('B'),
      { kind: 'presence', present: true },
      { kind: 'count', count: 1 },
      { kind: 'duration', seconds: 1 },
    ]
    const accepted = book.variables.map((variable) =>
      values.filter((value) => checkValue(variable, value).length === 0),
    )
    expect(accepted.map((those) => those.map((value) => value.kind).join())).toEqual([
      'score',
      'score',
      'class',
      'presence',
      'count',
      'duration',
    ])
    expect(checkValue(mustFind(book, 'fear'), ranked('B'))).toEqual([
      { path: 'kind', message: 'Fear takes a score, not a class.' },
    ])
  })

  it('accepts a reason for no value only where the codebook allows it', () => {
    const none = (reason: 'cannot-rate' | 'not-applicable' | 'not-present'): RatingValue => ({ kind: 'none', reason })
    expect(checkValue(mustFind(book, 'warmth'), none('not-applicable'))).toEqual([])
    expect(checkValue(mustFind(book, 'warmth'), none('not-present'))[0]?.message).toContain(
      'Use cannot-rate or not-applicable.',
    )
    expect(checkValue(mustFind(book, 'fear'), none('cannot-rate'))[0]?.message).toContain('It always needs a value.')
  })
})

describe('checkCodeValue', () => {
  it('accepts nothing, and points of the code', () => {
    const [reach, cry] = book.codes
    if (!reach || !cry) throw new Error('The sample has two codes.')
    expect([...checkCodeValue(reach, null), ...checkCodeValue(cry, null), ...checkCodeValue(reach, -1)]).toEqual([])
    expect(checkCodeValue(reach, 10)[0]?.path).toBe('value')
    expect(checkCodeValue(cry, 1)).toEqual([{ path: 'value', message: 'The code "Cry" takes no value. Leave it out.' }])
  })
})

describe('checkModifiers', () => {
  const cry = book.codes[1]
  if (!cry) throw new Error('The sample has two codes.')

  it('takes one value of a single choice and several of a multiple one', () => {
    expect(checkModifiers(cry, {})).toEqual([])
    expect(checkModifiers(cry, { loudness: ['loud'], with: ['tears'] })).toEqual([])
  })

  it('names a modifier, a value or a number of values that the code does not allow', () => {
    expect(checkModifiers(cry, { hand: ['left'] })[0]?.message).toContain('has no modifier "hand"')
    expect(checkModifiers(cry, { loudness: ['shrill'] })[0]?.message).toBe(
      'Loudness has no value "shrill"; it has soft, loud.',
    )
    expect(checkModifiers(cry, { loudness: ['soft', 'loud'] })[0]?.message).toContain('takes one value')
    expect(checkModifiers(cry, { with: ['tears', 'tears'] })[0]?.message).toContain('twice')
  })
})

describe('ratingValueSchema', () => {
  it('takes every kind of value and nothing beside', () => {
    const values: unknown[] = [
      { kind: 'score', score: -1 },
      { kind: 'class', classes: ['U', 'A/C'] },
      { kind: 'presence', present: true },
      { kind: 'count', count: 0 },
      { kind: 'duration', seconds: 0.04 },
      { kind: 'none', reason: 'not-present' },
    ]
    expect(values.filter((value) => !ratingValueSchema.safeParse(value).success)).toEqual([])
    const wrong: unknown[] = [
      { kind: 'none', reason: 'missing' },
      { kind: 'score', score: Number.NaN },
      { kind: 'score', score: 1, note: 'x' },
      { kind: 'class', classes: [] },
      { kind: 'count', count: -1 },
      { kind: 'duration', seconds: -1 },
      null,
    ]
    expect(wrong.filter((value) => ratingValueSchema.safeParse(value).success)).toEqual([])
  })
})
