import { type ComparedVariable, chanceToPass, plainCompared, type Rule, simulatedPasses } from '@attune/agreement'
import { describe, expect, it } from 'vitest'
import { wilsonInterval } from '../../../packages/agreement/src/base/proportion.ts'
import { randomFrom } from '../../../packages/agreement/src/base/random.ts'
import { normalDraw, uniform } from '../../../packages/agreement/src/criteria/chance/normal-draw.ts'
import { simulatedAttempt } from '../../../packages/agreement/src/criteria/chance/simulated.ts'
import { errorSpread, trueValue, truthOf } from '../../../packages/agreement/src/criteria/chance/truth.ts'
import { both, classes, compared, predicate, scores } from './compared.ts'

type Cell = string | number | null
const masters = (...values: Cell[]) => values.map((value) => [null, value] as const)
const abc = classes('class', ['A', 'B', 'C'], masters('A', 'A', 'B', 'C'))
const scale = scores('scale', masters(2, 4, 6, 8))
const plan = { quality: 0.6, size: 4, trials: 30 }

describe('a plan', () => {
  it('that is none is refused, naming the value', () => {
    const asked = (change: object) => () => chanceToPass(predicate({}), compared([abc]), { ...plan, ...change })
    for (const quality of [-0.01, 1.01, Number.NaN]) {
      expect(asked({ quality })).toThrow(`The quality ${quality} is not from 0 to 1.`)
    }
    for (const size of [0, -1, 1.5, Number.NaN]) expect(asked({ size })).toThrow(`${size} is no number of cases.`)
    for (const trials of [0, -1, 1.5]) expect(asked({ trials })).toThrow(`${trials} is no number of trials.`)
    expect(() => chanceToPass(predicate({}), compared([]), plan)).toThrow('No case with a master coding is given.')
    expect(() => simulatedPasses(predicate({}), compared([]), plan).next()).toThrow('No case with a master coding')
    expect(asked({ quality: 0, size: 1, trials: 1 })).not.toThrow()
    expect(asked({ quality: 1 })).not.toThrow()
  })

  it('that is simulated has the interval of its trials, 2000 unless told otherwise', () => {
    const rule = predicate({ measure: 'cohen-kappa', threshold: 0.4 })
    const found = chanceToPass(rule, compared([abc]), { quality: 0.7, size: 6 })
    const { lower, upper } = wilsonInterval(Math.round(found.chance * 2000), 2000, 0.95)
    expect(found).toEqual({
      quality: 0.7,
      cases: 6,
      chance: found.chance,
      lower,
      upper,
      method: 'simulation',
      trials: 2000,
    })
    expect(chanceToPass(rule, compared([abc]), { quality: 0.7, size: 6, seed: 1 })).toEqual(found)
  })

  it('that is exact has no interval and no trials', () => {
    expect(chanceToPass(predicate({ threshold: 0 }), compared([abc]), plan)).toEqual({
      ...{ quality: 0.6, cases: 4, chance: expect.closeTo(1, 12), lower: null, upper: null },
      ...{ method: 'exact', trials: null },
    })
  })
})

describe('a chance', () => {
  const method = (rule: Rule, ...variables: ComparedVariable[]) =>
    chanceToPass(rule, compared(variables.length > 0 ? variables : [abc]), { ...plan, trials: 3 }).method

  it('is exact for one share of one variable, however it is wrapped', () => {
    const rule = predicate({})
    for (const one of [rule, both(rule), { any: [rule] }, both({ any: [rule] })]) expect(method(one)).toBe('exact')
    expect(method(predicate({ on: 'lower' }))).toBe('exact')
    expect(method(predicate({ variables: { kinds: [] } }))).toBe('exact')
    expect(method(predicate({ variables: { ids: ['class'] } }), abc, scale)).toBe('exact')
    expect(method(predicate({ measure: 'within-k' }), scale)).toBe('exact')
  })

  it.each<[string, Rule, ComparedVariable[]]>([
    ['two parts', both(predicate({}), predicate({})), [abc]],
    ['no part', { all: [] }, [abc]],
    ['two variables', predicate({}), [abc, { ...abc, id: 'more' }]],
    ['a coefficient', predicate({ measure: 'cohen-kappa' }), [abc]],
    ['the last cases', predicate({ window: { kind: 'last', cases: 2 } }), [abc]],
    ['a run', predicate({ window: { kind: 'in-a-row', cases: 2 } }), [abc]],
    ['the upper limit', predicate({ on: 'upper' }), [abc]],
    ['coders', predicate({ against: 'coders' }), [abc]],
    ['a variable that is not there', predicate({ variables: { ids: ['class', 'gone'] } }), [abc]],
    ['scores of classes', predicate({ measure: 'within-k' }), [abc]],
    ['counts', predicate({}), [{ ...scale, kind: 'count', categories: null }]],
    ['durations', predicate({}), [{ ...scale, kind: 'duration', categories: null }]],
  ])('is simulated for %s', (_, rule, variables) => {
    expect(method(rule, ...variables)).toBe('simulation')
  })

  it('is 0 where there are fewer items than the minimum, or none', () => {
    const chance = (rule: Rule, variable: ComparedVariable) => chanceToPass(rule, compared([variable]), plan)
    expect(chance(predicate({ threshold: 0, minimum: 5 }), abc)).toMatchObject({ method: 'exact', chance: 0 })
    expect(chance(predicate({ threshold: 0, minimum: 4 }), abc).chance).toBeCloseTo(1, 12)
    const none = classes('class', ['A'], masters('none', 'none', null, 'none'))
    expect(chance(predicate({ threshold: 0 }), none).chance).toBe(0)
  })

  it('counts no item to which the masters gave no value', () => {
    const gaps = classes('class', ['A', 'B'], masters('A', 'none', 'B', null))
    const { chance } = chanceToPass(predicate({ threshold: 1 }), compared([gaps]), { ...plan, quality: 0.4 })
    // Two items, each right with .4 + .6 / 2.
    expect(chance).toBeCloseTo(0.7 ** 2, 12)
  })

  it('of scores without relation is that of drawing from those of the masters', () => {
    const rule = predicate({ measure: 'within-k', k: 2, threshold: 1 })
    const { chance } = chanceToPass(rule, compared([scale]), { ...plan, quality: 0 })
    // 2 and 8 have two scores within two points, 4 and 6 three, of four.
    expect(chance).toBeCloseTo((0.5 * 0.75) ** 2, 12)
  })

  it('of scores that the masters do not vary is 1', () => {
    const same = scores('scale', masters(4, 4, 4, 4))
    for (const quality of [0, 0.3, 1]) {
      expect(chanceToPass(predicate({ threshold: 1 }), compared([same]), { ...plan, quality }).chance).toBeCloseTo(
        1,
        12,
      )
    }
  })

  it('of equal scores counts those that are rounded to the master, at the ends all beyond', () => {
    const ends = { ...scores('scale', masters(1, 3)), categories: [3, 1, 2] }
    const { chance } = chanceToPass(predicate({ threshold: 1 }), compared([ends]), { quality: 0.5, size: 2 })
    // Variance 1 and quality .5: an error of variance 2, within half a point with Phi(.5 / sqrt 2) = .638163.
    expect(chance).toBeCloseTo(0.6381631950841185 ** 2, 12)
  })
})

describe('what the masters say', () => {
  const several: ComparedVariable = {
    ...scores('scale', []),
    items: [
      { case: '1', own: null, references: ['none', 3, 9] },
      { case: '2', own: null, references: [null, 'none'] },
      { case: '1', own: null, references: [7, 1] },
    ],
  }

  it('is the first value of each item, and how much those vary', () => {
    const design = plainCompared({ cases: ['2', '1'], variables: [several] })
    const truth = truthOf(design, 'scale')
    expect(truth).toMatchObject({
      ...{ id: 'scale', isNumeric: true, itemsOfCase: [[1], [0, 2]], raters: [1, -1, 0], pool: [0, 2], scores: [3, 7] },
      variance: 4,
    })
    expect([0, 1, 2, 9].map((item) => trueValue(truth, several, item))).toEqual([3, null, 7, null])
    expect(errorSpread(truth, 0.5)).toBeCloseTo(Math.sqrt(8), 12)
    expect(errorSpread(truth, 0.8)).toBeCloseTo(Math.sqrt(2), 12)
    expect(errorSpread(truth, 1)).toBe(0)
  })

  it('is no number for classes', () => {
    expect(truthOf(compared([abc]), 'class')).toMatchObject({ isNumeric: false, scores: [], variance: 0 })
    const none = scores('scale', masters(null))
    expect(truthOf(compared([none]), 'scale')).toMatchObject({ pool: [], scores: [], variance: 0 })
  })

  it('is asked for under each collapse once', () => {
    let asked = 0
    const plain = compared([abc])
    const truth = truthOf(
      {
        ...plain,
        variable: (...of) => {
          asked++
          return plain.variable(...of)
        },
      },
      'class',
    )
    expect(truth.under('two')).toBe(truth.under('two'))
    expect(truth.under('as-coded')).toBe(abc)
    expect(asked).toBe(2)
  })

  it('is rounded as the masters score: to points of a scale, to whole numbers, never below 0', () => {
    const round = (variable: ComparedVariable, ...values: number[]) =>
      values.map(truthOf(compared([variable]), 'scale').round)
    const free = (...values: number[]) =>
      ({ ...scores('scale', masters(...values)), kind: 'count', categories: null }) as const
    expect(round({ ...scale, categories: [5, 1, 3] }, -9, 1.9, 2.1, 4.2, 99)).toEqual([1, 1, 3, 5, 5])
    expect(round({ ...scale, categories: [5, 1, 3] }, 2, 4)).toEqual([1, 3])
    expect(round(free(2, 5), -1.2, 0.4, 0.6, 7.5)).toEqual([0, 0, 1, 8])
    expect(round(free(2, 5.5), -1.2, 0.4, 7.5)).toEqual([0, 0.4, 7.5])
  })
})

describe('random numbers', () => {
  it('are between 0 and 1, ends left out', () => {
    const always = (number: number) => Object.assign(() => number, { fill: randomFrom(1).fill })
    expect([uniform(always(0)), uniform(always(4294967295))]).toEqual([0.5 / 4294967296, 1 - 0.5 / 4294967296])
  })

  it('of the normal distribution have mean 0, variance 1 and its tails', () => {
    const random = randomFrom(9)
    const draws = Array.from({ length: 40_000 }, () => normalDraw(random))
    const share = (test: (draw: number) => boolean) => draws.filter(test).length / draws.length
    expect(Math.abs(draws.reduce((sum, one) => sum + one, 0) / draws.length)).toBeLessThan(0.02)
    expect(draws.reduce((sum, one) => sum + one * one, 0) / draws.length).toBeCloseTo(1, 1)
    expect(Math.abs(share((one) => one > 1) - 0.1587)).toBeLessThan(0.008)
    expect(Math.abs(share((one) => one < -1) - 0.1587)).toBeLessThan(0.008)
    expect(Math.abs(share((one) => Math.abs(one) > 2) - 0.0455)).toBeLessThan(0.005)
  })
})

describe('a simulated attempt', () => {
  const codes = [{ id: 'a', label: 'a' }]
  const unit = (start: number, end: number) => ({ code: 'a', start, end })
  const reference = [unit(0, 10), unit(20, 25)]
  const units = (given: { start: number; end: number }[] | null) =>
    plainCompared({
      cases: ['x', 'y'],
      variables: [],
      codes,
      units: [{ case: 'y', unit: 'segment', own: null, reference, given }],
    })
  const drawn = (quality: number, given: { start: number; end: number }[] | null = null, size = 2) =>
    simulatedAttempt({ design: units(given), truths: [], quality, size, random: randomFrom(4) })

  it('has the units of the masters, or as many of the same length where no other lies', () => {
    expect(drawn(1).units).toMatchObject([{ case: '2', own: reference, reference }])
    const [missed] = drawn(0).units
    const own = missed?.own ?? []
    expect(own.map(({ start, end }) => end - start)).toEqual([10, 5])
    for (const [index, one] of own.entries()) {
      for (const other of [...reference, ...own.slice(0, index)]) {
        expect(one.start >= other.end || one.end <= other.start).toBe(true)
      }
    }
  })

  it('has given borders coded as the masters did, or as another border was', () => {
    const borders = [...reference.map(({ start, end }) => ({ start, end })), { start: 30, end: 40 }]
    expect(drawn(1, borders).units[0]?.own).toEqual(reference)
    const guessed = drawn(0, borders).units[0]?.own ?? []
    expect(guessed.every((one) => borders.some(({ start, end }) => start === one.start && end === one.end))).toBe(true)
  })

  it('tells given borders apart that begin or end together', () => {
    const nested = [
      { code: 'a', start: 0, end: 10 },
      { code: 'b', start: 0, end: 20 },
      { code: 'c', start: 5, end: 20 },
    ]
    const given = nested.map(({ start, end }) => ({ start, end }))
    const design = plainCompared({
      ...{ cases: ['x'], variables: [], codes: nested.map(({ code }) => ({ id: code, label: code })) },
      units: [{ case: 'x', unit: 'segment', own: null, reference: nested, given }],
    })
    const attempt = simulatedAttempt({ design, truths: [], quality: 1, size: 1, random: randomFrom(4) })
    expect(attempt.units[0]?.own).toEqual(nested)
  })

  it('numbers its cases, and simulates no variable that it was not given', () => {
    const attempt = drawn(0.5, null, 5)
    expect(attempt.cases).toEqual(['1', '2', '3', '4', '5'])
    expect(() => attempt.variable('gone', 'as-coded', 'master')).toThrow('Variable gone is not simulated.')
  })

  it('has no own value of its making where the masters gave none', () => {
    const gaps = classes('class', ['A', 'B'], masters('A', 'none', null, 'B'))
    const design = compared([gaps])
    const attempt = simulatedAttempt({
      ...{ design, truths: [truthOf(design, 'class')], quality: 0, size: 4, random: randomFrom(1) },
    })
    const own = attempt.variable('class', 'as-coded', 'master').items.map((item) => item.own)
    expect([own[1], own[2]]).toEqual(['none', null])
    expect(own.every((one, index) => index === 1 || index === 2 || one === 'A' || one === 'B')).toBe(true)
  })
})
