import { type Extent, intervalsIn, missingIntervals, type Sampling, seriesOf } from '@attune/codebooks'
import { describe, expect, it } from 'vitest'
import { sample } from './sample.ts'

const looks = sample().sampling?.[0] as Sampling
const required = { ...sample(), sampling: [{ ...looks, required: true }] }
const at = (onset: number, offset: number | null): Extent => ({
  end: 100,
  episodes: [{ episode: '2', onset, offset }],
})
const mark = (interval: number) => ({ sampling: 'looks', subject: 'infant', episode: '2', interval })

describe('intervalsIn', () => {
  it('counts whole intervals from the beginning of an episode; what is left over is none', () => {
    expect(intervalsIn(looks, '2', at(12, 47))).toEqual({ onset: 12, count: 3 })
    expect(intervalsIn(looks, '2', at(12, 15))).toEqual({ onset: 12, count: 0 })
  })

  it('loses none to the way computers divide', () => {
    expect(intervalsIn({ ...looks, seconds: 0.1 }, '2', at(0, 0.7))?.count).toBe(7)
  })

  it('knows nothing of an episode that has no end, or no place at all', () => {
    expect(intervalsIn(looks, '2', at(12, null))).toBeNull()
    expect(intervalsIn(looks, '1', at(12, 47))).toBeNull()
  })

  it('counts from zero where no episode is meant', () => {
    expect(intervalsIn(looks, null, at(12, 47))).toEqual({ onset: 0, count: 10 })
    expect(intervalsIn(looks, null, { end: null, episodes: [] })).toBeNull()
  })
})

describe('seriesOf', () => {
  it('has one for each subject in each episode', () => {
    expect(seriesOf({ ...looks, subjects: ['infant', 'caregiver'], episodes: ['1', '2'] })).toHaveLength(4)
    const { subjects: _, episodes: __, ...whole } = looks
    expect(seriesOf(whole)).toEqual([{ subject: null, episode: null }])
  })
})

describe('missingIntervals', () => {
  it('says how many are missing of a sampling that is required, by subject and episode', () => {
    expect(missingIntervals(required, at(0, 30), [mark(2)]).map(({ message }) => message)).toEqual([
      'Looks (Infant, Reunion): 2 of 3 intervals are not scored yet.',
    ])
  })

  it('is content with all of them, and asks for none that is not required', () => {
    expect(missingIntervals(required, at(0, 30), [mark(1), mark(2), mark(3)])).toEqual([])
    expect(missingIntervals({ ...required, sampling: [{ ...looks, required: false }] }, at(0, 30), [])).toEqual([])
  })

  it('asks for the times of an episode that has no end', () => {
    const [missing] = missingIntervals(required, at(0, null), [])
    expect(missing?.message).toBe('Looks (Infant, Reunion) has no length yet: say when it begins and ends.')
  })
})
