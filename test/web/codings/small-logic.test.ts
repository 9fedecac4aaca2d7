import type { ClassificationVariable, Code } from '@attune/codebooks'
import { describe, expect, it } from 'vitest'
import { clock, parseClock } from '../../../web/src/base/clock.ts'
import { remember, searchCodes } from '../../../web/src/codings/code-search.ts'
import { codeSigns } from '../../../web/src/codings/code-signs.ts'
import { choose, moveRank } from '../../../web/src/codings/ranking.ts'
import { itemsThere, itemThere } from '../../../web/src/codings/server-items.ts'
import { typeScore } from '../../../web/src/codings/typed-score.ts'

const halves = Array.from({ length: 17 }, (_, index) => 1 + index / 2)
const type = (points: number[], keys: string) => {
  let typed = ''
  let point: number | null = null
  for (const key of keys) {
    const next = typeScore(points, typed, key)
    typed = next.typed
    point = next.point ?? point
  }
  return point
}

describe('typing a score', () => {
  it.each([
    ['7', 7],
    ['7.5', 7.5],
    ['7,5', 7.5],
    ['75', 7.5],
    ['78', 8],
    ['9.5', 9],
  ])('takes %s on a scale from 1 to 9 in halves for %s', (keys, point) => expect(type(halves, keys)).toBe(point))

  it('takes two digits and a minus where the scale has them', () => {
    const wide = Array.from({ length: 15 }, (_, index) => index)
    expect(type(wide, '12')).toBe(12)
    expect(type(wide, '19')).toBe(9)
    expect(type([-1, 0, 1, 2], '-1')).toBe(-1)
    expect(type([-1, 0, 1, 2], '−1')).toBe(-1)
  })

  it('takes no other key', () => expect(typeScore(halves, '7', 'x')).toEqual({ typed: '', point: null }))
})

const code = (id: string, label: string, key?: string): Code => ({
  id,
  label,
  unit: 'segment',
  colour: 1,
  ...(key ? { key } : {}),
})

describe('signs of codes', () => {
  it('are all different, keys first', () => {
    const signs = codeSigns([
      code('a', 'Anger', 'a'),
      code('b', 'Loss memory'),
      code('c', 'Loud moment'),
      code('d', 'Anger'),
      code('e', 'Q'),
      code('f', 'Q'),
    ])
    expect([...signs.values()]).toEqual(['A', 'Lm', 'Lo', 'An', 'Q2', 'Q3'])
  })
})

describe('the search for codes', () => {
  const codes = [
    code('idealisation', 'Idealisation', 'i'),
    code('anger', 'Preoccupied anger', 'x'),
    code('lack', 'Lack of memory'),
  ]
  const found = (typed: string, recent: string[] = []) => searchCodes(codes, typed, recent).map(({ id }) => id)

  it('puts the code whose key was typed first, then beginnings, then beginnings of words', () => {
    expect(found('x')).toEqual(['anger'])
    expect(found('lac')).toEqual(['lack'])
    expect(found('ang')).toEqual(['anger'])
    expect(found('lmem')).toEqual(['lack'])
    expect(found('zz')).toEqual([])
  })

  it('begins with recent codes when nothing is typed', () => {
    expect(found('', ['lack'])).toEqual(['lack', 'idealisation', 'anger'])
    expect(remember(['a', 'b'], 'b')).toEqual(['b', 'a'])
  })
})

describe('ranking classes', () => {
  const variable: ClassificationVariable = {
    id: 'class',
    label: 'Class',
    section: 's',
    appliesTo: 'case',
    required: true,
    noValue: [],
    kind: 'classification',
    alternatives: 2,
    collapses: [],
    rationale: 'optional',
    categories: [
      {
        id: 'F',
        label: 'F',
        children: [
          { id: 'F1', label: 'F1' },
          { id: 'F2', label: 'F2' },
        ],
      },
      { id: 'E', label: 'E' },
      { id: 'U', label: 'U' },
      { id: 'Ds', label: 'Ds' },
    ],
  }

  it('adds alternatives, refines a group to its subgroup and takes a class back', () => {
    expect(choose(variable, [], 'U')).toEqual(['U'])
    expect(choose(variable, ['U', 'F'], 'F2')).toEqual(['U', 'F2'])
    expect(choose(variable, ['U', 'F2'], 'F')).toEqual(['U', 'F'])
    expect(choose(variable, ['F1'], 'F2')).toEqual(['F1', 'F2'])
    expect(choose(variable, ['U', 'F'], 'U')).toEqual(['F'])
    expect(choose(variable, ['U', 'F', 'E'], 'Ds')).toEqual(['U', 'F', 'Ds'])
  })

  it('moves a class up or down, not beyond the ends', () => {
    expect(moveRank(['U', 'F', 'E'], 2, -1)).toEqual(['U', 'E', 'F'])
    expect(moveRank(['U', 'F'], 0, -1)).toEqual(['U', 'F'])
  })
})

describe('times', () => {
  it.each([
    ['83', 83],
    ['1:23', 83],
    ['1:23,5', 83.5],
    ['1:02:03', 3723],
    ['-0:05', -5],
    ['−5', -5],
  ])('%s is %s seconds', (typed, seconds) => expect(parseClock(typed)).toBe(seconds))
  it.each(['', 'a', '1:75', '1:2:3:4'])('"%s" is no time', (typed) => expect(parseClock(typed)).toBeNull())
  it('are written as they are read', () => {
    for (const seconds of [0, 5.25, 83.5, 3723, -5, 59.999]) expect(parseClock(clock(seconds))).toBe(seconds)
  })
})

describe('items as they stand on the server', () => {
  const slot = { variable: 'loving', target: 'mother', episode: null }
  const rating = { slot, value: { kind: 'score', score: 4 }, confidence: null, rationale: '' }

  it('are read from a refusal, gone ones as removals', () => {
    expect(itemThere('rating loving@mother', { version: 3, item: { ...rating, version: 3 } })).toEqual({
      version: 3,
      edit: { type: 'put-rating', ...rating },
    })
    expect(itemThere('rating loving@mother', { version: 4, item: null })).toMatchObject({
      version: 4,
      edit: { value: null },
    })
    expect(itemThere('rating loving@mother', null)).toMatchObject({ version: 0, edit: { value: null } })
    expect(itemThere('memo', { item: 'a', version: 2 })).toEqual({ version: 2, edit: { type: 'put-memo', text: 'a' } })
  })

  it('are compared with the screen: what is gone there is removed here', () => {
    const items = itemsThere(
      { ratings: [], annotations: [], intervals: [], episodes: [], memo: { text: '', version: 0 } },
      ['annotation x', 'annotation y'],
      (item) => (item === 'annotation x' ? 2 : 0),
    )
    expect(items).toEqual([
      { item: 'memo', there: { version: 0, edit: { type: 'put-memo', text: '' } } },
      { item: 'annotation x', there: { version: 3, edit: { type: 'remove-annotation', id: 'x' } } },
    ])
  })
})
