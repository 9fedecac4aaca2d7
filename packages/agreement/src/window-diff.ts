import { windowPenalty } from './base/windows.ts'
import { defineMeasure } from './define-measure.ts'
import type { AnyOptions } from './options.ts'
import type { Result } from './result.ts'
import type { SegmentationTable } from './table/segment-types.ts'

/**
 * WindowDiff: share of windows in which two segmentations have a different number of boundaries.
 *
 * A penalty: 0 is full agreement. Stricter than Pk, it still weighs errors near the ends of the text less; prefer boundary
 * similarity, and report WindowDiff to compare with older studies.
 *
 * @param table the first rater is the reference, the second is judged against it.
 * @param options `window` and `convention` as in `pk`; NLTK itself has no usual size for WindowDiff, its rule for Pk is taken.
 * @returns `estimate` from 0 to 1, `details.window`, `n` windows. Undefined if the text is no longer than the window (`no-items`), or
 *   if by NLTK's rule there is no boundary to take the size from (`not-determined`).
 * @throws RangeError if there are not two raters, or the window is not a whole number of at least 1.
 * @source Pevzner & Hearst (2002), Comput. Linguist. 28(1), 19-36. doi:10.1162/089120102317341756
 * @checked data/reference/segmentation.json
 * @example windowDiff(segmentationTable({ raters: ['reference', 'B'], masses: [[2, 3, 6], [1, 1, 3, 1, 5]] }), { window: 3 }).estimate // 0.5
 */
export function windowDiff(
  table: SegmentationTable,
  options: Pick<AnyOptions, 'confidence' | 'convention' | 'window'> = {},
): Result {
  return windowPenalty('window-diff', table, options, (reference, hypothesis) => reference !== hypothesis)
}

export const windowDiffMeasure = defineMeasure({
  id: 'window-diff',
  title: 'WindowDiff',
  family: 'segments',
  better: 'lower',
  levels: ['nominal'],
  raters: 2,
  tables: ['segmentation'],
  missing: ['available'],
  weights: [],
  options: ['convention', 'window'],
  source: 'Pevzner & Hearst 2002',
  estimate: windowDiff,
})
