import type { Turn } from '@attune/contract'
import { describe, expect, it } from 'vitest'
import { captionsOf } from '../../../../web/src/codings/media/captions.ts'
import { spanOf, timedTurns, turnAt } from '../../../../web/src/codings/media/turn-times.ts'

const turn = (time: number | null, until: number | null = null): Turn => ({
  number: 1,
  speaker: 'P',
  role: 'speaker',
  start: 0,
  bodyStart: 3,
  end: 9,
  line: 1,
  marks: [],
  time,
  until,
})

describe('turns in step with a recording', () => {
  const turns = [turn(null), turn(2), turn(5, 6), turn(9)]
  it('are those whose time is known, each until its end or the next', () => {
    expect(timedTurns(turns)).toEqual([
      { index: 1, from: 2, to: 5 },
      { index: 2, from: 5, to: 6 },
      { index: 3, from: 9, to: Number.POSITIVE_INFINITY },
    ])
  })

  it.each([
    [0, undefined],
    [2, 1],
    [4.9, 1],
    [7, 2],
    [1000, 3],
  ])('at second %f: turn %s', (seconds, index) => {
    expect(turnAt(timedTurns(turns), seconds)?.index).toBe(index)
  })

  it('give a selection its span, and none where no end is known', () => {
    expect(spanOf(turns, 0, 2)).toEqual({ from: 2, to: 6 })
    expect(spanOf(turns, 0, 0)).toBeNull()
    expect(spanOf(turns, 3, 3)).toBeNull()
  })

  it('become captions no longer than half a minute', () => {
    expect(captionsOf('P: hello ', turns).map(({ to, words }) => [to, words])).toEqual([
      [5, 'P hello'],
      [6, 'P hello'],
      [39, 'P hello'],
    ])
  })
})
