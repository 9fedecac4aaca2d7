import { judgeTogether } from './agreement.ts'
import type { Figure, RuleMeasure, RulePredicate } from './rule.ts'
import type { Compared, ComparedVariable } from './types.ts'

const forClasses: readonly RuleMeasure[] = ['cohen-kappa', 'percent-agreement']
const forScores: readonly RuleMeasure[] = ['icc', 'within-k', 'bias']

const measuresOf: Record<ComparedVariable['kind'], readonly RuleMeasure[]> = {
  classification: forClasses,
  presence: forClasses,
  scale: forScores,
  count: forScores,
  duration: forScores,
}

/**
 * The figures of an attempt, whatever its rule asks: for each variable as coded, beside the master, over all cases.
 *
 * Classes and presence: Cohen's kappa and percent agreement. Scores: ICC(A,1), the share within one point, and bias. Codes of segments
 * and events: kappa where the borders were given, else F1. Codes that nobody set are passed over.
 *
 * @returns one figure a line, each with n and interval. In shares, what was left out does not agree; in coefficients it is missing from n.
 * @throws RangeError if the confidence is not between 0 and 1.
 * @example figuresOf(plainCompared({ cases: ['1'], variables: [{ id: 'v', label: 'V', kind: 'scale', collapse: null, level: 'interval', categories: null, notCodable: [], items: [{ case: '1', own: 4, references: [5] }] }] }))[2].estimate // -1
 */
export function figuresOf(compared: Compared, confidence = 0.95): Figure[] {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`Confidence ${confidence} is not between 0 and 1.`)
  const asked: Omit<RulePredicate, 'measure' | 'variables'> = {
    type: 'agreement',
    k: 1,
    against: 'master',
    collapse: 'as-coded',
    window: { kind: 'all' },
    spread: 'each',
    comparator: '>=',
    threshold: 0,
    on: 'estimate',
    confidence,
    minimum: 1,
  }
  const ofVariables = compared.variables.flatMap(({ id, kind }) =>
    measuresOf[kind].flatMap(
      (measure) => judgeTogether({ ...asked, measure, variables: { ids: [id] } }, compared).figures,
    ),
  )
  const isUsed = compared.units.some(({ own, reference }) => (own?.length ?? 0) + reference.length > 0)
  if (!isUsed) return ofVariables
  const measure = compared.units.every(({ given }) => given !== null) ? 'unit-kappa' : 'unit-f1'
  return [...ofVariables, ...judgeTogether({ ...asked, measure, variables: { codes: [] } }, compared).figures]
}
