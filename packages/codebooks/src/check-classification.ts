import { checkCollapse } from './check-collapse.ts'
import { repeated } from './check-ids.ts'
import { BUILT_IN_COLLAPSES } from './collapse.ts'
import { type Fault, formatPath } from './fault.ts'
import { LIMITS } from './limits.ts'
import { type CategoryNode, flattenCategories } from './tree.ts'
import type { ClassificationVariable } from './variable-schema.ts'

type Steps = (string | number)[]

export function checkClassification(variable: ClassificationVariable, steps: Steps): Fault[] {
  const nodes = flattenCategories(variable.categories)
  const collapseIds = variable.collapses.map((collapse) => collapse.id)
  return [
    ...checkSize(nodes, steps),
    ...repeated(
      nodes.map((node) => node.category.id),
      (index) => [...steps, ...(nodes[index]?.steps ?? []), 'id'],
      'a category',
    ),
    ...checkSecondary(variable, nodes, steps),
    ...repeated(collapseIds, (index) => [...steps, 'collapses', index, 'id'], 'a collapse'),
    ...checkReserved(collapseIds, steps),
    ...variable.collapses.flatMap((collapse, index) => checkCollapse(collapse, nodes, [...steps, 'collapses', index])),
  ]
}

function checkSize(nodes: readonly CategoryNode[], steps: Steps): Fault[] {
  const path = formatPath([...steps, 'categories'])
  const deepest = nodes.find((node) => node.lineage.length > LIMITS.categoryLevels)
  const tooDeep = deepest ? [`"${deepest.category.id}" lies deeper than ${LIMITS.categoryLevels} levels.`] : []
  const tooMany = nodes.length > LIMITS.categories ? [`There are more than ${LIMITS.categories} categories.`] : []
  return [...tooDeep, ...tooMany].map((message) => ({ path, message: `${message} Simplify the tree.` }))
}

/** A class that needs an organised one after it must be able to get one. */
function checkSecondary(variable: ClassificationVariable, nodes: readonly CategoryNode[], steps: Steps): Fault[] {
  const needy = nodes.find((node) => node.category.needsSecondary === true)
  if (!needy) return []
  const path = formatPath([...steps, ...needy.steps, 'needsSecondary'])
  if (variable.alternatives === 0) {
    return [{ path, message: 'A secondary class needs room: set "alternatives" to 1 or more.' }]
  }
  if (nodes.some((node) => node.organised && !node.needsSecondary)) return []
  return [{ path, message: 'No category is marked "organised": true, so no secondary class is possible. Mark some.' }]
}

function checkReserved(ids: readonly string[], steps: Steps): Fault[] {
  return ids.flatMap((id, index): Fault[] => {
    if (!BUILT_IN_COLLAPSES.some((builtIn) => builtIn.id === id)) return []
    const message = `Every classification has a collapse "${id}" already. Choose another id.`
    return [{ path: formatPath([...steps, 'collapses', index, 'id']), message }]
  })
}
