import { repeated } from './check-ids.ts'
import { type Fault, formatPath } from './fault.ts'
import { type CategoryNode, lookUp } from './tree.ts'
import type { Collapse } from './variable-schema.ts'

type Steps = (string | number)[]

/** A collapse must speak of existing categories, decide about every one of them, and use what it declares. */
export function checkCollapse(collapse: Collapse, nodes: readonly CategoryNode[], steps: Steps): Fault[] {
  const declared = collapse.outcomes.map((outcome) => outcome.id)
  return [
    ...repeated(declared, (index) => [...steps, 'outcomes', index, 'id'], 'an outcome'),
    ...checkMap(collapse, nodes, declared, steps),
    ...checkTotal(collapse, nodes, steps),
    ...checkUse(collapse, declared, steps),
  ]
}

function checkMap(
  collapse: Collapse,
  nodes: readonly CategoryNode[],
  declared: readonly string[],
  steps: Steps,
): Fault[] {
  const categories = new Set(nodes.map((node) => node.category.id))
  return Object.entries(collapse.map).flatMap(([category, outcome]): Fault[] => {
    const path = formatPath([...steps, 'map', category])
    if (!categories.has(category)) {
      return [{ path, message: `There is no category "${category}". Correct or remove it.` }]
    }
    if (outcome === null) {
      const message = 'Only a collapse of rule "forced" may pass a class over with null. Give an outcome.'
      return collapse.rule === 'forced' ? [] : [{ path, message }]
    }
    if (declared.includes(outcome)) return []
    return [
      { path, message: `"${outcome}" is not among the outcomes (${declared.join(', ')}). Declare or correct it.` },
    ]
  })
}

/** Leaves decide: a group may stay unmapped where all its subgroups are mapped. */
function checkTotal(collapse: Collapse, nodes: readonly CategoryNode[], steps: Steps): Fault[] {
  const open = nodes.filter((node) => !node.category.children && lookUp(collapse.map, node) === undefined)
  if (open.length === 0) return []
  const names = open.map((node) => node.category.id).join(', ')
  const message = `The map says nothing about ${names}. Map each of them, or a group above it.`
  return [{ path: formatPath([...steps, 'map']), message }]
}

function checkUse(collapse: Collapse, declared: readonly string[], steps: Steps): Fault[] {
  const used = Object.values(collapse.map)
  return declared.flatMap((id, index): Fault[] => {
    if (used.includes(id)) return []
    const message = `No category is mapped to the outcome "${id}". Map one or remove the outcome.`
    return [{ path: formatPath([...steps, 'outcomes', index, 'id']), message }]
  })
}
