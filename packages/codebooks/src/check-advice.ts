import { type Fault, formatPath } from './fault.ts'
import { findVariable } from './find.ts'
import type { Codebook } from './schema.ts'
import { flattenCategories } from './tree.ts'
import type { Advice, Variable } from './variable-schema.ts'

type Steps = (string | number)[]

export function checkAdvice(codebook: Codebook, variable: Variable, steps: Steps): Fault[] {
  return (variable.advice ?? []).flatMap((advice, index) => {
    const here = [...steps, 'advice', index]
    return [...checkWhen(codebook, advice, here), ...checkSuggestion(codebook, advice, here)]
  })
}

function checkWhen(codebook: Codebook, advice: Advice, steps: Steps): Fault[] {
  const watched = findVariable(codebook, advice.when.variable)
  if (watched?.kind !== 'scale') {
    const message = `There is no scale "${advice.when.variable}". Name a variable of kind "scale".`
    return [{ path: formatPath([...steps, 'when', 'variable']), message }]
  }
  if (advice.when.above >= watched.min && advice.when.above < watched.max) return []
  const message = `No score of ${watched.id} can decide this. Choose a number from ${watched.min} to below ${watched.max}.`
  return [{ path: formatPath([...steps, 'when', 'above']), message }]
}

function checkSuggestion(codebook: Codebook, advice: Advice, steps: Steps): Fault[] {
  const suggested = findVariable(codebook, advice.suggests.variable)
  const path = formatPath([...steps, 'suggests', 'variable'])
  if (suggested?.kind !== 'classification') {
    const message = `There is no classification "${advice.suggests.variable}". Name one.`
    return [{ path, message }]
  }
  const watched = findVariable(codebook, advice.when.variable)
  if (watched && suggested.appliesTo !== 'case' && suggested.appliesTo !== watched.appliesTo) {
    const message = `${watched.id} and ${suggested.id} apply to different things (${watched.appliesTo}, ${suggested.appliesTo}). Choose a classification of the case.`
    return [{ path, message }]
  }
  if (flattenCategories(suggested.categories).some((node) => node.category.id === advice.suggests.category)) return []
  const message = `${suggested.id} has no category "${advice.suggests.category}". Correct it.`
  return [{ path: formatPath([...steps, 'suggests', 'category']), message }]
}
