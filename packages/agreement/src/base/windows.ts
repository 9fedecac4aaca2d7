import type { AnyOptions } from '../options.ts'
import type { Result } from '../result.ts'
import { partsOf } from '../table/join.ts'
import type { SegmentationTable } from '../table/segment-types.ts'
import { boundariesOf, needTwoRaters } from './boundaries.ts'
import { checkChoice } from './choice.ts'
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
  checkChoice('convention', convention, ['segeval', 'nltk'])
  needTwoRaters(table, measure)
  if (window !== undefined && !(Number.isInteger(window) && window >= 1)) {
    throw new RangeError(`The window ${window} is not a whole number of at least 1.`)
  }
  const texts = partsOf(table)
  const size = window ?? usualWindow(texts, convention)
  const n = size === null ? 0 : texts.reduce((sum, { length }) => sum + Math.max(0, length - size), 0)
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
  const wrong = texts.reduce(
    (sum, text) => sum + errors(boundariesOf(text, 0), boundariesOf(text, 1), size, isError),
    0,
  )
  return estimated(setting, { estimate: wrong / n, details: { window: size } })
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
function usualWindow(texts: readonly SegmentationTable[], convention: 'segeval' | 'nltk'): number | null {
  const elements = texts.reduce((sum, { length }) => sum + length, 0)
  const segments = texts.reduce((sum, { masses }) => sum + masses[0]!.length, 0)
  if (convention === 'segeval') return Math.max(2, roundHalfEven(elements / segments / 2))
  const boundaries = segments - texts.length
  return boundaries === 0 ? null : Math.max(1, roundHalfEven((elements - texts.length) / (2 * boundaries)))
}

function roundHalfEven(value: number): number {
  const below = Math.floor(value)
  if (value - below !== 0.5) return Math.round(value)
  return below % 2 === 0 ? below : below + 1
}
