import type { Fault } from './fault.ts'
import { isOnScale, type ScaleRange } from './scale.ts'
import type { Code, RatingValue } from './schema.ts'
import { type CategoryNode, flattenCategories } from './tree.ts'
import type { ClassificationVariable, Variable } from './variable-schema.ts'

/** Which kind of value each kind of variable takes. */
const VALUE_KIND = {
  scale: 'score',
  classification: 'class',
  presence: 'presence',
  count: 'count',
  duration: 'duration',
} as const satisfies Record<Variable['kind'], RatingValue['kind']>

/** What is wrong with a value for this variable; nothing if it may be saved. Paths begin at the value. */
export function checkValue(variable: Variable, value: RatingValue): Fault[] {
  if (value.kind === 'none') {
    if (variable.noValue.includes(value.reason)) return []
    const allowed = variable.noValue.length === 0 ? 'It always needs a value.' : `Use ${variable.noValue.join(' or ')}.`
    return [{ path: 'reason', message: `"${value.reason}" is not possible for ${variable.label}. ${allowed}` }]
  }
  if (value.kind === 'score' && variable.kind === 'scale') return checkScore(variable, value.score, 'score')
  if (value.kind === 'class' && variable.kind === 'classification') return checkClasses(variable, value.classes)
  if (value.kind === 'count' && variable.kind === 'count') return checkCount(variable.max, value.count)
  if (value.kind === 'duration' && variable.kind === 'duration') return checkDuration(value.seconds)
  if (value.kind === VALUE_KIND[variable.kind]) return []
  const expected = VALUE_KIND[variable.kind]
  return [{ path: 'kind', message: `${variable.label} takes a ${expected}, not a ${value.kind}.` }]
}

/** What is wrong with the value put on a code; most codes take none. */
export function checkCodeValue(code: Code, value: number | null): Fault[] {
  if (value === null) return []
  if (code.value) return checkScore(code.value, value, 'value')
  return [{ path: 'value', message: `The code "${code.label}" takes no value. Leave it out.` }]
}

/** Which values of which modifiers were chosen for an event. */
export type ChosenModifiers = Readonly<Record<string, readonly string[]>>

/** What is wrong with the modifiers chosen for a code. Paths begin at the modifiers. */
export function checkModifiers(code: Code, chosen: ChosenModifiers): Fault[] {
  return Object.entries(chosen).flatMap(([id, values]) => {
    const modifier = code.modifiers?.find((one) => one.id === id)
    if (!modifier) return [{ path: id, message: `The code "${code.label}" has no modifier "${id}". Leave it out.` }]
    const known = modifier.values.map((value) => value.id)
    const strangers = values.filter((value) => !known.includes(value))
    if (strangers.length > 0) {
      return [{ path: id, message: `${modifier.label} has no value "${strangers[0]}"; it has ${known.join(', ')}.` }]
    }
    if (new Set(values).size < values.length) return [{ path: id, message: `${modifier.label} names a value twice.` }]
    if (modifier.choose === 'many' || values.length <= 1) return []
    return [{ path: id, message: `${modifier.label} takes one value. Choose one.` }]
  })
}

function checkScore(scale: ScaleRange, score: number, path: string): Fault[] {
  if (isOnScale(scale, score)) return []
  const { min, max, step } = scale
  return [{ path, message: `${score} is not on the scale. Choose ${min} to ${max} in steps of ${step}.` }]
}

function checkCount(max: number | undefined, count: number): Fault[] {
  if (!Number.isSafeInteger(count) || count < 0) {
    return [{ path: 'count', message: `${count} is no count. Give a whole number from 0.` }]
  }
  if (max === undefined || count <= max) return []
  return [{ path: 'count', message: `${count} is above the highest possible count, ${max}.` }]
}

function checkDuration(seconds: number): Fault[] {
  if (Number.isFinite(seconds) && seconds >= 0) return []
  return [{ path: 'seconds', message: `${seconds} is no duration. Give seconds from 0.` }]
}

function checkClasses(variable: ClassificationVariable, classes: readonly string[]): Fault[] {
  if (classes.length === 0) return [{ path: 'classes', message: 'No class is chosen. Choose at least one.' }]
  const nodes = new Map(flattenCategories(variable.categories).map((node) => [node.category.id, node]))
  const strangers = classes.flatMap((id, index): Fault[] =>
    nodes.has(id) ? [] : [{ path: `classes[${index}]`, message: `${variable.label} has no class "${id}".` }],
  )
  if (strangers.length > 0) return strangers
  const ranked = classes.flatMap((id) => nodes.get(id) ?? [])
  return [...checkNumber(variable, classes), ...checkRepeats(ranked), ...checkSecondary(ranked)]
}

function checkNumber(variable: ClassificationVariable, classes: readonly string[]): Fault[] {
  if (classes.length <= variable.alternatives + 1) return []
  const allowed = variable.alternatives === 0 ? 'no alternatives' : `at most ${variable.alternatives} alternatives`
  return [
    { path: `classes[${variable.alternatives + 1}]`, message: `${variable.label} takes ${allowed}. Remove some.` },
  ]
}

/** A class may stand in the ranking once, and not beside a subgroup of its own, which already says it. */
function checkRepeats(ranked: readonly CategoryNode[]): Fault[] {
  return ranked.flatMap((node, index): Fault[] => {
    const { id } = node.category
    const path = `classes[${index}]`
    const earlier = ranked.slice(0, index)
    if (earlier.some((other) => other.category.id === id)) {
      return [{ path, message: `"${id}" is ranked twice. Remove one of the two.` }]
    }
    const kin = earlier.find((other) => other.lineage.includes(id) || node.lineage.includes(other.category.id))
    if (!kin) return []
    return [{ path, message: `"${id}" and "${kin.category.id}" are the same group. Keep the finer one.` }]
  })
}

function checkSecondary(ranked: readonly CategoryNode[]): Fault[] {
  return ranked.flatMap((node, index): Fault[] => {
    if (!node.needsSecondary || ranked.slice(index + 1).some((later) => later.organised)) return []
    const message = `"${node.category.id}" needs the best-fitting organised class after it. Add one as alternative.`
    return [{ path: `classes[${index}]`, message }]
  })
}
