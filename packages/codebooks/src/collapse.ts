import { type CategoryNode, flattenCategories, lookUp } from './tree.ts'
import type { ClassificationVariable, Collapse, Outcome, Variable } from './variable-schema.ts'

/** Every classification has these two; a codebook cannot declare collapses of the same name. */
export const BUILT_IN_COLLAPSES = [
  { id: 'as-coded', label: 'As coded' },
  { id: 'groups', label: 'Main groups' },
] as const

/** The collapses to choose from, the two built-in ones first; none for a variable that has no classes. */
export function collapsesOf(variable: Variable): { id: string; label: string }[] {
  if (variable.kind !== 'classification') return []
  return [...BUILT_IN_COLLAPSES, ...variable.collapses].map(({ id, label }) => ({ id, label }))
}

/**
 * The categories a collapse can yield, in the codebook's order: the declared list agreement is computed over.
 *
 * @throws RangeError if the variable is no classification or has no such collapse.
 */
export function outcomesOf(variable: Variable, collapseId: string): Outcome[] {
  const classification = requireClassification(variable)
  const named = ({ id, label }: Outcome): Outcome => ({ id, label })
  if (collapseId === 'as-coded') {
    return flattenCategories(classification.categories).map(({ category }) => named(category))
  }
  if (collapseId === 'groups') return classification.categories.map(named)
  return requireCollapse(classification, collapseId).outcomes.map(named)
}

/**
 * Ranked classes reduced to one outcome of a collapse.
 *
 * @param classes as coded: the classification first, then its alternatives.
 * @returns null if nothing is coded, if no class has an outcome, or if a class was coded more coarsely than the
 *   collapse distinguishes ("B" where the collapse tells B1 from B2): later alternatives do not stand in for it.
 * @throws RangeError if the variable is no classification, has no such collapse or no such class.
 * @example collapse(attachment, 'three-way-forced', ['U', 'F3']) // 'F'
 */
export function collapse(variable: Variable, collapseId: string, classes: readonly string[]): string | null {
  const classification = requireClassification(variable)
  const nodes = classes.map((id) => requireCategory(classification, id))
  if (collapseId === 'as-coded') return nodes[0]?.category.id ?? null
  if (collapseId === 'groups') return nodes[0]?.lineage.at(-1) ?? null
  const { rule, map } = requireCollapse(classification, collapseId)
  const counted = rule === 'first' ? nodes.slice(0, 1) : nodes
  const decisive = counted.map((node) => lookUp(map, node)).find((outcome) => outcome !== null)
  return decisive ?? null
}

function requireClassification(variable: Variable): ClassificationVariable {
  if (variable.kind === 'classification') return variable
  throw new RangeError(`Variable ${variable.id} is a ${variable.kind}; only a classification has collapses.`)
}

function requireCollapse(variable: ClassificationVariable, collapseId: string): Collapse {
  const found = variable.collapses.find((candidate) => candidate.id === collapseId)
  if (found) return found
  const known = collapsesOf(variable).map(({ id }) => id)
  throw new RangeError(`${variable.id} has no collapse "${collapseId}"; it has ${known.join(', ')}.`)
}

function requireCategory(variable: ClassificationVariable, id: string): CategoryNode {
  const found = flattenCategories(variable.categories).find(({ category }) => category.id === id)
  if (found) return found
  throw new RangeError(`${variable.id} has no category "${id}".`)
}
