import { chanceToPass, icc, judge, plainCompared, type Rule, ratingTable, simulatedPasses } from '@attune/agreement'
import { describe, expect, it } from 'vitest'
import { randomFrom } from '../../../packages/agreement/src/base/random.ts'
import { simulatedAttempt } from '../../../packages/agreement/src/criteria/chance/simulated.ts'
import { truthOf } from '../../../packages/agreement/src/criteria/chance/truth.ts'
import { meets } from '../../../packages/agreement/src/criteria/judge.ts'
import { both, classes, compared, predicate, scores } from './compared.ts'

/** Masters only: nobody coded yet. */
const abc = classes(
  'class',
  ['A', 'B', 'C'],
  ['A', 'A', 'A', 'A', 'A', 'B', 'B', 'B', 'C', 'C'].map((master) => [null, master]),
)
const scale = scores(
  'scale',
  [1, 2, 3, 4, 4, 5, 5, 5, 6, 6, 7, 8].map((master) => [null, master]),
)

function choose(n: number, k: number): number {
  let ways = 1
  for (let part = 1; part <= k; part++) ways *= (n - k + part) / part
  return ways
}
const tail = (n: number, p: number, least: number): number =>
  Array.from({ length: n - least + 1 }, (_, more) => least + more).reduce(
    (sum, k) => sum + choose(n, k) * p ** k * (1 - p) ** (n - k),
    0,
  )

/** The same rule in a form that only a simulation takes. */
const notExact = (rule: Rule): Rule => both(rule, rule)

describe('chanceToPass', () => {
  it('is the binomial tail for a share of resampled classes', () => {
    // Agreement of one item: q + (1 - q) of the sum of squared shares .5, .3, .2.
    const agreement = 0.6 + 0.4 * 0.38
    const found = chanceToPass(predicate({ threshold: 0.8 }), compared([abc]), { quality: 0.6, size: 20 })
    expect(found).toMatchObject({ method: 'exact', lower: null, trials: null, cases: 20 })
    expect(found.chance).toBeCloseTo(tail(20, agreement, 16), 12)
  })

  it('counts hits by their lower limit where the rule does', () => {
    // Wilson's lower limit of 19 in 20 is .7639, of 18 in 20 .6990.
    const rule = predicate({ threshold: 0.7, on: 'lower' })
    const { chance } = chanceToPass(rule, compared([abc]), { quality: 0.6, size: 20 })
    expect(chance).toBeCloseTo(tail(20, 0.6 + 0.4 * 0.38, 19), 12)
  })

  it('is a Poisson binomial tail where the cases are the very ones', () => {
    const chances = abc.items.map(
      ({ references: [master] }) => 0.4 + 0.6 * (master === 'A' ? 0.5 : master === 'B' ? 0.3 : 0.2),
    )
    const allRight = chances.reduce((product, chance) => product * chance, 1)
    const found = chanceToPass(predicate({ threshold: 1 }), compared([abc]), { quality: 0.4, size: 10 })
    expect(found.method).toBe('exact')
    expect(found.chance).toBeCloseTo(allRight, 12)
  })

  it.each([
    ['percent agreement, resampled', predicate({ threshold: 0.8 }), abc, 0.6, 20],
    ['percent agreement, the very cases', predicate({ threshold: 0.8 }), abc, 0.6, 10],
    ['within one point', predicate({ measure: 'within-k', threshold: 0.8 }), scale, 0.7, 15],
    ['within one point, the very cases', predicate({ measure: 'within-k', threshold: 0.8 }), scale, 0.7, 12],
    ['within one point, no relation', predicate({ measure: 'within-k', threshold: 0.4 }), scale, 0, 15],
    ['equal scores', predicate({ threshold: 0.4, on: 'lower' }), scale, 0.9, 15],
  ])('is simulated as it is computed: %s', (_, rule, variable, quality, size) => {
    const plan = { quality, size, trials: 4000, seed: 7 }
    const exact = chanceToPass(rule, compared([variable]), plan)
    const simulated = chanceToPass(notExact(rule), compared([variable]), plan)
    expect([exact.method, simulated.method]).toEqual(['exact', 'simulation'])
    expect(exact.chance).toBeGreaterThan(0.05)
    expect(exact.chance).toBeLessThan(0.95)
    const error = Math.sqrt((exact.chance * (1 - exact.chance)) / 4000)
    expect(Math.abs(simulated.chance - exact.chance)).toBeLessThan(4 * error)
  })

  it.each([
    ['classes', predicate({ measure: 'cohen-kappa', threshold: 0.99 }), abc],
    ['scores', predicate({ measure: 'icc', threshold: 0.99 }), scale],
    ['shares', predicate({ threshold: 1 }), abc],
  ])('is 1 for a coder of true agreement 1: %s', (_, rule, variable) => {
    const { chance } = chanceToPass(rule, compared([variable]), { quality: 1, size: 40, trials: 200 })
    expect(chance).toBeCloseTo(1, 12)
  })

  it('is 0 where a rule names what the masters have not', () => {
    const rule = predicate({ variables: { ids: ['class', 'gone'] }, threshold: 0 })
    expect(chanceToPass(rule, compared([abc]), { quality: 1, size: 10, trials: 20 }).chance).toBe(0)
  })

  it('gives the same numbers for the same seed, and step by step', () => {
    const rule = predicate({ measure: 'cohen-kappa', threshold: 0.6 })
    const plan = { quality: 0.7, size: 20, trials: 300, seed: 3 }
    const once = chanceToPass(rule, compared([abc]), plan)
    expect(chanceToPass(rule, compared([abc]), plan)).toEqual(once)
    const steps = simulatedPasses(rule, compared([abc]), plan)
    const passed = Array.from({ length: 300 }, () => steps.next().value).filter(Boolean)
    expect(passed.length / 300).toBe(once.chance)
    expect(chanceToPass(rule, compared([abc]), { ...plan, seed: 4 }).chance).not.toBe(once.chance)
    expect(once.lower).toBeLessThan(once.chance)
  })

  it('rises with the true agreement', () => {
    const rule = predicate({ measure: 'icc', threshold: 0.7 })
    const chances = [0.4, 0.6, 0.8, 0.95].map(
      (quality) => chanceToPass(rule, compared([scale]), { quality, size: 12, trials: 400 }).chance,
    )
    expect(chances).toEqual(chances.toSorted((one, other) => one - other))
    expect(chances[0]).toBeLessThan(0.1)
    expect(chances[3]).toBeGreaterThan(0.95)
  })

  it('simulates a coder whose kappa is the one asked for, also under a collapse', () => {
    const groups = (variable: typeof abc, collapse: string) =>
      collapse === 'A or not'
        ? {
            ...variable,
            categories: ['A', 'other'],
            items: variable.items.map((item) => ({
              ...item,
              references: item.references.map((one) => (one === 'A' ? 'A' : 'other')),
            })),
          }
        : null
    const design = plainCompared({ cases: abc.items.map((item) => item.case), variables: [abc], collapsed: groups })
    for (const collapse of ['as-coded', 'A or not']) {
      const rule = predicate({ measure: 'cohen-kappa', collapse })
      const simulation = {
        design,
        truths: [truthOf(design, 'class')],
        quality: 0.6,
        size: 20_000,
        random: randomFrom(5),
      }
      const found = judge(rule, simulatedAttempt(simulation))
      const kappa = 'figures' in found ? (found.figures[0]?.estimate ?? 0) : 0
      // Standard error of kappa with 20 000 items: below .007.
      expect(Math.abs(kappa - 0.6)).toBeLessThan(0.02)
    }
  })

  it('simulates scores whose ICC is the one asked for, where no end is near', () => {
    const middle = { ...scale, categories: Array.from({ length: 401 }, (_, at) => (at - 200) / 10) }
    const design = compared([middle])
    const simulation = { design, truths: [truthOf(design, 'scale')], quality: 0.7, size: 20_000, random: randomFrom(5) }
    const { items } = simulatedAttempt(simulation).variable('scale', 'as-coded', 'master')
    const rows = items.map(({ own, references }) => [own, references[0] ?? null])
    const found = icc(
      ratingTable({ raters: ['own', 'master'], level: 'interval', rows: rows.map((row) => row.map(Number)) }),
    )
    expect(Math.abs((found.estimate ?? 0) - 0.7)).toBeLessThan(0.02)
  })

  it('finds as many free units as it is told to, and codes given ones by kappa', () => {
    const reference = Array.from({ length: 10 }, (_, at) => ({
      code: at % 3 === 0 ? 'a' : 'b',
      start: at * 10,
      end: at * 10 + 8,
    }))
    const codes = [
      { id: 'a', label: 'a' },
      { id: 'b', label: 'b' },
    ]
    const design = (given: { start: number; end: number }[] | null) =>
      plainCompared({
        cases: ['1'],
        variables: [],
        codes,
        units: [{ case: '1', unit: 'segment', own: [], reference, given }],
      })
    const of = (measure: 'unit-f1' | 'unit-kappa', given: typeof reference | null) => {
      const simulation = { design: design(given), truths: [], quality: 0.7, size: 120, random: randomFrom(2) }
      const rule = predicate({ measure, variables: { codes: [] }, spread: 'together' })
      const found = judge(rule, simulatedAttempt(simulation))
      return 'figures' in found ? (found.figures[0]?.estimate ?? 0) : 0
    }
    // 1,200 units: standard errors of about .013 and .02.
    expect(Math.abs(of('unit-f1', null) - 0.7)).toBeLessThan(0.05)
    expect(Math.abs(of('unit-kappa', reference) - 0.7)).toBeLessThan(0.06)
  })

  it('is simulated where the number of items depends on the cases drawn, or on the coders', () => {
    const [first, ...rest] = abc.items
    const double = { ...abc, items: first === undefined ? [] : [first, { ...first }, ...rest] }
    const cases = abc.items.map((item) => item.case)
    const design = plainCompared({ cases, variables: [double] })
    expect(chanceToPass(predicate({}), design, { quality: 0.6, size: 10 }).method).toBe('exact')
    expect(chanceToPass(predicate({}), design, { quality: 0.6, size: 11, trials: 10 }).method).toBe('simulation')
    const coders = predicate({ against: 'coders' })
    expect(chanceToPass(coders, compared([abc]), { quality: 0.6, size: 10, trials: 10 }).method).toBe('simulation')
  })

  it('takes the very cases where it has as many, and draws whole cases otherwise', () => {
    const twice = { ...abc, id: 'again' }
    const design = compared([abc, twice])
    const truths = ['class', 'again'].map((id) => truthOf(design, id))
    const masters = (size: number) => {
      const attempt = simulatedAttempt({ design, truths, quality: 0.5, size, random: randomFrom(1) })
      const [one, other] = ['class', 'again'].map((id) =>
        attempt.variable(id, 'as-coded', 'master').items.map((item) => item.references[0]),
      )
      expect(one).toEqual(other)
      return one
    }
    expect(masters(10)).toEqual(abc.items.map((item) => item.references[0]))
    expect(masters(11)).toHaveLength(11)
    expect(new Set([masters(9)?.join(), masters(12)?.slice(0, 9).join()]).size).toBe(1)
  })

  it('passes exactly those attempts that judge passes', () => {
    const share = predicate({ threshold: 0.5, spread: 'each' })
    const run = { window: { kind: 'in-a-row', cases: 2 } } as const
    const rule: Rule = {
      any: [
        both(
          predicate({ measure: 'cohen-kappa', variables: { ids: ['class'] }, threshold: 0.5 }),
          predicate({ ...run, threshold: 1 }),
        ),
        both(
          predicate({ ...run, threshold: 1 }),
          predicate({ ...run, measure: 'within-k', variables: { ids: ['scale'] }, threshold: 1 }),
        ),
        both(
          { any: [share, predicate({ measure: 'krippendorff-alpha', on: 'lower', threshold: 0.3 })] },
          predicate({ window: { kind: 'last', cases: 4 } }),
        ),
      ],
    }
    const design = compared([abc, { ...scale, items: scale.items.slice(0, 10) }])
    const truths = ['class', 'scale'].map((id) => truthOf(design, id))
    const simulation = { design, truths, quality: 0.5, size: 7, random: randomFrom(3) }
    const found = Array.from({ length: 120 }, () => {
      const attempt = simulatedAttempt(simulation)
      const { met } = judge(rule, attempt)
      expect(meets(rule, attempt)).toBe(met)
      return met
    })
    expect(new Set(found).size).toBe(2)
  })

  it('refuses a plan that is none', () => {
    const rule = predicate({})
    expect(() => chanceToPass(rule, compared([abc]), { quality: 1.1, size: 5 })).toThrow('The quality 1.1')
    expect(() => chanceToPass(rule, compared([abc]), { quality: 1, size: 0 })).toThrow('0 is no number of cases')
    expect(() => chanceToPass(rule, compared([abc]), { quality: 1, size: 5, trials: 0.5 })).toThrow('trials')
    expect(() => chanceToPass(rule, compared([]), { quality: 1, size: 5 })).toThrow('No case')
  })
})
