import type { CodebookFile, PlannedCoding, Rater, Rating, ScaleVariable, Value } from './formats.ts'
import type { Random } from './random.ts'

/** What stands where the master could not rate and a trainee does. */
const GUESS = 3

/** The ratings of a simulated rater: the planned class, and the master's values with bias and noise. */
export function simulateRatings(
  master: readonly Rating[],
  codebook: CodebookFile,
  rater: Rater,
  planned: PlannedCoding,
  random: Random,
): Rating[] {
  const variables = new Map(codebook.variables.map((variable) => [variable.id, variable]))
  return master.map((rating) => {
    if (rating.variable === 'classification') return classification(rating, planned, random)
    const variable = variables.get(rating.variable)
    if (!variable) throw new RangeError(`${codebook.id} has no variable ${rating.variable}.`)
    const points = (rater.bias[rating.variable] ?? 0) + (planned.shift?.[rating.variable] ?? 0)
    const value = simulateValue(rating, variable, points, rater.noise, random)
    return { ...rating, value, confidence: confidenceNear(rating.confidence, random), rationale: '' }
  })
}

function classification(rating: Rating, planned: PlannedCoding, random: Random): Rating {
  const agrees = rating.value.kind === 'class' && rating.value.classes[0] === planned.classes[0]
  const confidence = agrees ? random.pick([4, 4, 5]) : random.pick([2, 3, 3])
  return { ...rating, value: { kind: 'class', classes: planned.classes }, confidence, rationale: planned.rationale }
}

function simulateValue(rating: Rating, variable: ScaleVariable, points: number, noise: number, random: Random): Value {
  const { value } = rating
  if (value.kind === 'duration') {
    return { kind: 'duration', seconds: Math.max(0, Math.round(value.seconds + random.pick([-2, -1, 0, 0, 1, 2]))) }
  }
  if (value.kind === 'none') {
    const guesses = value.reason === 'cannot-rate' && random.chance(0.4)
    return guesses ? { kind: 'score', score: GUESS } : value
  }
  if (value.kind !== 'score') return value
  const gaveUp = points === 0 && rating.target !== null && random.chance(0.02)
  if (gaveUp && variable.noValue.includes('cannot-rate')) return { kind: 'none', reason: 'cannot-rate' }
  return { kind: 'score', score: onScale(value.score + points + drift(value.score, variable, noise, random), variable) }
}

/** Mostly nothing, else half a point, a point, seldom more, up or down; at the ends of a scale people agree more. */
function drift(score: number, { min, max, step = 1 }: ScaleVariable, noise: number, random: Random): number {
  const atTheEnd = score === min || score === max
  if (!random.chance(atTheEnd ? noise / 2 : noise)) return 0
  const points = random.pick([0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 1, 1, 1, 1.5])
  return random.pick([-1, 1]) * Math.max(step, Math.round(points / step) * step)
}

function onScale(score: number, { min = 1, max = 9, step = 1 }: ScaleVariable): number {
  const steps = Math.round((Math.min(max, Math.max(min, score)) - min) / step)
  return min + steps * step
}

export function confidenceNear(confidence: number | null, random: Random): number | null {
  if (confidence === null) return null
  return Math.min(5, Math.max(1, confidence + random.pick([-1, 0, 0, 0, 1])))
}
