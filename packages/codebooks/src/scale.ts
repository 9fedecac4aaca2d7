import { LIMITS } from './limits.ts'

/** Any range of points: a scale variable, or the value of a code. */
export type ScaleRange = { min: number; max: number; step: number }

/** Digits behind the point of a number as written, or null where it is too fine to be a scale. */
function decimalsOf(value: number): number | null {
  const text = String(value)
  if (text.includes('e')) return null
  const decimals = text.split('.')[1]?.length ?? 0
  return decimals <= LIMITS.decimals ? decimals : null
}

type Grid = { first: number; step: number; count: number; unit: number }

/** The scale in whole numbers of its smallest decimal, where 0.1 + 0.2 is 0.3; or what is wrong with it. */
function gridOf(scale: ScaleRange): Grid | string {
  const decimals = [scale.min, scale.max, scale.step].map(decimalsOf)
  const unit = 10 ** Math.max(...decimals.map((digits) => digits ?? 0))
  if (decimals.includes(null)) return `Use at most ${LIMITS.decimals} digits behind the decimal point.`
  const whole = (value: number) => Math.round(value * unit)
  const [first, last, step] = [whole(scale.min), whole(scale.max), whole(scale.step)]
  if (step <= 0) return 'The step must be above 0, such as 1 or 0.5.'
  if (last <= first) return 'max must be above min.'
  if (!Number.isSafeInteger(first) || !Number.isSafeInteger(last)) return 'The numbers are too large for a scale.'
  if ((last - first) % step !== 0) {
    return `From ${scale.min} in steps of ${scale.step} one never arrives at ${scale.max}. Change min, max or step.`
  }
  const count = (last - first) / step + 1
  if (count > LIMITS.scalePoints) return `The scale has ${count} points, at most ${LIMITS.scalePoints} are possible.`
  return { first, step, count, unit }
}

/** What is wrong with the range itself, in words, or null. */
export function scaleFault(scale: ScaleRange): string | null {
  const grid = gridOf(scale)
  return typeof grid === 'string' ? grid : null
}

/**
 * Every point of a scale, lowest first, each exactly the number one would write by hand.
 *
 * @throws RangeError if min, max and step make no scale (never for a parsed codebook).
 * @example scalePoints({ min: 1, max: 3, step: 0.5 }) // [1, 1.5, 2, 2.5, 3]
 */
export function scalePoints(scale: ScaleRange): number[] {
  const grid = gridOf(scale)
  if (typeof grid === 'string') throw new RangeError(`No scale from ${scale.min} to ${scale.max}: ${grid}`)
  return Array.from({ length: grid.count }, (_, index) => (grid.first + index * grid.step) / grid.unit)
}

/** Whether the score is exactly one of the scale's points. */
export function isOnScale(scale: ScaleRange, score: number): boolean {
  const grid = gridOf(scale)
  if (typeof grid === 'string') return false
  const index = Math.round((score * grid.unit - grid.first) / grid.step)
  return index >= 0 && index < grid.count && (grid.first + index * grid.step) / grid.unit === score
}
