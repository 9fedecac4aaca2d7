import type { Category, ClassificationVariable } from '@attune/codebooks'

/** Whether one category is the other or lies above it in the tree. */
function isAbove(categories: readonly Category[], above: string, below: string): boolean {
  return categories.some((category) =>
    category.id === above
      ? category.id === below || contains(category.children ?? [], below)
      : isAbove(category.children ?? [], above, below),
  )
}

function contains(categories: readonly Category[], id: string): boolean {
  return categories.some((category) => category.id === id || contains(category.children ?? [], id))
}

/**
 * Ranked classes after a category was chosen. Chosen again, it goes. A subgroup takes the place of its group and the group
 * that of its subgroup; anything else is added as the next alternative. A full ranking loses its last place to it.
 */
export function choose(variable: ClassificationVariable, ranked: readonly string[], chosen: string): string[] {
  if (ranked.includes(chosen)) return ranked.filter((id) => id !== chosen)
  const kin = ranked.findIndex(
    (id) => isAbove(variable.categories, id, chosen) || isAbove(variable.categories, chosen, id),
  )
  if (kin !== -1) return ranked.map((id, index) => (index === kin ? chosen : id))
  return [...ranked.slice(0, variable.alternatives), chosen]
}

/** One place up (towards first) or down. */
export function moveRank(ranked: readonly string[], index: number, by: -1 | 1): string[] {
  const other = index + by
  const [one, two] = [ranked[index], ranked[other]]
  if (one === undefined || two === undefined) return [...ranked]
  return ranked.map((id, place) => (place === index ? two : place === other ? one : id))
}

/** The label of a category with its group, for screen readers: "F3, Prototypically secure (Secure)". */
export function categoryLabel(categories: readonly Category[], id: string): string {
  for (const category of categories) {
    if (category.id === id) return category.label
    const below = categoryLabel(category.children ?? [], id)
    if (below) return below
  }
  return ''
}
