import { adviceFor, type Codebook, parseSlotKey, type RatingValue } from '@attune/codebooks'
import { describe, expect, it } from 'vitest'
import { mustParse, sample, shipped } from './sample.ts'

const given = (codebook: Codebook, values: Record<string, RatingValue | null>) =>
  adviceFor(
    codebook,
    Object.entries(values).map(([key, value]) => ({ slot: parseSlotKey(key), value })),
  )
const score = (value: number): RatingValue => ({ kind: 'score', score: value })
const ranked = (...classes: string[]): RatingValue => ({ kind: 'class', classes })

describe('adviceFor', () => {
  it('suggests U above 5, leaves 5 to judgement, and says nothing below', () => {
    const aai = shipped('aai')
    const strengths = [4.5, 5, 5.5, 9].map((value) => given(aai, { 'unresolved-loss': score(value) })[0]?.strength)
    expect(strengths).toEqual([undefined, 'judgement', 'suggestion', 'suggestion'])
  })

  it('names the rating it comes from and the class it suggests', () => {
    expect(given(shipped('aai'), { 'unresolved-trauma': score(7) })).toEqual([
      {
        slot: { variable: 'unresolved-trauma', target: null, episode: null },
        strength: 'suggestion',
        message: expect.stringContaining('The decision stays with the coder.'),
        suggests: { slot: { variable: 'classification', target: null, episode: null }, category: 'U' },
        followed: false,
      },
    ])
  })

  it('knows when it is followed: by the first class or a subgroup of it, not by an alternative', () => {
    const followed = (...classes: string[]) =>
      given(shipped('aai'), { 'unresolved-loss': score(6), classification: ranked(...classes) })[0]?.followed
    expect([followed('U', 'F1'), followed('CC', 'U', 'F1'), followed('F1')]).toEqual([true, false, false])
    const book = sample()
    const toA = mustParse(JSON.parse(JSON.stringify(book).replace('"category":"D"', '"category":"A"')))
    expect(given(toA, { fear: score(6), class: ranked('A1a') })[0]?.followed).toBe(true)
  })

  it('says nothing about ratings that have no score', () => {
    expect(given(shipped('aai'), { 'unresolved-loss': { kind: 'none', reason: 'not-applicable' } })).toEqual([])
    expect(given(shipped('aai'), { 'unresolved-loss': null })).toEqual([])
    expect(given(shipped('aai'), {})).toEqual([])
  })

  it('says nothing at the boundary where the codebook has no words for it', () => {
    const text = JSON.stringify(sample()).replace(',"boundary":"Your judgement."', '')
    expect(given(mustParse(text), { fear: score(5) })).toEqual([])
    expect(given(sample(), { fear: score(5) })[0]?.message).toBe('Your judgement.')
  })

  it('keeps to the same target where both variables have targets', () => {
    const text = JSON.stringify(sample())
      .replace('"id":"fear","label":"Fear","appliesTo":"case"', '"id":"fear","label":"Fear","appliesTo":"target"')
      .replace('"id":"class","label":"Class","appliesTo":"case"', '"id":"class","label":"Class","appliesTo":"target"')
    const advice = given(mustParse(text), {
      'fear@mother': score(9),
      'fear@father': score(9),
      'class@father': ranked('D', 'B'),
    })
    expect(advice.map(({ suggests, followed }) => [suggests.slot.target, followed])).toEqual([
      ['mother', false],
      ['father', true],
    ])
  })
})
