import { bangdiwalaBMeasure } from './bangdiwala-b.ts'
import { bhapkarMeasure } from './bhapkar.ts'
import { biasMeasure } from './bias.ts'
import { biasIndexMeasure } from './bias-index.ts'
import { blandAltmanMeasure } from './bland-altman.ts'
import { boundarySimilarityMeasure } from './boundary-similarity.ts'
import { bowkerMeasure } from './bowker.ts'
import { brennanPredigerMeasure } from './brennan-prediger.ts'
import { categoryKappaMeasure } from './category-kappa.ts'
import { cohenKappaMeasure } from './cohen-kappa.ts'
import { congerKappaMeasure } from './conger-kappa.ts'
import { criterionValidityMeasure } from './criterion-validity.ts'
import { cronbachAlphaMeasure } from './cronbach-alpha.ts'
import { durationKappaMeasure } from './duration-kappa.ts'
import { eventKappaMeasure } from './event-kappa.ts'
import { eventMatchMeasure } from './event-match.ts'
import { finnMeasure } from './finn.ts'
import { fleissKappaMeasure } from './fleiss-kappa.ts'
import { gammaMeasure } from './gamma.ts'
import { gammaCatMeasure } from './gamma-cat.ts'
import { gtheoryMeasure } from './gtheory.ts'
import { gwetAc1Measure, gwetAc2Measure } from './gwet-ac.ts'
import { hubertKappaMeasure } from './hubert-kappa.ts'
import { iccMeasure } from './icc.ts'
import { iccMixedMeasure } from './icc-mixed.ts'
import { iccOnewayMeasure } from './icc-oneway.ts'
import { kappaMaxMeasure } from './kappa-max.ts'
import { kendallTauBMeasure } from './kendall-tau-b.ts'
import { kendallWMeasure } from './kendall-w.ts'
import { krippendorffAlphaMeasure } from './krippendorff-alpha.ts'
import { krippendorffAlphaWeightedMeasure } from './krippendorff-alpha-weighted.ts'
import { lightKappaMeasure } from './light-kappa.ts'
import { linCccMeasure } from './lin-ccc.ts'
import { mcnemarMeasure } from './mcnemar.ts'
import { mdcMeasure } from './mdc.ts'
import { meanPearsonMeasure } from './mean-pearson.ts'
import { meanSpearmanMeasure } from './mean-spearman.ts'
import type { Measure } from './measure.ts'
import type { AnyOptions } from './options.ts'
import { pearsonMeasure } from './pearson.ts'
import { percentAgreementMeasure } from './percent-agreement.ts'
import { percentAgreementAllMeasure } from './percent-agreement-all.ts'
import { percentAgreementPairsMeasure } from './percent-agreement-pairs.ts'
import { pkMeasure } from './pk.ts'
import { prevalenceIndexMeasure } from './prevalence-index.ts'
import type { Result } from './result.ts'
import { robinsonAMeasure } from './robinson-a.ts'
import { scottPiMeasure } from './scott-pi.ts'
import { segmentationSimilarityMeasure } from './segmentation-similarity.ts'
import { semMeasure } from './sem.ts'
import { spanF1Measure } from './span-f1.ts'
import { spearmanMeasure } from './spearman.ts'
import { specificAgreementMeasure } from './specific-agreement.ts'
import { stuartMaxwellMeasure } from './stuart-maxwell.ts'
import type { AnyTable } from './table/segment-types.ts'
import { timeUnitKappaMeasure } from './time-unit-kappa.ts'
import { uAlpha1995Measure } from './u-alpha-1995.ts'
import { uAlpha2016Measure } from './u-alpha-2016.ts'
import { weightedKappaMeasure } from './weighted-kappa.ts'
import { windowDiffMeasure } from './window-diff.ts'
import { withinKMeasure } from './within-k.ts'

/** Every coefficient by id: one line each. */
export const measures = {
  'percent-agreement': percentAgreementMeasure,
  'percent-agreement-pairs': percentAgreementPairsMeasure,
  'percent-agreement-all': percentAgreementAllMeasure,
  'cohen-kappa': cohenKappaMeasure,
  'weighted-kappa': weightedKappaMeasure,
  'brennan-prediger': brennanPredigerMeasure,
  'gwet-ac1': gwetAc1Measure,
  'gwet-ac2': gwetAc2Measure,
  'fleiss-kappa': fleissKappaMeasure,
  'scott-pi': scottPiMeasure,
  'conger-kappa': congerKappaMeasure,
  'hubert-kappa': hubertKappaMeasure,
  'krippendorff-alpha': krippendorffAlphaMeasure,
  'krippendorff-alpha-weighted': krippendorffAlphaWeightedMeasure,
  'light-kappa': lightKappaMeasure,
  'kappa-max': kappaMaxMeasure,
  'prevalence-index': prevalenceIndexMeasure,
  'bias-index': biasIndexMeasure,
  'bangdiwala-b': bangdiwalaBMeasure,
  'specific-agreement': specificAgreementMeasure,
  'category-kappa': categoryKappaMeasure,
  mcnemar: mcnemarMeasure,
  bowker: bowkerMeasure,
  'stuart-maxwell': stuartMaxwellMeasure,
  bhapkar: bhapkarMeasure,
  'criterion-validity': criterionValidityMeasure,
  icc: iccMeasure,
  pearson: pearsonMeasure,
  bias: biasMeasure,
  'within-k': withinKMeasure,
  'lin-ccc': linCccMeasure,
  spearman: spearmanMeasure,
  'kendall-tau-b': kendallTauBMeasure,
  'kendall-w': kendallWMeasure,
  'mean-pearson': meanPearsonMeasure,
  'mean-spearman': meanSpearmanMeasure,
  'bland-altman': blandAltmanMeasure,
  sem: semMeasure,
  mdc: mdcMeasure,
  'cronbach-alpha': cronbachAlphaMeasure,
  finn: finnMeasure,
  'robinson-a': robinsonAMeasure,
  'icc-oneway': iccOnewayMeasure,
  'icc-mixed': iccMixedMeasure,
  gtheory: gtheoryMeasure,
  'u-alpha-1995': uAlpha1995Measure,
  'u-alpha-2016': uAlpha2016Measure,
  'boundary-similarity': boundarySimilarityMeasure,
  'segmentation-similarity': segmentationSimilarityMeasure,
  pk: pkMeasure,
  'window-diff': windowDiffMeasure,
  'event-match': eventMatchMeasure,
  'event-kappa': eventKappaMeasure,
  'duration-kappa': durationKappaMeasure,
  'time-unit-kappa': timeUnitKappaMeasure,
  gamma: gammaMeasure,
  'gamma-cat': gammaCatMeasure,
  'span-f1': spanF1Measure,
} satisfies Record<string, Measure>

export type MeasureId = keyof typeof measures

/** Whether this is the id of a coefficient. */
export function isMeasureId(id: string): id is MeasureId {
  return Object.hasOwn(measures, id)
}

/**
 * One coefficient by id, with the checks that go with it.
 *
 * @throws RangeError if the id is unknown, or the table or the options do not fit the coefficient.
 * @example estimate('cohen-kappa', ratingTable({ raters: ['A', 'B'], level: 'nominal', categories: ['F', 'E'], rows: [['F', 'F'], ['E', 'E']] })).estimate // 1
 */
export function estimate(id: string, table: AnyTable, options: AnyOptions = {}): Result {
  return measureOf(id).estimate(table, options)
}

/** @throws RangeError if there is no coefficient of that id. */
export function measureOf(id: string): Measure {
  if (isMeasureId(id)) return measures[id]
  throw new RangeError(`There is no coefficient "${id}"; there are ${Object.keys(measures).join(', ')}.`)
}
