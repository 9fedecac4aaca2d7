import { type Codebook, collapsesOf, findCode, findVariable } from '@attune/codebooks'
import type { CriterionLabels, TrainingScope } from '@attune/contract'
import {
  type AgreementPredicate,
  type Criterion,
  type CriterionMeasure,
  type CriticalErrorPredicate,
  type Predicate,
  type Rule,
  type Selector,
  selects,
} from '@attune/criteria'
import { formatCoefficient, formatNumber, formatPercent } from '../base/numbers.ts'
import { t } from '../messages/index.ts'
import { labelsAmong, outcomesUnder, ruleSubjects } from './criterion/subjects.ts'

type Asked = Pick<Predicate, 'variables' | 'collapse'>

/** What the ids of a rule are called in a codebook; collapses and outcomes in the variables that a condition is about. */
export type CriterionNames = {
  readonly variable: (id: string) => string
  readonly code: (id: string) => string
  readonly collapse: (id: string, about: Asked) => string
  readonly outcome: (id: string, about: Asked) => string
}

/** The ids themselves, where the codebook is not at hand. */
export const plainNames = {
  variable: (id: string) => id,
  code: (id: string) => id,
  collapse: (id: string) => (id === 'groups' ? t().criteria.mainGroups : id),
  outcome: (id: string) => id,
} satisfies CriterionNames

/** By the labels that come with a set, which name no more than its criterion does. */
export function namesFrom(labels: CriterionLabels): CriterionNames {
  const isAbout = (asked: Asked) => (one: { readonly variables: Selector }) =>
    JSON.stringify(one.variables) === JSON.stringify(asked.variables)
  return {
    variable: (id) => labelsAmong(labels.variables, id),
    code: (id) => labelsAmong(labels.codes, id),
    collapse: (id, asked) =>
      id === 'groups' ? plainNames.collapse(id) : labelsAmong(labels.collapses.filter(isAbout(asked)), id),
    outcome: (id, asked) => {
      const outcomes = labels.outcomes.filter(({ collapse }) => collapse === asked.collapse)
      return labelsAmong(outcomes.filter(isAbout(asked)), id)
    },
  }
}

/** By the codebook, in what a set has in its scope. */
export function namesOf(codebook: Codebook, scope: TrainingScope): CriterionNames {
  const { variables } = ruleSubjects(codebook, scope)
  const chosen = (asked: Asked) => variables.filter((variable) => selects(asked.variables, variable))
  return {
    variable: (id) => findVariable(codebook, id)?.label ?? id,
    code: (id) => findCode(codebook, id)?.label ?? id,
    collapse: (id, asked) =>
      id === 'groups' ? plainNames.collapse(id) : labelsAmong(chosen(asked).flatMap(collapsesOf), id),
    outcome: (id, asked) =>
      labelsAmong(
        chosen(asked).flatMap((variable) => outcomesUnder(variable, asked.collapse)),
        id,
      ),
  }
}

/** A rule as one sentence: what has to be met, with every number in it. */
export function criterionInWords(rule: Rule, names: CriterionNames): string {
  return `${capital(ruleClause(rule, names))}.`
}

/** One condition as a sentence without its full stop, to stand in a list. */
export function predicateInWords(predicate: Predicate, names: CriterionNames): string {
  return capital(clauseOf(predicate, names))
}

/** How long a certificate lasts and whether passing again renews it. */
export function validityInWords({ validMonths, renewal }: Pick<Criterion, 'validMonths' | 'renewal'>): string {
  const words = t().criteria
  if (validMonths === null) return words.valid.always
  const again = renewal.kind === 'none' ? words.renewal.none : words.renewal.repeat(renewal.daysBefore)
  return `${words.valid.months(validMonths)} ${again}`
}

/** Measures that are shares, read in per cent. */
export const shares: readonly string[] = [
  'percent-agreement',
  'within-k',
  'total-within-k',
] satisfies CriterionMeasure[]

/** A value of a measure as it is read: a share in per cent, a bias in points, a coefficient without its leading zero. */
export function formatOfMeasure(measure: string, value: number): string {
  if (shares.includes(measure)) return percent(value)
  return measure === 'bias' ? formatNumber(value) : formatCoefficient(value)
}

/** A tenth of a per cent only where there is one. */
const percent = (share: number) => formatPercent(share, Number.isInteger(Math.round(share * 1000) / 10) ? 0 : 1)

function ruleClause(rule: Rule, names: CriterionNames): string {
  if ('type' in rule) return clauseOf(rule, names)
  const parts = 'all' in rule ? rule.all : rule.any
  const [only] = parts
  if (parts.length === 1 && only) return ruleClause(only, names)
  const clauses = parts.map((part) => {
    const isGroup = !('type' in part) && ('all' in part ? part.all : part.any).length > 1
    return isGroup ? `(${ruleClause(part, names)})` : ruleClause(part, names)
  })
  return 'all' in rule ? t().criteria.both(clauses) : t().criteria.either(clauses)
}

function clauseOf(predicate: Predicate, names: CriterionNames): string {
  const words = t().criteria
  const window =
    predicate.window.kind === 'all' ? words.window.all : words.window[predicate.window.kind](predicate.window.cases)
  if (predicate.type === 'no-critical-error') {
    return words.error.clause(errorOf(predicate, names), aboutOf(predicate, true, names), window)
  }
  const isEach = predicate.spread === 'each'
  return words.clause({
    statistic: words.statistic(predicate.measure, predicate.against, predicate.k),
    on: predicate.on,
    level: percent(predicate.confidence),
    comparator: words.comparators[predicate.comparator],
    threshold: thresholdOf(predicate),
    about: aboutOf(predicate, isEach, names),
    window,
    minimum: predicate.minimum > 1 ? words.minimum(predicate.minimum, isEach && !isOne(predicate.variables)) : '',
  })
}

function errorOf(predicate: CriticalErrorPredicate, names: CriterionNames): string {
  const { error, against, atMost } = predicate
  const words = t().criteria.error
  if (error.kind === 'distance') return words.distance({ points: error.points, against, atMost })
  const outcome = (id: string | null) => (id === null ? null : names.outcome(id, predicate))
  return words.confusion({ reference: outcome(error.reference), given: outcome(error.given), against, atMost })
}

function thresholdOf({ measure, threshold }: AgreementPredicate): string {
  return measure === 'bias' ? t().criteria.points(threshold) : formatOfMeasure(measure, threshold)
}

const chosenOf = (selector: Selector): readonly string[] =>
  'kinds' in selector ? selector.kinds : 'ids' in selector ? selector.ids : selector.codes
const isOne = (selector: Selector) => !('kinds' in selector) && chosenOf(selector).length === 1

function aboutOf(predicate: Predicate, isEach: boolean, names: CriterionNames): string {
  const { variables, collapse } = predicate
  const { about, collapsed } = t().criteria
  const classes = collapse === 'as-coded' ? '' : collapsed(names.collapse(collapse, predicate))
  if ('codes' in variables) {
    return variables.codes.length === 0 ? about.everyCode(isEach) : about.named(variables.codes.map(names.code), isEach)
  }
  if (chosenOf(variables).length === 0) return about.everyVariable(isEach) + classes
  if ('kinds' in variables) return about.kinds(variables.kinds, isEach) + classes
  return about.named(variables.ids.map(names.variable), isEach) + classes
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase(t().locale) + text.slice(1)
