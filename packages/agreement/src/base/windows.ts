import type { AnyOptions } from '../options.ts'
import type { Result } from '../result.ts'
import type { SegmentationTable } from '../table/segment-types.ts'
import { boundariesOf, needTwoRaters } from './boundaries.ts'
import { confidenceOf, estimated, type Setting, undetermined } from './report.ts'

/** Whether a window counts as an error, from the number of boundaries in it by reference and hypothesis. */
export type IsError = (reference: number, hypothesis: number) => boolean

/** Share of windows that are errors: what Pk and WindowDiff have in common. The first rater is the reference. */
export function windowPenalty(
  measure: string,
  table: SegmentationTable,
  options: Pick<AnyOptions, 'confidence' | 'convention' | 'window'>,
  isError: IsError,
): Result {
  const confidence = confidenceOf(options)
  const { convention = 'segeval', window } = options
  needTwoRaters(table, measure)
  if (window !== undefined && !(Number.isInteger(window) && window >= 1)) {
    throw new RangeError(`The window ${window} is not a whole number of at least 1.`)
  }
  const [reference, hypothesis] = [boundariesOf(table, 0), boundariesOf(table, 1)]
  const size = window ?? usualWindow(table, reference, convention)
  const n = size === null ? 0 : Math.max(0, table.length - size)
  const setting: Setting = {
    measure,
    options: { confidence, convention, ...(size !== null && { window: size }) },
    raters: table.raters,
    n,
    dropped: [],
  }
  if (size === null) {
    return undetermined(setting, 'not-determined', 'The reference has no boundary to take the size of the window from.')
  }
  if (n === 0) return undetermined(setting, 'no-items', `A text of ${table.length} elements has no window of ${size}.`)
  return estimated(setting, { estimate: errors(reference, hypothesis, size, isError) / n, details: { window: size } })
}

/** A window holds `size` neighbouring places for a boundary; it moves by one place. */
function errors(reference: Uint8Array, hypothesis: Uint8Array, size: number, isError: IsError): number {
  let [inReference, inHypothesis, count] = [0, 0, 0]
  for (let place = 0; place < reference.length; place++) {
    inReference += reference[place]! - (reference[place - size] ?? 0)
    inHypothesis += hypothesis[place]! - (hypothesis[place - size] ?? 0)
    if (place >= size - 1 && isError(inReference, inHypothesis)) count++
  }
  return count
}

/** segeval: half the mean segment of the reference, at least 2. NLTK: half of places per boundary. Both round halves to even. */
function usualWindow(table: SegmentationTable, reference: Uint8Array, convention: 'segeval' | 'nltk'): number | null {
  if (convention === 'segeval') return Math.max(2, roundHalfEven(table.length / table.masses[0]!.length / 2))
  const boundaries = reference.reduce((sum, boundary) => sum + boundary, 0)
  return boundaries === 0 ? null : Math.max(1, roundHalfEven(reference.length / (2 * boundaries)))
}

function roundHalfEven(value: number): number {
  const below = Math.floor(value)
  if (value - below !== 0.5) return Math.round(value)
  return below % 2 === 0 ? below : below + 1
}
