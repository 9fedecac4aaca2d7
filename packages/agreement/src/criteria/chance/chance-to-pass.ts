import { wilsonInterval } from '../../base/proportion.ts'
import { randomFrom } from '../../base/random.ts'
import { selectedVariables } from '../asked.ts'
import { meets } from '../judge.ts'
import type { Rule } from '../rule.ts'
import type { Compared } from '../types.ts'
import { exactChance } from './exact.ts'
import { simulatedAttempt } from './simulated.ts'
import { truthOf } from './truth.ts'

/** One question of a plan. */
export interface PassPlan {
  /** True kappa of classes and presence, true ICC(A,1) of scores, expected F1 of units: 0 to 1. */
  readonly quality: number
  /** Cases of the planned attempt. */
  readonly size: number
  /** Simulated attempts, where it is not exact; default 2000. */
  readonly trials?: number
  /** The same seed, the same attempts, on every machine; default 1. */
  readonly seed?: number
}

/** One point of the operating characteristic. */
export interface PassChance {
  readonly quality: number
  readonly cases: number
  readonly chance: number
  /** 95 % interval of a simulated chance (Wilson); an exact chance has none. */
  readonly lower: number | null
  readonly upper: number | null
  readonly method: 'exact' | 'simulation'
  readonly trials: number | null
}

/**
 * How often a coder of a known true agreement meets a rule: one point of its operating characteristic curve.
 *
 * The coder of classes or presence gives the master's category with probability q, and otherwise any category as often as the masters give
 * it: the true kappa is exactly q, under every collapse. Of scores the coder gives the master's plus a normal error of variance
 * 2V(1 - q)/q, V being the variance of the masters' scores, so that the true ICC(A,1) is q; then it is rounded to the scale, and what lies
 * beyond an end becomes that end. Clamping draws large errors in: on scales whose ends are frequent the coder is a little better than
 * q says. With q = 0 scores are drawn from the masters' at random. Annotations with given borders have their codes as classes; of free
 * ones a share q is found, and each missed one is set elsewhere, so that q is the expected F1. Errors of different items are independent. With
 * as many cases as the design has, they are these very cases; otherwise whole cases are drawn from them with replacement. Other coders are
 * taken to code as the masters do.
 *
 * Where masters do not vary, q changes nothing: such a coder is always right.
 *
 * @param design the masters beside each other: `references` are read, own values are not.
 * @returns exact (Poisson binomial) where the rule is one share of one variable over all cases and the number of items is known; else
 *   simulated, with its 95 % interval.
 * @throws RangeError if quality is not from 0 to 1, size or trials no whole number above 0, or the design has no case.
 * @source Hong (2013), Comput. Stat. Data Anal. 59, 41-51. doi:10.1016/j.csda.2012.10.006 (Poisson binomial distribution)
 * @checked test/agreement/criteria/chance-to-pass.test.ts: the binomial distribution by hand; simulation against exact
 * @example chanceToPass({ type: 'agreement', measure: 'percent-agreement', k: 1, against: 'master', variables: { ids: [] }, collapse: 'as-coded', window: { kind: 'all' }, spread: 'each', comparator: '>=', threshold: 1, on: 'estimate', confidence: 0.95, minimum: 1 }, plainCompared({ cases: ['1', '2'], variables: [{ id: 'v', label: 'V', kind: 'presence', collapse: null, level: 'nominal', categories: ['absent', 'present'], notCodable: [], items: [{ case: '1', own: null, references: ['absent'] }, { case: '2', own: null, references: ['present'] }] }] }), { quality: 0.5, size: 2 }).chance // 0.5625
 */
export function chanceToPass(rule: Rule, design: Compared, plan: PassPlan): PassChance {
  const { quality, size, trials = 2000 } = plan
  checkPlan(design, plan)
  const shared = { quality, cases: size }
  const exact = exactChance(rule, design, quality, size)
  if (exact !== null) return { ...shared, chance: exact, lower: null, upper: null, method: 'exact', trials: null }
  const attempts = simulatedPasses(rule, design, plan)
  let passed = 0
  for (let trial = 0; trial < trials; trial++) if (attempts.next().value) passed++
  const { lower, upper } = wilsonInterval(passed, trials, 0.95)
  return { ...shared, chance: passed / trials, lower, upper, method: 'simulation', trials }
}

/**
 * Simulated attempts without end, each met or not, so that a caller can show how far it is and stop when it likes.
 *
 * @throws RangeError as `chanceToPass`.
 */
export function* simulatedPasses(rule: Rule, design: Compared, plan: PassPlan): Generator<boolean, never> {
  checkPlan(design, plan)
  const { quality, size, seed = 1 } = plan
  const truths = [...namedIn(rule, design)].map((id) => truthOf(design, id))
  const simulation = { design, truths, quality, size, random: randomFrom(seed) }
  for (;;) yield meets(rule, simulatedAttempt(simulation))
}

/** The variables that a rule asks about; the others need not be simulated. */
function namedIn(rule: Rule, design: Compared): ReadonlySet<string> {
  if ('all' in rule || 'any' in rule) {
    const rules = 'all' in rule ? rule.all : rule.any
    return new Set(rules.flatMap((one) => [...namedIn(one, design)]))
  }
  return new Set(selectedVariables(rule.variables, design.variables).map(({ id }) => id))
}

function checkPlan({ cases }: Compared, { quality, size, trials = 2000 }: PassPlan): void {
  if (!(quality >= 0 && quality <= 1)) throw new RangeError(`The quality ${quality} is not from 0 to 1.`)
  if (!(Number.isSafeInteger(size) && size > 0)) throw new RangeError(`${size} is no number of cases.`)
  if (!(Number.isSafeInteger(trials) && trials > 0)) throw new RangeError(`${trials} is no number of trials.`)
  if (cases.length === 0) throw new RangeError('No case with a master coding is given.')
}
