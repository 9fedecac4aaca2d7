import { boundaryEdits, nearMissOf, needTwoRaters } from './base/boundaries.ts'
import { confidenceOf, estimated, type Setting, undetermined } from './base/report.ts'
import { sum } from './base/sum.ts'
import { defineMeasure } from './define-measure.ts'
import type { AnyOptions } from './options.ts'
import type { Result } from './result.ts'
import { partsOf } from './table/join.ts'
import type { SegmentationTable } from './table/segment-types.ts'

/**
 * Segmentation similarity S: one less the edits between two segmentations, per place where a boundary could be.
 *
 * Places without any boundary count as agreement, so S is high wherever boundaries are rare; prefer boundary similarity. It is not
 * corrected for chance.
 *
 * @param table two raters. @param options `nearMiss` as in `boundarySimilarity`.
 * @returns `estimate` from 0 to 1; `n` counts the places. Undefined if the text is a single element (`no-items`).
 * @throws RangeError if there are not two raters, or nearMiss is not a whole number of at least 1.
 * @source Fournier & Inkpen (2012), Proc. NAACL-HLT, 152-161
 * @checked data/reference/segmentation.json
 * @example segmentationSimilarity(segmentationTable({ raters: ['A', 'B'], masses: [[2, 3, 6], [2, 2, 7]] })).estimate // 0.95
 */
export function segmentationSimilarity(
  table: SegmentationTable,
  options: Pick<AnyOptions, 'confidence' | 'nearMiss'> = {},
): Result {
  const confidence = confidenceOf(options)
  const nearMiss = nearMissOf(options)
  needTwoRaters(table, 'segmentation-similarity')
  const n = table.length - partsOf(table).length // no place between two texts
  const setting: Setting = {
    measure: 'segmentation-similarity',
    options: { confidence, nearMiss },
    raters: table.raters,
    n,
    dropped: [],
  }
  if (n === 0) return undetermined(setting, 'no-items', 'A text of one element has no place for a boundary.')
  const { matches, additions, transpositions } = boundaryEdits(table, nearMiss)
  const cost = additions + sum(transpositions) / nearMiss
  const details = { matches, additions, nearMisses: transpositions.length }
  return estimated(setting, { estimate: 1 - cost / n, details })
}

export const segmentationSimilarityMeasure = defineMeasure({
  id: 'segmentation-similarity',
  title: 'Segmentation similarity S',
  family: 'segments',
  levels: ['nominal'],
  raters: 2,
  tables: ['segmentation'],
  missing: ['available'],
  weights: [],
  options: ['nearMiss'],
  source: 'Fournier & Inkpen 2012',
  estimate: segmentationSimilarity,
})
