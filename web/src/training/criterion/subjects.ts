import { type Codebook, collapsesOf, type Outcome, outcomesOf, type Variable } from '@attune/codebooks'
import type { TrainingScope } from '@attune/contract'
import { type CriticalErrorPredicate, selects } from '@attune/criteria'
import { t } from '../../messages/index.ts'
import { allKinds, type Kind } from './rule-edit.ts'

/** What a condition can be about: the variables and codes that the set has in its scope. */
export type Subjects = {
  readonly variables: readonly Variable[]
  readonly kinds: readonly Kind[]
  readonly codes: readonly { readonly id: string; readonly label: string }[]
  readonly hasGivenBorders: boolean
}

export function ruleSubjects(codebook: Codebook, scope: TrainingScope): Subjects {
  const isIn = (list: readonly string[] | null, id: string) => list !== null && (list.length === 0 || list.includes(id))
  const variables = codebook.variables.filter(({ id }) => isIn(scope.variables, id))
  return {
    variables,
    kinds: allKinds.filter((kind) => variables.some((variable) => variable.kind === kind)),
    codes:
      scope.units === 'none'
        ? []
        : codebook.codes.filter(({ id }) => isIn(scope.codes, id)).map(({ id, label }) => ({ id, label })),
    hasGivenBorders: scope.units === 'given',
  }
}

/** The collapses that some classification declares, the two built-in ones first. */
export function collapseOptions(variables: readonly Variable[]): { value: string; label: string }[] {
  const all = variables.flatMap((variable) => collapsesOf(variable))
  const distinct = [...new Map(all.map((one) => [one.id, one])).values()]
  const builtIn = new Map([
    ['as-coded', t().training.predicate.asCoded],
    ['groups', t().criteria.mainGroups],
  ])
  return distinct.map(({ id, label }) => ({ value: id, label: builtIn.get(id) ?? label }))
}

/** What a classification can come out as; one that does not declare the collapse stays as coded. */
export function outcomesUnder(variable: Variable, collapse: string): Outcome[] {
  if (variable.kind !== 'classification') return []
  return outcomesOf(variable, collapsesOf(variable).some(({ id }) => id === collapse) ? collapse : 'as-coded')
}

/** What the classifications of a condition can come out as, of several all that any of them has; with what it names anyhow. */
export function outcomeOptions(variables: readonly Variable[], predicate: CriticalErrorPredicate): Outcome[] {
  const { error } = predicate
  const all = variables
    .filter((variable) => selects(predicate.variables, variable))
    .flatMap((variable) => outcomesUnder(variable, predicate.collapse))
  const named = error.kind === 'confusion' ? [error.reference, error.given].filter((id) => id !== null) : []
  return [...new Set([...all.map(({ id }) => id), ...named])].map((id) => ({ id, label: labelsAmong(all, id) }))
}

/** Several variables may use an id for different things: then all that it means. */
export function labelsAmong(parts: readonly { readonly id: string; readonly label: string }[], id: string): string {
  const labels = new Set(parts.filter((one) => one.id === id).map(({ label }) => label))
  return labels.size === 0 ? id : [...labels].join(' / ')
}
