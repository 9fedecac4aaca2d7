import { flattenCategories } from './tree.ts'
import type { ClassificationVariable } from './variable-schema.ts'

/**
 * Agreement weights from the tree of a classification, in the order of `outcomesOf(variable, 'as-coded')`: 1 for the same
 * category, else the share of the way down from the top that two categories have in common. A slip between subgroups of one
 * group then costs less than a slip between groups: F3a and F3b 2/3, F3a and F1b 1/3, F3a and E1 0.
 */
export function treeWeights(variable: ClassificationVariable): number[][] {
  const nodes = flattenCategories(variable.categories)
  return nodes.map((one) =>
    nodes.map((other) => {
      const shared = one.lineage.filter((id) => other.lineage.includes(id)).length
      return shared / Math.max(one.lineage.length, other.lineage.length)
    }),
  )
}
