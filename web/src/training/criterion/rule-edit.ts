import type { AgreementPredicate, Criterion, CriterionMeasure, CriticalErrorPredicate, Rule } from '@attune/criteria'

/** Where a part of a rule stands: which child of which child. The rule itself: no step at all. */
export type RulePath = readonly number[]
export type Group = Exclude<Rule, { type: string }>
export type Joint = 'all' | 'any'

export const isGroup = (rule: Rule): rule is Group => !('type' in rule)
export const jointOf = (group: Group): Joint => ('all' in group ? 'all' : 'any')
export const partsOf = (group: Group): readonly Rule[] => ('all' in group ? group.all : group.any)
export const groupOf = (joint: Joint, parts: readonly Rule[]): Group =>
  joint === 'all' ? { all: [...parts] } : { any: [...parts] }

/** The editor shows a group at the top, so that a second condition has a place. */
export const asGroup = (rule: Rule): Group => (isGroup(rule) ? rule : { all: [rule] })

/** The path of a part in what is sent, as the server names it in a fault. */
export function namedPath(rule: Rule, path: RulePath): string {
  const [at, ...rest] = path
  if (at === undefined || !isGroup(rule)) return ''
  const part = partsOf(rule)[at]
  return `.${jointOf(rule)}.${at}${part ? namedPath(part, rest) : ''}`
}

/** The rule with one part changed; a part that becomes nothing goes, and an empty group goes with it. */
export function changeAt(rule: Rule, path: RulePath, change: (part: Rule) => Rule | null): Rule | null {
  const [at, ...rest] = path
  if (at === undefined) return change(rule)
  if (!isGroup(rule)) return rule
  const parts = partsOf(rule).flatMap((part, index) => (index === at ? (changeAt(part, rest, change) ?? []) : [part]))
  return parts.length === 0 ? null : groupOf(jointOf(rule), parts)
}

export function addAt(rule: Rule, path: RulePath, added: Rule): Rule {
  const put = (part: Rule) => (isGroup(part) ? groupOf(jointOf(part), [...partsOf(part), added]) : part)
  return changeAt(rule, path, put) ?? rule
}

/** One place up or down among its neighbours; at the end it stays. */
export function moveAt(rule: Rule, path: RulePath, by: -1 | 1): Rule {
  const at = path.at(-1) ?? 0
  const swap = (group: Rule) => {
    if (!isGroup(group)) return group
    return groupOf(jointOf(group), moved(partsOf(group), at, by))
  }
  return changeAt(rule, path.slice(0, -1), swap) ?? rule
}

/** A list with one item a place further; at the end it stays. */
export function moved<Item>(items: readonly Item[], at: number, by: -1 | 1): Item[] {
  const [one, other] = [items[at], items[at + by]]
  if (one === undefined || other === undefined) return [...items]
  return items.toSpliced(at, 1, other).toSpliced(at + by, 1, one)
}

const shared = {
  against: 'master',
  collapse: 'as-coded',
  window: { kind: 'all' },
} as const

/** A condition to begin with. */
export function newCondition(measure: CriterionMeasure): AgreementPredicate {
  const fresh: AgreementPredicate = {
    type: 'agreement',
    measure: 'percent-agreement',
    k: 1,
    ...shared,
    variables: { kinds: [] },
    spread: 'each',
    comparator: '>=',
    threshold: 0.8,
    on: 'estimate',
    confidence: 0.95,
    minimum: 1,
  }
  return withMeasure(fresh, measure)
}

export const newCriticalError = (): CriticalErrorPredicate => ({
  type: 'no-critical-error',
  ...shared,
  variables: { kinds: ['classification'] },
  error: { kind: 'confusion', reference: null, given: null },
  atMost: 0,
})

export const newCriterion = (title: string): Criterion => ({
  title,
  modelledOn: null,
  rule: { all: [newCondition('percent-agreement')] },
  validMonths: 12,
  renewal: { kind: 'repeat', daysBefore: 60 },
})

/** Another measure asks of other variables, in another direction and with another threshold. */
export function withMeasure(predicate: AgreementPredicate, measure: CriterionMeasure): AgreementPredicate {
  const isLow = measure === 'bias'
  const was = predicate.measure
  const isSameKind = (was === 'bias') === isLow && shareMeasures.has(was) === shareMeasures.has(measure)
  const direction = isLow ? '<=' : '>='
  const side = isLow ? 'upper' : 'lower'
  return {
    ...predicate,
    measure,
    variables: selectorFor(predicate, measure),
    spread: takesTogether(measure) ? predicate.spread : 'each',
    comparator: isSameKind ? predicate.comparator : direction,
    on: predicate.on === 'estimate' ? 'estimate' : side,
    threshold: isSameKind ? predicate.threshold : usualThreshold(measure),
    window: predicate.window.kind === 'in-a-row' && !holdsForOneCase(measure) ? { kind: 'all' } : predicate.window,
  }
}

const shareMeasures: ReadonlySet<CriterionMeasure> = new Set(['percent-agreement', 'within-k', 'total-within-k'])

function usualThreshold(measure: CriterionMeasure): number {
  if (measure === 'bias') return 0.5
  if (measure === 'icc') return 0.7
  return shareMeasures.has(measure) ? 0.8 : 0.6
}

function selectorFor({ variables }: AgreementPredicate, measure: CriterionMeasure): AgreementPredicate['variables'] {
  if (isUnitMeasure(measure)) return 'codes' in variables ? variables : { codes: [] }
  const fitting = kindsFor(measure)
  if ('codes' in variables) return { kinds: fitting.length === allKinds.length ? [] : fitting.slice(0, 1) }
  if ('ids' in variables) return { ids: [] }
  const kept = variables.kinds.filter((kind) => fitting.includes(kind))
  return { kinds: kept.length > 0 || fitting.length === allKinds.length ? kept : fitting.slice(0, 1) }
}

export type Kind = Extract<AgreementPredicate['variables'], { kinds: unknown }>['kinds'][number]
export const allKinds: readonly Kind[] = ['scale', 'classification', 'presence', 'count', 'duration']
const numeric: readonly Kind[] = ['scale', 'count', 'duration']

/** Kinds of variables that a measure can be asked of; the first is the usual one. */
export function kindsFor(measure: CriterionMeasure): Kind[] {
  if (measure === 'weighted-kappa') return ['scale']
  if (['within-k', 'total-within-k', 'icc', 'bias'].includes(measure)) return [...numeric]
  if (measure === 'cohen-kappa' || measure === 'gwet-ac1') return ['classification', 'presence', 'scale']
  return [...allKinds]
}

export const isUnitMeasure = (measure: CriterionMeasure): boolean => measure === 'unit-f1' || measure === 'unit-kappa'
/** Whether several variables can be taken together for it. */
export const takesTogether = (measure: CriterionMeasure): boolean =>
  !['icc', 'gwet-ac1', 'krippendorff-alpha'].includes(measure)
/** Whether one case alone determines it, as a run of cases asks. */
export const holdsForOneCase = (measure: CriterionMeasure): boolean =>
  ['percent-agreement', 'within-k', 'total-within-k', 'bias'].includes(measure)
export const needsPoints = (measure: CriterionMeasure): boolean =>
  measure === 'within-k' || measure === 'total-within-k'
