import { describe, expect, it } from 'vitest'
import { noFigure } from '../../../packages/agreement/src/criteria/figure.ts'
import { heldValue, holds } from '../../../packages/agreement/src/criteria/held.ts'

const about = { variable: 'v', label: 'V', measure: 'bias', collapse: null, confidence: 0.95, cases: 3 }
const figure = (estimate: number | null, lower: number | null, upper: number | null) => ({
  ...noFigure(about, 3, 'x', 'y'),
  ...{ estimate, lower, upper, undefined: null },
})
const bias = (on: 'estimate' | 'lower' | 'upper', ...[estimate, lower, upper]: Parameters<typeof figure>) =>
  heldValue({ measure: 'bias', on }, figure(estimate, lower, upper))

describe('the value that is held against a threshold', () => {
  it('is the side of the figure that was asked for', () => {
    for (const [on, value] of [
      ['estimate', -0.2],
      ['lower', -0.4],
      ['upper', 0.1],
    ] as const) {
      expect(heldValue({ measure: 'icc', on }, figure(-0.2, -0.4, 0.1))).toBe(value)
    }
  })

  it('is for bias the distance from 0, wherever it lies', () => {
    expect([bias('estimate', -0.5, -0.8, -0.2), bias('estimate', 0.5, 0.2, 0.8)]).toEqual([0.5, 0.5])
    expect([bias('upper', -0.5, -0.8, -0.2), bias('upper', 0.5, 0.2, 0.8), bias('upper', 0, -0.3, 0.4)]).toEqual([
      0.8, 0.8, 0.4,
    ])
    expect([bias('lower', -0.5, -0.8, -0.2), bias('lower', 0.5, 0.2, 0.8)]).toEqual([0.2, 0.2])
  })

  it('is 0 at the near end for a bias whose interval reaches 0', () => {
    expect([bias('lower', 0.1, -0.3, 0.4), bias('lower', 0.3, 0, 0.6), bias('lower', -0.3, -0.6, 0)]).toEqual([0, 0, 0])
  })

  it('is missing where the figure is, or one end of its interval', () => {
    expect([bias('estimate', null, null, null), bias('upper', null, null, null)]).toEqual([null, null])
    expect([bias('estimate', -1, null, null), bias('lower', -1, null, null), bias('upper', 1, null, 2)]).toEqual([
      1,
      null,
      null,
    ])
    expect(bias('upper', 1, 0, null)).toBeNull()
  })
})

describe('a threshold', () => {
  const met = (value: number) =>
    (['>=', '>', '<=', '<'] as const).filter((comparator) => holds({ comparator, threshold: 0.6 }, value))
  it('is met above, on or below it, as the comparator says', () => {
    expect([met(0.7), met(0.6), met(0.5)]).toEqual([
      ['>=', '>'],
      ['>=', '<='],
      ['<=', '<'],
    ])
  })

  it('is on it what rounding alone keeps from it', () => {
    expect([met(0.6 + 1e-12), met(0.6 - 1e-12)]).toEqual([
      ['>=', '<='],
      ['>=', '<='],
    ])
    expect([met(0.6 + 1e-7), met(0.6 - 1e-7)]).toEqual([
      ['>=', '>'],
      ['<=', '<'],
    ])
  })
})
