import { type CaseItems, chartPromise, type DriftSettings, simulateDrift } from '@attune/agreement'
import { describe, expect, it } from 'vitest'

const items: CaseItems = { items: 12, scales: 10, step: 1 }
const settings = (
  agreement: 'p' | 'ewma',
  bias: 'individuals' | 'ewma',
  deviation = 0.5,
  expected = 0.85,
): DriftSettings => ({
  agreement: { chart: agreement, within: 1, expected },
  bias: { chart: bias, expected: 0, deviation },
})

describe('chartPromise', () => {
  it('has the run lengths of the charts: a shift of one point is 1 / deviation standard deviations', () => {
    const { bias } = chartPromise(settings('p', 'individuals', 1), items)
    expect(bias.falseAlarmAfter).toBeCloseTo(225.44, 2)
    expect(bias.foundAfter).toBeCloseTo(20.01, 0)
  })

  it('finds a drift the later, the more the cases of a coder vary anyway', () => {
    const found = [0.4, 0.6, 0.8, 1].map(
      (deviation) => chartPromise(settings('ewma', 'ewma', deviation), items).together.foundAfter ?? 0,
    )
    expect(found).toEqual(found.toSorted((a, b) => a - b))
    expect(new Set(found).size).toBe(4)
  })

  it('promises nothing of bias where a case has no scales, and nothing of agreement where it has no items', () => {
    const none = { falseAlarmAfter: null, foundAfter: null, ninetyPercentWithin: null }
    expect(chartPromise(settings('ewma', 'ewma'), { items: 3, scales: 0, step: 1 }).bias).toMatchObject(none)
    expect(chartPromise(settings('p', 'ewma'), { items: 0, scales: 0, step: 1 }).together).toMatchObject(none)
  })

  it('says that a p chart of two items cannot signal, while the bias goes on being watched', () => {
    const { agreement, together, bias } = chartPromise(settings('p', 'individuals'), { items: 2, scales: 2, step: 1 })
    expect(agreement.falseAlarmAfter).toBeNull()
    expect(together.falseAlarmAfter).toBeCloseTo(bias.falseAlarmAfter ?? 0, 8)
  })

  it('refuses a deviation of 0 and a share of 1', () => {
    expect(() => chartPromise(settings('p', 'ewma', 0), items)).toThrow('The deviation is 0; it has to be above 0.')
    expect(() => chartPromise(settings('p', 'ewma', 0.5, 1), items)).toThrow('The expected share is 1')
  })
})

/** 4,000 coders on the real charts, case by case. The figures stand in docs/drift.md and docs/agreement/drift.md. */
describe('a drift of one scale point, simulated', { timeout: 30_000 }, () => {
  const runs = 4000
  const rows = [
    { name: 'EWMA and EWMA', setting: settings('ewma', 'ewma'), promised: [229, 3.7, 6], simulated: [238, 3.5, 6] },
    {
      name: 'p chart and individuals',
      setting: settings('p', 'individuals'),
      promised: [162, 3.6, 7],
      simulated: [235, 4, 8],
    },
  ]

  it.each(rows)(
    '$name: is found within the stated cases at the stated rate of false alarms',
    ({ name, setting, promised, simulated }) => {
      const { together } = chartPromise(setting, items)
      const calm = simulateDrift(setting, items, { runs: 1000, seed: 11, points: 0 })
      const drifted = simulateDrift(setting, items, { runs, seed: 12, points: 1 })
      console.info(
        `drift of one point, ${name}: found after ${drifted.average.toFixed(2)} cases (stated ${together.foundAfter?.toFixed(2)}), ` +
          `nine of ten within ${drifted.ninetyPercentWithin} (stated ${together.ninetyPercentWithin}), ` +
          `a false alarm every ${calm.average.toFixed(0)} ± ${calm.se.toFixed(0)} cases (stated ${together.falseAlarmAfter?.toFixed(0)}), ${runs} runs`,
      )
      expect(Math.round(together.falseAlarmAfter ?? 0)).toBe(promised[0])
      expect(together.foundAfter).toBeCloseTo(promised[1] ?? 0, 1)
      expect(together.ninetyPercentWithin).toBe(promised[2])
      // False alarms are no more frequent than stated.
      expect(calm.average).toBeGreaterThan((together.falseAlarmAfter ?? 0) - 3 * calm.se)
      expect(Math.abs(calm.average - (simulated[0] ?? 0))).toBeLessThan(4 * calm.se)
      expect(drifted.average).toBeCloseTo(simulated[1] ?? 0, 1)
      expect(drifted.ninetyPercentWithin).toBe(simulated[2])
    },
  )

  it.each(['agreement', 'bias'] as const)('is found by the EWMA chart of %s as the Markov chain says', (chart) => {
    const setting = settings('ewma', 'ewma')
    const promised = chartPromise(setting, items)[chart]
    const drifted = simulateDrift(setting, items, { runs: 2000, seed: 13, points: 1, chart })
    expect(Math.abs(drifted.average - (promised.foundAfter ?? 0))).toBeLessThan(4 * drifted.se)
    const calm = simulateDrift(setting, items, { runs: 400, seed: 14, points: 0, chart })
    expect(Math.abs(calm.average - (promised.falseAlarmAfter ?? 0))).toBeLessThan(4 * calm.se)
  })

  it('comes out the same for the same seed', () => {
    const once = () => simulateDrift(settings('ewma', 'ewma'), items, { runs: 50, seed: 5, points: 1 })
    expect(once()).toEqual(once())
  })
})
