import { driftCharts, ewmaChart, individualsChart, pChart } from '@attune/agreement'
import { describe, expect, it } from 'vitest'

const signalled = (chart: { points: readonly { signals: readonly string[] }[] }) =>
  chart.points.map(({ signals }) => signals.length > 0)

describe('pChart', () => {
  /** Chance of k or fewer of n, by the definition of the binomial distribution. */
  function atMost(k: number, n: number, p: number): number {
    const choose = (hits: number): number =>
      Array.from({ length: hits }).reduce<number>((ways, _, index) => (ways * (n - index)) / (index + 1), 1)
    return Array.from({ length: k + 1 }, (_, hits) => choose(hits) * p ** hits * (1 - p) ** (n - hits)).reduce(
      (sum, chance) => sum + chance,
      0,
    )
  }

  it.each([5, 8, 12, 20, 40])('has for %i items the lowest share that comes up with more than the risk', (n) => {
    const [point] = pChart([{ agreed: n, n }], { expected: 0.85 }).points
    const limit = Math.round((point?.lower ?? 0) * n)
    expect(atMost(limit - 1, n, 0.85)).toBeLessThanOrEqual(0.002)
    expect(atMost(limit, n, 0.85)).toBeGreaterThan(0.002)
  })

  it('signals below its limit and not on it, each case by its own number of items', () => {
    const chart = pChart(
      [
        { agreed: 5, n: 10 },
        { agreed: 4, n: 10 },
        { agreed: 14, n: 20 },
        { agreed: 10, n: 20 },
      ],
      { expected: 0.85 },
    )
    expect(signalled(chart)).toEqual([false, true, false, true])
    expect(chart.points[1]?.direction).toBe('below')
  })

  it('passes over a case without items, and says nothing where no case could signal', () => {
    const chart = pChart(
      [
        { agreed: 0, n: 0 },
        { agreed: 0, n: 2 },
      ],
      { expected: 0.85 },
    )
    expect(chart.points.map(({ value, lower }) => [value, lower])).toEqual([
      [null, 0],
      [0, 0],
    ])
    expect(signalled(chart)).toEqual([false, false])
  })

  it('refuses what cannot be', () => {
    expect(() => pChart([], { expected: 1 })).toThrow('The expected share is 1; it has to lie between 0 and 1.')
    expect(() => pChart([{ agreed: 3, n: 2 }], { expected: 0.8 })).toThrow('3 of 2 items cannot agree.')
  })
})

describe('ewmaChart', () => {
  it('has the exact limits of the first cases: L s √(λ/(2 − λ)(1 − (1 − λ)^2i))', () => {
    const cases = Array.from({ length: 30 }, () => ({ value: 0, deviation: 2 }))
    const { points } = ewmaChart(cases, { expected: 0, lambda: 0.2, limit: 3 })
    for (const [index, point] of points.entries()) {
      expect(point.upper).toBeCloseTo(3 * 2 * Math.sqrt((0.2 / 1.8) * (1 - 0.8 ** (2 * (index + 1)))), 12)
      expect(point.lower).toBe(-point.upper)
    }
  })

  /** Montgomery (2013), example 9.2: target 10, sigma 1, lambda 0.1, L 2.7; the mean was moved to 11 from observation 21 on. */
  it('gives the values of the worked example of Montgomery and finds the shift in its last two observations', () => {
    const observations = [
      9.45, 7.99, 9.29, 11.66, 12.16, 10.18, 8.04, 11.46, 9.2, 10.34, 9.03, 11.47, 10.51, 9.4, 10.08, 9.37, 10.62,
      10.31, 8.52, 10.84, 10.9, 9.33, 12.29, 11.5, 10.6, 11.08, 10.38, 11.62, 11.31, 10.52,
    ]
    const chart = ewmaChart(
      observations.map((value) => ({ value, deviation: 1 })),
      { expected: 10, lambda: 0.1, limit: 2.7 },
    )
    expect(chart.points.slice(0, 4).map(({ shown }) => Number(shown?.toFixed(5)))).toEqual([
      9.945, 9.7495, 9.70355, 9.8992,
    ])
    expect([chart.points[0]?.lower, chart.points[0]?.upper]).toEqual([
      expect.closeTo(9.73, 10),
      expect.closeTo(10.27, 10),
    ])
    expect(signalled(chart).flatMap((isSignal, index) => (isSignal ? [index + 1] : []))).toEqual([29, 30])
    expect(chart.points[28]?.direction).toBe('above')
    expect(chart.points[29]?.shown).toBeCloseTo(10.6341, 4)
  })

  it('with lambda 1 is a chart of single cases', () => {
    const { points } = ewmaChart([{ value: 3, deviation: 1 }], { expected: 0, lambda: 1, limit: 2 })
    expect(points[0]).toMatchObject({ shown: 3, lower: -2, upper: 2, direction: 'above' })
  })

  it('leaves the average as it is where a case has no value', () => {
    const [, gap, last] = ewmaChart(
      [
        { value: 1, deviation: 1 },
        { value: null, deviation: 1 },
        { value: 1, deviation: 1 },
      ],
      { expected: 0 },
    ).points
    expect(gap).toMatchObject({ shown: null, signals: [] })
    expect(last?.shown).toBeCloseTo(0.36, 12)
  })

  it('with the lower side only never alarms for more agreement than expected', () => {
    const good = Array.from({ length: 50 }, () => ({ value: 1, deviation: 0.05 }))
    expect(signalled(ewmaChart(good, { expected: 0.8, sides: 'lower', within: [0, 1] }))).not.toContain(true)
    expect(signalled(ewmaChart(good, { expected: 0.8 }))).toContain(true)
  })

  it('refuses a lambda above 1', () => {
    expect(() => ewmaChart([], { expected: 0, lambda: 1.2 })).toThrow('Lambda is 1.2')
  })
})

describe('individualsChart', () => {
  const chart = (values: (number | null)[]) => individualsChart(values, { expected: 0, deviation: 1 })

  it('signals one case beyond 3 sigma, on either side, and none on the line', () => {
    expect(signalled(chart([3, -3.01, 0]))).toEqual([false, true, false])
    expect(chart([-3.01]).points[0]).toMatchObject({ signals: ['beyond-limits'], direction: 'below' })
  })

  it('signals two of three beyond 2 sigma on one side, not on two sides and not further apart', () => {
    expect(signalled(chart([2.1, 0, 2.1]))).toEqual([false, false, true])
    expect(signalled(chart([2.1, -2.1]))).toEqual([false, false])
    expect(signalled(chart([2.1, 0, 0, 2.1]))).toEqual([false, false, false, false])
    expect(chart([2.1, 2.2]).points[1]).toMatchObject({ signals: ['two-of-three'], direction: 'above' })
  })

  it('passes over a case without value', () => {
    expect(signalled(chart([2.1, null, null, 2.1]))).toEqual([false, false, false, true])
  })
})

describe('driftCharts', () => {
  const settings = {
    agreement: { chart: 'ewma', within: 1, expected: 0.85 },
    bias: { chart: 'ewma', expected: 0, deviation: 0.5 },
  } as const
  const items = { items: 12, scales: 10, step: 1 }
  const work = (agreed: number, difference: number | null) => ({ agreed, n: 12, scales: 10, difference })

  it('finds a coder who agrees less and leans to one side, and says to which', () => {
    const { agreement, bias } = driftCharts(settings, items, [
      ...Array(5).fill(work(10, 0)),
      ...Array(8).fill(work(6, -1)),
    ])
    expect(signalled(agreement).slice(0, 5)).not.toContain(true)
    expect(signalled(agreement)).toContain(true)
    expect(bias.points.at(-1)).toMatchObject({ direction: 'below', signals: ['beyond-limits'] })
  })

  it('has wider limits for agreement where the scores of a case go together', () => {
    const lower = (deviation: number) =>
      driftCharts({ ...settings, bias: { ...settings.bias, deviation } }, items, [work(10, 0)]).agreement.points[0]
        ?.lower
    expect(lower(0.8)).toBeLessThan(lower(0.35) ?? 0)
  })

  it('refuses more scales than items', () => {
    expect(() => driftCharts(settings, { items: 3, scales: 4, step: 1 }, [])).toThrow('4 scales among 3 items')
  })
})
