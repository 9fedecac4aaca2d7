import { boundaryEdits, nearMissOf, needTwoRaters } from './base/boundaries.ts'
import { confidenceOf, estimated, type Setting, undetermined } from './base/report.ts'
import { sum } from './base/sum.ts'
import { defineMeasure } from './define-measure.ts'
import type { AnyOptions } from './options.ts'
import type { Result } from './result.ts'
import type { SegmentationTable } from './table/segment-types.ts'

/**
 * Boundary similarity B: share of boundaries two raters set alike, a near miss counting in part.
 *
 * Only places where somebody set a boundary count, so it does not rise with long texts as segmentation similarity does. It is not
 * corrected for chance.
 *
 * @param table two raters. @param options `nearMiss`: boundaries fewer than so many places apart (default 2: neighbours) are one boundary
 *   slightly off, which costs distance / nearMiss.
 * @returns `estimate` from 0 (none alike) to 1; `n` counts boundaries after pairing, `details` the edits. Undefined if neither rater set
 *   a boundary (`no-items`).
 * @throws RangeError if there are not two raters, or nearMiss is not a whole number of at least 1.
 * @source Fournier (2013), Proc. 51st Annu. Meet. ACL, 1702-1712
 * @checked data/reference/segmentation.json
 * @example boundarySimilarity(segmentationTable({ raters: ['A', 'B'], masses: [[2, 3, 6], [2, 2, 7]] })).estimate // 0.75
 */
export function boundarySimilarity(
  table: SegmentationTable,
  options: Pick<AnyOptions, 'confidence' | 'nearMiss'> = {},
): Result {
  const confidence = confidenceOf(options)
  const nearMiss = nearMissOf(options)
  needTwoRaters(table, 'boundary-similarity')
  const { matches, additions, transpositions } = boundaryEdits(table, nearMiss)
  const n = matches + additions + transpositions.length
  const setting: Setting = {
    measure: 'boundary-similarity',
    options: { confidence, nearMiss },
    raters: table.raters,
    n,
    dropped: [],
  }
  if (n === 0) return undetermined(setting, 'no-items', 'Neither rater set a boundary.')
  const cost = additions + sum(transpositions) / nearMiss
  const details = { matches, additions, nearMisses: transpositions.length }
  return estimated(setting, { estimate: 1 - cost / n, details })
}

export const boundarySimilarityMeasure = defineMeasure({
  id: 'boundary-similarity',
  title: 'Boundary similarity B',
  family: 'segments',
  levels: ['nominal'],
  raters: 2,
  tables: ['segmentation'],
  missing: ['available'],
  weights: [],
  options: ['nearMiss'],
  source: 'Fournier 2013',
  estimate: boundarySimilarity,
})
