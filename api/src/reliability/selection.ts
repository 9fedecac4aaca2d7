import { type Codebook, collapsesOf, findVariable, type Slot, slotsOf, type Variable } from '@attune/codebooks'
import { notFound, Refusal } from '../base/refusal.ts'

/** One thing raters are compared on. */
export type Comparable = { readonly slot: Slot; readonly variable: Variable; readonly collapse: string | null }

/** The collapse that applies to a variable: the one asked for where it declares it, else as coded. */
export function collapseFor(variable: Variable, asked: string): string | null {
  if (variable.kind !== 'classification') return null
  return collapsesOf(variable).some(({ id }) => id === asked) ? asked : 'as-coded'
}

/** Everything that can be compared, in the order of the codebook. `variables` empty: all. */
export function comparables(codebook: Codebook, variables: readonly string[], collapse: string): Comparable[] {
  const strangers = variables.filter((id) => findVariable(codebook, id) === undefined)
  if (strangers.length > 0) {
    const message = `${codebook.title} has no variable ${strangers.join(', ')}.`
    throw new Refusal('bad-request', message, { faults: [{ path: 'query.variables', message }] })
  }
  const allTargets = codebook.targets.map((target) => target.id)
  return slotsOf(codebook, allTargets).flatMap((slot) => {
    const variable = findVariable(codebook, slot.variable)
    if (variable === undefined) return []
    if (variables.length > 0 && !variables.includes(variable.id)) return []
    return [{ slot, variable, collapse: collapseFor(variable, collapse) }]
  })
}

/** The one thing that a question about two raters is about. @throws Refusal if there is no such thing. */
export function comparableAt(
  codebook: Codebook,
  query: { readonly variable: string; readonly collapse: string } & {
    readonly [part in 'target' | 'episode']?: string | undefined
  },
): Comparable {
  const found = comparables(codebook, [query.variable], query.collapse).find(
    ({ slot }) => slot.target === (query.target ?? null) && slot.episode === (query.episode ?? null),
  )
  if (found === undefined) throw notFound()
  return found
}
