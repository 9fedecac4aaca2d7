import { isUnitMeasure } from './fit.ts'
import type { CriticalError, RulePredicate, RuleSelector } from './rule.ts'
import type { Compared } from './types.ts'

/** One thing that a predicate asks about: a variable or code, or several together. */
export interface Topic {
  /** Of one variable or code; null: several together. */
  readonly id: string | null
  readonly label: string
  readonly variables: readonly string[]
  readonly codes: readonly string[]
}

type Named = { readonly id: string; readonly label: string }

/** The variables that a selector means, in the order of what is compared. */
export function selectedVariables<One extends Compared['variables'][number]>(
  selector: RuleSelector,
  variables: readonly One[],
): readonly One[] {
  if ('codes' in selector) return []
  if ('kinds' in selector) {
    return variables.filter(({ kind }) => selector.kinds.length === 0 || selector.kinds.includes(kind))
  }
  return variables.filter(({ id }) => selector.ids.length === 0 || selector.ids.includes(id))
}

/** The codes that a selector means. Of all codes only those that anybody set: where nobody did, there is nothing to judge. */
export function selectedCodes(selector: RuleSelector, compared: Compared): readonly Named[] {
  if (!('codes' in selector)) return []
  if (selector.codes.length > 0) return compared.codes.filter(({ id }) => selector.codes.includes(id))
  const set = new Set(
    compared.units.flatMap(({ own, reference }) => [...(own ?? []), ...reference].map(({ code }) => code)),
  )
  return compared.codes.filter(({ id }) => set.has(id))
}

/** What a selector names and nobody compared: a rule about it is not met by the rest. */
export function strangersIn(selector: RuleSelector, compared: Compared): readonly string[] {
  const [named, known] =
    'codes' in selector ? [selector.codes, compared.codes] : ['ids' in selector ? selector.ids : [], compared.variables]
  return named.filter((id) => !known.some((one) => one.id === id))
}

/** What a predicate is held against, one after the other. */
export function topicsOf(predicate: RulePredicate, compared: Compared): readonly Topic[] {
  const units = isUnitMeasure(predicate.measure)
  const chosen: readonly Named[] = units
    ? selectedCodes(predicate.variables, compared)
    : selectedVariables(predicate.variables, compared.variables)
  const topic = (id: string | null, label: string, ids: readonly string[]): Topic => ({
    id,
    label,
    variables: units ? [] : ids,
    codes: units ? ids : [],
  })
  if (chosen.length === 0 || strangersIn(predicate.variables, compared).length > 0) return []
  if (predicate.spread === 'each' || chosen.length === 1) return chosen.map(({ id, label }) => topic(id, label, [id]))
  return [
    topic(
      null,
      chosen.map(({ label }) => label).join(', '),
      chosen.map(({ id }) => id),
    ),
  ]
}

/** The cases of a window in their order; of a run all, as each is looked at by itself. `isShort`: there are not so many. */
export function casesOf({ window: span }: RulePredicate | CriticalError, compared: Compared) {
  const { cases } = compared
  if (span.kind === 'last') {
    return { cases: cases.slice(-span.cases), isShort: cases.length < span.cases }
  }
  return { cases, isShort: false }
}
