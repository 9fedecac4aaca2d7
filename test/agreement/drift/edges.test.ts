import { driftCharts, ewmaChart, individualsChart, pChart } from '@attune/agreement'
import { describe, expect, it } from 'vitest'
import { binomialShares, criticalHits, jointShares } from '../../../packages/agreement/src/drift/binomial-shares.ts'
import { agreedShares, coderModel, varianceOfShare } from '../../../packages/agreement/src/drift/coder-model.ts'

const close = (numbers: readonly number[]) => numbers.map((number) => expect.closeTo(number, 12))

describe('chances of so many hits', () => {
  it('are those of the binomial distribution', () => {
    expect(binomialShares(0, 0.3)).toEqual([1])
    expect(binomialShares(1, 0.3)).toEqual(close([0.7, 0.3]))
    expect(binomialShares(3, 0.2)).toEqual(close([0.512, 0.384, 0.096, 0.008]))
  })

  it('in two lots are those in both together', () => {
    expect(jointShares(binomialShares(2, 0.4), binomialShares(3, 0.4))).toEqual(close(binomialShares(5, 0.4)))
    expect(jointShares([0.5, 0.5], [0.1, 0.9])).toEqual(close([0.05, 0.5, 0.45]))
    expect(jointShares([1], [0.1, 0.9])).toEqual(close([0.1, 0.9]))
  })

  it('have a critical number, which comes with no more than the risk', () => {
    const shares = [0.25, 0.25, 0.25, 0.25]
    expect([0.2, 0.25, 0.3, 0.5, 0.75, 0.9].map((risk) => criticalHits(shares, risk))).toEqual([null, 0, 0, 1, 2, 2])
    expect(criticalHits(shares, 1)).toBe(3)
  })
})

describe('a coder as the settings have it', () => {
  const settings = (deviation: number, within = 1) =>
    ({
      agreement: { chart: 'p', within, expected: 0.85 },
      bias: { chart: 'individuals', expected: 0, deviation },
    }) as const
  const items = { items: 12, scales: 10, step: 1 }
  const mean = (shares: readonly number[]) => shares.reduce((sum, share, hits) => sum + share * hits, 0)

  it.each([0.2, 0.5, 0.8])(
    'agrees on the expected share of items, whatever the scores have in common: %s',
    (deviation) => {
      const shares = agreedShares(coderModel(settings(deviation), items), { n: 12, scales: 10 })
      expect(shares).toHaveLength(13)
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6)
      expect(mean(shares) / 12).toBeCloseTo(0.85, 5)
    },
  )

  it('has scores that go together only where cases vary more than single scores would let them', () => {
    const [low, middle, high] = [0.2, 0.5, 9].map((deviation) => coderModel(settings(deviation), items))
    expect(low?.common).toBe(0)
    expect(middle?.common).toBeGreaterThan(0)
    const whole = (low?.single ?? 0) ** 2
    for (const model of [middle, high]) {
      expect((model?.common ?? 0) ** 2 + (model?.single ?? 0) ** 2).toBeCloseTo(whole, 12)
    }
    expect((high?.common ?? 0) ** 2).toBeCloseTo(0.9 * whole, 12)
    expect(coderModel(settings(9), { ...items, scales: 1 }).common).toBe(0)
  })

  it('agrees up to half a step beyond the points within which scores agree', () => {
    const reach = (within: number, step: number) => coderModel(settings(0.5, within), { ...items, step }).reach
    expect([reach(1, 1), reach(0, 1), reach(1.4, 1), reach(1, 0.5), reach(0.3, 0.1)]).toEqual(
      close([1.5, 0.5, 1.5, 1.25, 0.35]),
    )
  })

  it('agrees less on scores that are all too high, and as much less where they are too low', () => {
    const model = coderModel(settings(0.5), items)
    const at = (points: number) => mean(agreedShares(model, { n: 12, scales: 10 }, points))
    expect(at(1)).toBeLessThan(at(0))
    expect(at(2)).toBeLessThan(at(1))
    expect(at(-1)).toBeCloseTo(at(1), 10)
    // Classes stay as they are.
    expect(at(50)).toBeCloseTo(2 * 0.85, 10)
  })

  it('has a share whose variance is that of its distribution', () => {
    expect(varianceOfShare(binomialShares(12, 0.85))).toBeCloseTo((0.85 * 0.15) / 12, 12)
    expect(varianceOfShare([0, 1])).toBe(0)
  })
})

describe('a chart in words and figures', () => {
  it('says what it is, where its centre lies and by which rule it signals', () => {
    expect(pChart([], { expected: 0.85 })).toEqual({
      chart: 'p',
      centre: 0.85,
      points: [],
      rules: [
        {
          id: 'beyond-limits',
          words: 'One case with fewer agreeing items than a coder in control has in 2 of 1,000 cases (exact limit).',
        },
      ],
    })
    expect(ewmaChart([], { expected: 2 })).toEqual({
      chart: 'ewma',
      centre: 2,
      points: [],
      rules: [
        {
          id: 'beyond-limits',
          words: 'The average in which each new case counts 0.2 lies beyond 2.962 of its standard deviations.',
        },
      ],
    })
    expect(ewmaChart([], { expected: 2, sides: 'lower', lambda: 0.1, limit: 3 }).rules[0]?.words).toBe(
      'The average in which each new case counts 0.1 lies beyond 3 of its standard deviations, on the low side.',
    )
    expect(individualsChart([], { expected: 1, deviation: 2 })).toMatchObject({
      chart: 'individuals',
      centre: 1,
      rules: [
        { id: 'beyond-limits', words: 'One case beyond 3 standard deviations.' },
        {
          id: 'two-of-three',
          words: 'Two of three successive cases beyond 2 standard deviations on the same side.',
        },
      ],
    })
  })

  it('has points with all that is drawn', () => {
    const [low, fine] = pChart(
      [
        { agreed: 4, n: 10 },
        { agreed: 9, n: 10 },
      ],
      { expected: 0.85 },
    ).points
    expect(low).toEqual({
      value: 0.4,
      shown: 0.4,
      lower: 0.5,
      upper: 1,
      signals: ['beyond-limits'],
      direction: 'below',
    })
    expect(fine).toEqual({ value: 0.9, shown: 0.9, lower: 0.5, upper: 1, signals: [], direction: null })
    expect(pChart([{ agreed: 0, n: 0 }], { expected: 0.85 }).points[0]).toEqual({
      ...{ value: null, shown: null, lower: 0, upper: 1, signals: [], direction: null },
    })
    const points = individualsChart([8, null, -1, 4], { expected: 1, deviation: 2 }).points
    expect(points.map(({ lower, upper }) => [lower, upper])).toEqual(Array(4).fill([-5, 7]))
    expect(points.map(({ value, shown, signals, direction }) => [value, shown, signals, direction])).toEqual([
      [8, 8, ['beyond-limits'], 'above'],
      [null, null, [], null],
      [-1, -1, [], null],
      [4, 4, [], null],
    ])
  })

  it('takes values on the very lines for values within', () => {
    const signals = (values: number[]) =>
      individualsChart(values, { expected: 0, deviation: 1 }).points.map((point) => point.signals)
    expect(signals([2, 2, -2, -2])).toEqual([[], [], [], []])
    expect(signals([2.01, 2.01, 2.01])).toEqual([[], ['two-of-three'], ['two-of-three']])
    expect(signals([-2.5, -3.5])).toEqual([[], ['beyond-limits', 'two-of-three']])
    expect(signals([3, -3])).toEqual([[], []])
  })

  it('of averages draws no limit beyond what can be, and begins at the centre', () => {
    const { points } = ewmaChart(
      [
        { value: null, deviation: 1 },
        { value: 0.9, deviation: 1 },
      ],
      { expected: 0.9, within: [0.5, 1] },
    )
    expect(points.map(({ lower, upper }) => [lower, upper])).toEqual([
      [0.9, 0.9],
      [0.5, 1],
    ])
    const lower = ewmaChart([{ value: 9, deviation: 1 }], { expected: 0.9, sides: 'lower', within: [0, 1] }).points[0]
    expect(lower).toMatchObject({ upper: 1, signals: ['beyond-limits'], direction: 'above' })
  })

  it('has wider limits where the risk of a false alarm is to be small, and refuses one that is none', () => {
    const limit = (risk: number) => pChart([{ agreed: 10, n: 10 }], { expected: 0.85, risk }).points[0]?.lower
    expect([limit(0.2), limit(0.01), limit(0.0001)]).toEqual([0.8, 0.6, 0.3])
    expect(() => limit(0)).toThrow('The risk is 0; it has to lie between 0 and 1.')
    expect(() => limit(1)).toThrow('The risk is 1; it has to lie between 0 and 1.')
  })
})

describe('a chart of what cannot be', () => {
  it('is refused, naming value and rule', () => {
    for (const share of [0, 1, -0.1, Number.NaN]) {
      expect(() => pChart([], { expected: share })).toThrow(
        `The expected share is ${share}; it has to lie between 0 and 1.`,
      )
    }
    for (const lambda of [0, -0.2, 1.01, Number.NaN]) {
      expect(() => ewmaChart([], { expected: 0, lambda })).toThrow(
        `Lambda is ${lambda}; it has to be above 0 and at most 1.`,
      )
    }
    for (const wrong of [0, -1, Number.POSITIVE_INFINITY, Number.NaN]) {
      expect(() => individualsChart([], { expected: 0, deviation: wrong })).toThrow(
        `The deviation is ${wrong}; it has to be above 0.`,
      )
      expect(() => ewmaChart([], { expected: 0, limit: wrong })).toThrow(`The limit is ${wrong}; it has to be above 0.`)
      expect(() => ewmaChart([{ value: 1, deviation: wrong }], { expected: 0 })).toThrow(
        `The deviation of a case is ${wrong}; it has to be above 0.`,
      )
    }
    for (const [agreed, n] of [
      [3, 2],
      [-1, 2],
      [1.5, 2],
      [1, 2.5],
    ] as const) {
      expect(() => pChart([{ agreed, n }], { expected: 0.8 })).toThrow(`${agreed} of ${n} items cannot agree.`)
    }
  })

  it('is refused with settings that cannot be', () => {
    const settings = (agreement: object, bias: object) =>
      ({
        agreement: { chart: 'p', within: 1, expected: 0.85, ...agreement },
        bias: { chart: 'individuals', expected: 0, deviation: 0.5, ...bias },
      }) as const
    const charts = (agreement: object, bias: object, items: object) => () =>
      driftCharts(settings(agreement, bias), { items: 12, scales: 10, step: 1, ...items }, [])
    expect(charts({}, {}, {})).not.toThrow()
    expect(charts({ within: 0 }, {}, { scales: 0 })).not.toThrow()
    expect(charts({}, {}, { scales: 12 })).not.toThrow()
    expect(charts({ expected: 0 }, {}, {})).toThrow('The expected share is 0; it has to lie between 0 and 1.')
    expect(charts({ within: -1 }, {}, {})).toThrow('Within is -1; it has to be 0 or more points.')
    expect(charts({ within: Number.NaN }, {}, {})).toThrow('Within is NaN; it has to be 0 or more points.')
    expect(charts({}, { expected: Number.NaN }, {})).toThrow('The expected bias is NaN; it has to be a number.')
    expect(charts({}, { deviation: 0 }, {})).toThrow('The deviation is 0; it has to be above 0.')
    expect(charts({}, {}, { step: 0 })).toThrow('The step is 0; it has to be above 0.')
    expect(charts({}, {}, { scales: 13 })).toThrow('A case cannot have 13 scales among 12 items.')
    expect(charts({}, {}, { scales: -1 })).toThrow('A case cannot have -1 scales among 12 items.')
    expect(charts({}, {}, { scales: 1.5 })).toThrow('A case cannot have 1.5 scales among 12 items.')
    expect(charts({}, {}, { items: 12.5 })).toThrow('A case cannot have 10 scales among 12.5 items.')
  })
})
