import { isMeasureId, measures, type Options } from '@attune/agreement'
import { treeWeights } from '@attune/codebooks'
import type { Comparable } from './selection.ts'

/** A coefficient to compute, with what its name leaves open. */
export type Planned = {
  readonly id: string
  readonly label: string
  readonly options: Options
  readonly shown?: Readonly<Record<string, string>>
}

const percent: Planned = { id: 'percent-agreement', label: 'Percent agreement', options: {} }

function forCategories(comparable: Comparable, isPair: boolean): Planned[] {
  if (!isPair) {
    return [
      percent,
      { id: 'fleiss-kappa', label: 'Fleiss’ kappa', options: {} },
      { id: 'krippendorff-alpha', label: 'Krippendorff’s alpha', options: { metric: 'nominal' } },
    ]
  }
  const kappa: Planned = { id: 'cohen-kappa', label: 'Cohen’s kappa', options: {} }
  const { variable, collapse } = comparable
  if (variable.kind !== 'classification' || collapse !== 'as-coded') return [percent, kappa]
  const isTree = variable.categories.some((category) => (category.children ?? []).length > 0)
  if (!isTree) return [percent, kappa]
  const weighted: Planned = {
    id: 'weighted-kappa',
    label: 'Weighted kappa (tree)',
    options: { weights: treeWeights(variable) },
    shown: { weights: 'codebook tree' },
  }
  return [percent, kappa, weighted]
}

function forNumbers(comparable: Comparable, isPair: boolean): Planned[] {
  const forms: Planned[] = [
    { id: 'icc', label: 'ICC(A,1)', options: { form: 'ICC(A,1)' } },
    { id: 'icc', label: 'ICC(C,1)', options: { form: 'ICC(C,1)' } },
  ]
  if (!isPair) return forms
  const pair: Planned[] = [
    { id: 'bias', label: 'Bias', options: {} },
    { id: 'within-k', label: 'Within 1 point', options: { k: 1 } },
  ]
  if (comparable.variable.kind !== 'scale') return [...forms, ...pair]
  return [
    ...forms,
    ...pair,
    { id: 'weighted-kappa', label: 'Weighted kappa (quadratic)', options: { weights: 'quadratic' } },
  ]
}

/** What is reported for a variable: chance-corrected agreement for classes, reliability and bias for scores. */
export function plannedMeasures(comparable: Comparable, raters: number): Planned[] {
  const { kind } = comparable.variable
  const isPair = raters === 2
  const planned =
    kind === 'classification' || kind === 'presence'
      ? forCategories(comparable, isPair)
      : forNumbers(comparable, isPair)
  return planned.filter(({ id }) => isMeasureId(id) && (isPair || measures[id].raters === 'many'))
}
