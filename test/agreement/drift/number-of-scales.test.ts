import { chartPromise, type DriftSettings, driftCharts, individualsChart, simulateDrift } from '@attune/agreement'
import { describe, expect, it } from 'vitest'
import { normalQuantile } from '../../../packages/agreement/src/distributions/distributions.ts'

const items = { items: 12, scales: 10, step: 1 }
const settings = (
  chart: 'individuals' | 'ewma',
  bias: { deviation?: number; scales?: number | null } = {},
): DriftSettings => ({
  agreement: { chart: 'ewma', within: 1, expected: 0.85 },
  bias: { chart, expected: 0, deviation: 0.5, scales: 10, ...bias },
})
const caseOf = (scales: number, difference: number | null = 0) => ({ agreed: 0, n: 0, scales, difference })

/** The deviation that a case with so many scales is held against: a third of its limit on the individuals chart. */
function deviationOf(
  scales: number,
  bias: { deviation?: number; scales?: number | null } = {},
  within = items,
): number {
  const [point] = driftCharts(settings('individuals', bias), within, [caseOf(scales)]).bias.points
  return (point?.upper ?? 0) / 3
}

describe('limits of bias by the number of scales', () => {
  it('are those of the given deviation for a case with as many scales as it stands for', () => {
    expect(deviationOf(10)).toBeCloseTo(0.5, 12)
    expect(deviationOf(4, { scales: 4 })).toBeCloseTo(0.5, 12)
    expect(deviationOf(10, { deviation: 0.2 })).toBeCloseTo(0.2, 12)
    expect(deviationOf(10, { deviation: 3 })).toBeCloseTo(3, 12)
  })

  it('are wider with fewer scales and narrower with more, and never narrower than what the scores have in common', () => {
    const found = [1, 2, 5, 10, 20, 10_000].map((scales) => deviationOf(scales))
    expect(found).toEqual(found.toSorted((one, other) => other - one))
    // σ² = (1.5 / z(.925))², rounding 1/12; common: what is left of .25 beyond a tenth of both, times 10/9.
    const single = (1.5 / normalQuantile(0.925)) ** 2 + 1 / 12
    const common = (0.25 - single / 10) * (10 / 9)
    expect(found[0]).toBeCloseTo(Math.sqrt(single), 10)
    expect(found[1]).toBeCloseTo(Math.sqrt(common + (single - common) / 2), 10)
    expect(found[5]).toBeCloseTo(Math.sqrt(common), 3)
  })

  it('follow the square root of the number where nothing is common to the scores of a case', () => {
    expect(deviationOf(40, { deviation: 0.3 })).toBeCloseTo(0.15, 10)
    expect(deviationOf(2, { deviation: 0.3 })).toBeCloseTo(0.3 * Math.sqrt(5), 10)
  })

  it('hardly change where the settings leave nearly everything to the case', () => {
    expect(deviationOf(1, { deviation: 3 })).toBeLessThan(3.05)
    expect(deviationOf(100, { deviation: 3 })).toBeGreaterThan(2.99)
  })

  it('are those that simulated scores have: normal, in part common to the case, rounded to the step', () => {
    const single = (1.5 / normalQuantile(0.925)) ** 2
    const common = (0.25 - (single + 1 / 12) / 10) * (10 / 9)
    let state = 1
    // Park and Miller's generator, and two uniform numbers for a normal one.
    const uniform = () => {
      state = (state * 48271) % 2147483647
      return state / 2147483647
    }
    const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())
    for (const scales of [1, 3, 20]) {
      const means = Array.from({ length: 4000 }, () => {
        const shared = Math.sqrt(common) * normal()
        const scores = Array.from({ length: scales }, () => Math.round(shared + Math.sqrt(single - common) * normal()))
        return scores.reduce((sum, score) => sum + score, 0) / scales
      })
      const simulated = Math.sqrt(means.reduce((sum, one) => sum + one ** 2, 0) / means.length)
      // Four standard errors of a deviation from 4,000 cases.
      expect(Math.abs(simulated / deviationOf(scales) - 1)).toBeLessThan(4 / Math.sqrt(2 * 4000))
    }
  })

  it('are the same for every case where the settings do not say for how many scales the deviation stands', () => {
    for (const scales of [1, 10, 40]) expect(deviationOf(scales, { scales: null })).toBe(0.5)
    const { bias } = settings('individuals')
    const { scales: _, ...stored } = bias
    const [point] = driftCharts({ ...settings('individuals'), bias: stored }, items, [caseOf(1)]).bias.points
    expect(point?.upper).toBe(1.5)
  })

  it('let an average remember each case with the deviation of that case', () => {
    const { points } = driftCharts(settings('ewma'), items, [caseOf(10), caseOf(2), caseOf(0, null), caseOf(20)]).bias
    const variance = [10, 2, 20].reduce((sum, scales) => 0.2 ** 2 * deviationOf(scales) ** 2 + 0.8 ** 2 * sum, 0)
    expect(points[3]?.upper).toBeCloseTo(2.962 * Math.sqrt(variance), 12)
    expect(points[2]).toMatchObject({ shown: null, upper: points[1]?.upper })
  })

  it('alarm for a mean of two points over ten scales and not over one', () => {
    const directions = [10, 1].map(
      (scales) => driftCharts(settings('individuals'), items, [caseOf(scales, 2)]).bias.points[0]?.direction,
    )
    expect(directions).toEqual(['above', null])
  })

  it('refuse a number of scales that cannot be', () => {
    expect(() => deviationOf(10, { scales: 0 })).toThrow('cases with 0 scales')
    expect(() => deviationOf(10, { scales: 2.5 })).toThrow('cases with 2.5 scales')
  })
})

describe('individualsChart with deviations of each case', () => {
  it('holds each case against limits of its own and counts two of three in its own deviations', () => {
    const chart = individualsChart([2.1, 0, 4.2, 2.1], { expected: 0, deviation: [1, 1, 2, 2] })
    expect(chart.points.map(({ upper, lower }) => [lower, upper])).toEqual([
      [-3, 3],
      [-3, 3],
      [-6, 6],
      [-6, 6],
    ])
    expect(chart.points.map(({ signals }) => signals.length > 0)).toEqual([false, false, true, false])
  })

  it('refuses a deviation of 0 and one too few', () => {
    expect(() => individualsChart([1, 1], { expected: 0, deviation: [1, 0] })).toThrow('The deviation of a case is 0')
    expect(() => individualsChart([1, 1], { expected: 0, deviation: [1] })).toThrow('1 deviations for 2 values')
  })
})

describe('the promise', () => {
  const found = (scales: number) =>
    chartPromise(settings('ewma', { scales: 10 }), { items: scales + 2, scales, step: 1 }).bias.foundAfter ?? 0

  it('is that of cases as they usually are, also where the deviation stands for others', () => {
    const same = chartPromise(settings('ewma', { deviation: deviationOf(4), scales: 4 }), items).bias.foundAfter ?? 0
    expect(same).toBeCloseTo(found(10), 2)
    expect(found(4)).toBeGreaterThan(found(10) + 0.5)
    expect(found(20)).toBeLessThan(found(10) - 0.2)
  })
})

/** 1,000 coders on the real charts for each figure; they stand in docs/drift.md. */
describe('false alarms of bias where cases differ in their number of scales', { timeout: 60_000 }, () => {
  const every = Array.from({ length: 10 }, (_, index) => index + 1)
  const rows = [
    { name: 'one to ten scales', scales: every, ewma: [507, 60], individuals: [250, 39] },
    { name: 'two or ten', scales: [2, 10], ewma: [500, 57], individuals: [237, 54] },
    { name: 'two', scales: [2], ewma: [477, 28], individuals: [189, 28] },
    // One deviation for all would take 1,511 and 928 cases here, and many seconds.
    { name: 'twenty', scales: [20], ewma: [469], individuals: [199] },
  ]
  const averages = (chart: 'ewma' | 'individuals', scales: readonly number[], given: readonly (number | null)[]) =>
    given.map((one) => {
      const simulation = { runs: 1000, seed: 21, points: 0, chart: 'bias', scales } as const
      return simulateDrift(settings(chart, { scales: one }), items, simulation).average
    })

  it.each(rows)(
    '$name: come as rarely as stated, and much more often with one deviation',
    ({ name, scales, ...figures }) => {
      for (const chart of ['ewma', 'individuals'] as const) {
        const stated = chartPromise(settings(chart), items).bias.falseAlarmAfter ?? 0
        const [byScales = 0, alike] = averages(chart, scales, figures[chart].length > 1 ? [10, null] : [10])
        console.info(
          `false alarms of bias, ${chart}, ${name}: every ${byScales.toFixed(0)} cases (stated ${stated.toFixed(0)}), ` +
            `with one deviation for all every ${alike?.toFixed(0) ?? '(not simulated)'}`,
        )
        expect([byScales, alike].filter((one) => one !== undefined).map(Math.round)).toEqual(figures[chart])
        // Means of a few whole points come in steps, which makes the individuals chart a little quicker at some numbers.
        expect(byScales / stated).toBeGreaterThan(chart === 'ewma' ? 0.93 : 0.83)
        expect(byScales / stated).toBeLessThan(1.15)
        if (alike !== undefined) expect(alike / stated).toBeLessThan(0.25)
      }
    },
  )

  it('refuses numbers of scales that cannot be', () => {
    const simulation = { runs: 10, seed: 1, points: 0 }
    expect(() => simulateDrift(settings('ewma'), items, { ...simulation, scales: [] })).toThrow('no number of scales')
    expect(() => simulateDrift(settings('ewma'), items, { ...simulation, scales: [-1] })).toThrow('-1 scales')
  })
})
