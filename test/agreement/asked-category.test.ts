import {
  type AnyOptions,
  type AnyTable,
  estimate,
  type Measure,
  type MeasureId,
  measures,
  ratingTable,
  unitTable,
} from '@attune/agreement'
import { describe, expect, it } from 'vitest'

const raters = ['Ann', 'Ben']
const declared = [1, '2', 3, 'F']
const codes = ratingTable({
  raters,
  level: 'nominal',
  categories: declared,
  rows: [
    [1, 1],
    [3, 3],
    [3, 1],
    ['F', 3],
    [2, 2],
  ],
})
const units = unitTable({
  raters,
  categories: declared.map(String),
  begin: 0,
  length: 20,
  units: [
    { rater: 'Ann', start: 1, length: 4, category: '3' },
    { rater: 'Ben', start: 2, length: 4, category: '3' },
    { rater: 'Ann', start: 9, length: 4, category: '1' },
    { rater: 'Ben', start: 9, length: 3, category: '2' },
  ],
})

const tables: readonly AnyTable[] = [codes, units]
const all: readonly (readonly [string, Measure])[] = Object.entries(measures)
const taking = all.flatMap(([id, measure]) => {
  const table = tables.find(({ kind }) => measure.tables.includes(kind))
  return measure.options.includes('category') && table !== undefined ? [{ id, table }] : []
})
const more: { readonly [id in MeasureId]?: AnyOptions } = {
  'u-alpha-2016': { variant: '(k)u' },
  'gamma-cat': { samples: 5 },
}
const ofId = (id: string): AnyOptions => Object.entries(more).find(([name]) => name === id)?.[1] ?? {}

describe('the category that a coefficient is asked about', () => {
  it.each(taking)('is found as a number or as text: $id', ({ id, table }) => {
    const of = (category: string | number) => estimate(id, table, { ...ofId(id), category })
    expect(of(3)).toEqual(of('3'))
    expect(of(3).options).toMatchObject({ category: '3' })
    expect(of(2)).toEqual(of('2'))
    expect(of(3)).not.toEqual(of(2))
  })

  it.each(taking)('is refused with the categories there are: $id', ({ id, table }) => {
    for (const category of [4, 3.5, Number.NaN, 'E', '']) {
      expect(() => estimate(id, table, { ...ofId(id), category })).toThrow(
        new RangeError(`Category "${category}" is not among 1, 2, 3, F.`),
      )
    }
  })

  it('names a dozen of many', () => {
    const categories = Array.from({ length: 500 }, (_, index) => index)
    const many = ratingTable({ raters, level: 'nominal', categories, rows: [[1, 2]] })
    expect(() => estimate('category-kappa', many, { category: 500 })).toThrow('10, 11 and 488 more.')
  })

  it('is known to seven coefficients', () => {
    expect(taking.map(({ id }) => id).toSorted()).toEqual([
      'category-kappa',
      'criterion-validity',
      'gamma-cat',
      'span-f1',
      'specific-agreement',
      'u-alpha-1995',
      'u-alpha-2016',
    ])
  })
})
