import { isNumeric } from './items.ts'
import type { RuleMeasure } from './rule.ts'
import type { ComparedVariable } from './types.ts'

type Known = Pick<ComparedVariable, 'label' | 'kind'>

const ofScores: ReadonlySet<RuleMeasure> = new Set(['within-k', 'total-within-k', 'icc', 'bias', 'weighted-kappa'])
const ofCategories: ReadonlySet<RuleMeasure> = new Set(['cohen-kappa', 'weighted-kappa', 'gwet-ac1'])
const oneByOne: ReadonlySet<RuleMeasure> = new Set(['icc', 'gwet-ac1', 'krippendorff-alpha'])
const unitMeasures: ReadonlySet<RuleMeasure> = new Set(['unit-f1', 'unit-kappa'])
const caseByCase: ReadonlySet<RuleMeasure> = new Set(['percent-agreement', 'within-k', 'total-within-k', 'bias'])

export const isUnitMeasure = (measure: RuleMeasure): boolean => unitMeasures.has(measure)
/** Whether one case alone determines it. */
export const holdsForOneCase = (measure: RuleMeasure): boolean => caseByCase.has(measure)
/** Whether several variables can be taken together for it. */
export const takesTogether = (measure: RuleMeasure): boolean => !oneByOne.has(measure)

/** Why a measure cannot be asked of a variable; `null` if it can. */
export function misfitOf(measure: RuleMeasure, { label, kind }: Known): string | null {
  if (isUnitMeasure(measure)) return `${measure} compares codes on segments and events, not ratings as ${label}.`
  if (ofScores.has(measure) && !isNumeric({ kind })) return `${measure} needs scores, and ${label} has none.`
  const hasCategories = kind !== 'count' && kind !== 'duration'
  if (ofCategories.has(measure) && !hasCategories)
    return `${measure} needs declared categories, and ${label} is any number.`
  return null
}

/** The same for all variables of a question, and whether they can be taken together. */
export function fitOf(measure: RuleMeasure, subjects: readonly { readonly variable: Known }[]): string | null {
  const [misfit = null] = subjects.flatMap(({ variable }) => misfitOf(measure, variable) ?? [])
  if (misfit !== null) return misfit
  if (subjects.length < 2 || takesTogether(measure)) return null
  return `${measure} has no value for several variables together.`
}
