import type { ChanceToPass } from '@attune/contract'
import { describe, expect, it } from 'vitest'
import {
  type AskChance,
  askCurve,
  askSizes,
  qualityNameOf,
  type SizePoint,
} from '../../../../web/src/training/sets/plan.ts'
import { chanceInWords, intervalOf, sentenceOf } from '../../../../web/src/training/sets/plan-words.ts'
import { icc, kappa } from './sample.ts'

const { signal } = new AbortController()
const point = (quality: number, cases: number, chance: number, method: ChanceToPass['method']): ChanceToPass => ({
  quality,
  cases,
  chance,
  lower: method === 'exact' ? null : chance - 0.01,
  upper: method === 'exact' ? null : chance + 0.01,
  method,
  trials: method === 'exact' ? null : 2000,
})

/** A wrong pass by its number of cases; a good coder always passes. */
const asker =
  (wrong: (size: number) => number, method: ChanceToPass['method'] = 'simulation', right = () => 0.9): AskChance =>
  async (quality, size) =>
    point(quality, size, quality < 0.8 ? wrong(size) : right(), method)

async function sizes(ask: AskChance, start: number) {
  const asked: SizePoint[] = []
  const found = await askSizes(ask, 0.5, start, (one) => asked.push(one), signal)
  return { found, asked: asked.map(({ size }) => size) }
}
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

describe('the number of cases that makes a wrong pass rare', () => {
  it('is found by doubling and halving', async () => {
    const { found, asked } = await sizes(
      asker((size) => 1 / size),
      5,
    )
    expect(asked.slice(0, 4)).toEqual([5, 10, 20, 40])
    expect(found?.isSteady).toBe(false)
    expect(found?.size).toBeGreaterThan(20)
    expect(found?.size).toBeLessThanOrEqual(23)
  })

  it('goes down from a number that is more than enough', async () => {
    const { found } = await sizes(
      asker((size) => 1 / size),
      100,
    )
    expect(found?.size).toBeGreaterThan(20)
    expect(found?.size).toBeLessThanOrEqual(23)
  })

  it('is steady where it can be computed exactly: a number after it that is not enough moves it on', async () => {
    const jagged = asker((size) => (size === 26 ? 0.06 : size >= 21 ? 0.04 : 0.2), 'exact')
    expect((await sizes(jagged, 5)).found).toEqual({ size: 27, isSteady: true })
  })

  it('is none where more cases do not help, or where nobody passes', async () => {
    const never = await sizes(
      asker(() => 0.3),
      50,
    )
    expect(never).toEqual({ found: null, asked: [50, 100, 200, 320] })
    expect(
      (
        await sizes(
          asker(
            () => 0,
            'simulation',
            () => 0.4,
          ),
          320,
        )
      ).found,
    ).toBeNull()
  })

  it('stops when it is told to', async () => {
    const stop = new AbortController()
    const asked: number[] = []
    const found = await askSizes(
      asker(() => 0.3),
      0.5,
      10,
      ({ size }) => {
        asked.push(size)
        stop.abort()
      },
      stop.signal,
    )
    expect({ found, asked }).toEqual({ found: null, asked: [10] })
  })
})

describe('the curve', () => {
  it('hands on each point as it arrives, until it is stopped', async () => {
    const stop = new AbortController()
    const got: number[] = []
    const onPoint = ({ quality }: ChanceToPass) => {
      got.push(quality)
      if (got.length === 2) stop.abort()
    }
    await askCurve(
      asker(() => 0.1),
      [0.6, 0.8, 0.5],
      20,
      onPoint,
      stop.signal,
    )
    expect(got).toEqual([0.6, 0.8])
  })

  it('says its finding first, as soon as there is one', () => {
    const points = [point(0.6, 20, 0.234, 'exact'), point(0.8, 20, 0.912, 'exact')]
    expect(sentenceOf([], 'kappa')).toBe('')
    expect(plain(sentenceOf(points.slice(0, 1), 'kappa'))).toBe(
      'With 20 cases a coder of true kappa .60 passes 23 % of the time.',
    )
    expect(plain(sentenceOf(points, 'kappa'))).toBe(
      'With 20 cases a coder of true kappa .60 passes 23 % of the time; one of .80 passes 91 % of the time.',
    )
  })

  it('never rounds a rare pass to none, and has an interval only where it was simulated', () => {
    expect(plain(chanceInWords({ chance: 0.004 }))).toBe('0.4 %')
    expect(plain(chanceInWords({ chance: 0.996 }))).toBe('99.6 %')
    expect(plain(chanceInWords({ chance: 0 }))).toBe('0 %')
    expect(plain(intervalOf(point(0.5, 20, 0.2, 'simulation')))).toBe('[19.0 %, 21.0 %]')
    expect(intervalOf(point(0.5, 20, 0.2, 'exact'))).toBe('')
  })
})

describe('the true agreement', () => {
  it('is a kappa for classes, an ICC for scores, and both for a rule on both', () => {
    expect(qualityNameOf(kappa)).toBe('kappa')
    expect(qualityNameOf({ any: [icc, { ...kappa, measure: 'bias', variables: { ids: ['x'] } }] })).toBe('icc')
    expect(qualityNameOf({ all: [kappa, icc] })).toBe('both')
    expect(qualityNameOf({ ...kappa, measure: 'percent-agreement', variables: { kinds: [] } })).toBe('both')
    expect(qualityNameOf({ ...kappa, measure: 'percent-agreement', variables: { kinds: ['scale', 'count'] } })).toBe(
      'icc',
    )
  })
})
