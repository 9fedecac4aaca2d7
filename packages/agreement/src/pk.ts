import { windowPenalty } from './base/windows.ts'
import { defineMeasure } from './define-measure.ts'
import type { AnyOptions } from './options.ts'
import type { Result } from './result.ts'
import type { SegmentationTable } from './table/segment-types.ts'

/**
 * Pk: share of windows whose two ends one segmentation puts into one segment and the other does not.
 *
 * A penalty: 0 is full agreement. It overlooks boundaries that come in pairs, and errors near the ends of the text count less;
 * prefer boundary similarity, and report Pk to compare with older studies.
 *
 * @param table the first rater is the reference, the second is judged against it.
 * @param options `window`: its size in elements. `convention` decides the usual size: `segeval` (default) takes half the mean segment of the
 *   reference, at least 2; `nltk` half the places for a boundary per boundary. For one and the same size both give the same.
 * @returns `estimate` from 0 to 1, `details.window`, `n` windows. Undefined if the text is no longer than the window (`no-items`), or
 *   if by NLTK's rule there is no boundary to take the size from (`not-determined`).
 * @throws RangeError if there are not two raters, or the window is not a whole number of at least 1.
 * @source Beeferman, Berger & Lafferty (1999), Mach. Learn. 34, 177-210. doi:10.1023/A:1007506220214
 * @checked data/reference/segmentation.json
 * @example pk(segmentationTable({ raters: ['reference', 'B'], masses: [[2, 3, 6], [5, 6]] }), { window: 3 }).estimate // 0.25
 */
export function pk(
  table: SegmentationTable,
  options: Pick<AnyOptions, 'confidence' | 'convention' | 'window'> = {},
): Result {
  return windowPenalty('pk', table, options, (reference, hypothesis) => reference > 0 !== hypothesis > 0)
}

export const pkMeasure = defineMeasure({
  id: 'pk',
  title: 'Pk',
  family: 'segments',
  better: 'lower',
  levels: ['nominal'],
  raters: 2,
  tables: ['segmentation'],
  missing: ['available'],
  weights: [],
  options: ['convention', 'window'],
  source: 'Beeferman, Berger & Lafferty 1999',
  estimate: pk,
})
