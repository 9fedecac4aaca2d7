import { checkAdvice } from './check-advice.ts'
import { checkClassification } from './check-classification.ts'
import { checkReferences, repeated } from './check-ids.ts'
import { type Fault, formatPath } from './fault.ts'
import { isOnScale, scaleFault } from './scale.ts'
import type { Codebook } from './schema.ts'
import type { ScaleVariable, Variable } from './variable-schema.ts'

type Steps = (string | number)[]

export function checkVariable(codebook: Codebook, variable: Variable, steps: Steps): Fault[] {
  return [
    ...checkSection(codebook, variable, steps),
    ...checkPlaces(codebook, variable, steps),
    ...repeated(variable.noValue, (index) => [...steps, 'noValue', index], 'the value'),
    ...(variable.kind === 'scale' ? checkScale(variable, steps) : []),
    ...(variable.kind === 'classification' ? checkClassification(variable, steps) : []),
    ...checkAdvice(codebook, variable, steps),
  ]
}

function checkSection(codebook: Codebook, variable: Variable, steps: Steps): Fault[] {
  const known = codebook.sections.map((section) => section.id)
  if (known.includes(variable.section)) return []
  const message = `There is no section "${variable.section}". Correct it or declare it under "sections".`
  return [{ path: formatPath([...steps, 'section']), message }]
}

/** Targets and episodes a variable speaks of must exist, and must be what it applies to. */
function checkPlaces(codebook: Codebook, variable: Variable, steps: Steps): Fault[] {
  return (['target', 'episode'] as const).flatMap((place): Fault[] => {
    const list = place === 'target' ? 'targets' : 'episodes'
    const declared = codebook[list].map((entry) => entry.id)
    const chosen = variable[list]
    if (variable.appliesTo !== place) {
      const message = `This variable does not apply to each ${place}. Remove "${list}" or change "appliesTo".`
      return chosen === undefined ? [] : [{ path: formatPath([...steps, list]), message }]
    }
    const message = `The codebook declares no ${list}. Declare them, or change "appliesTo".`
    if (declared.length === 0) return [{ path: formatPath([...steps, 'appliesTo']), message }]
    return checkReferences(chosen ?? [], declared, [...steps, list], place)
  })
}

function checkScale(scale: ScaleVariable, steps: Steps): Fault[] {
  const fault = scaleFault(scale)
  if (fault !== null) return [{ path: formatPath([...steps, 'step']), message: fault }]
  const points = (scale.anchors ?? []).map((anchor) => anchor.point)
  const off = points.flatMap((point, index): Fault[] => {
    if (isOnScale(scale, point)) return []
    const message = `${point} is no point of this scale. Choose ${scale.min} to ${scale.max} in steps of ${scale.step}.`
    return [{ path: formatPath([...steps, 'anchors', index, 'point']), message }]
  })
  const twice = repeated(points.map(String), (index) => [...steps, 'anchors', index, 'point'], 'an anchor for point')
  return [...off, ...twice]
}
