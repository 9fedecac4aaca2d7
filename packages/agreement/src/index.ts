export { type AgainstReference, againstReference } from './against-reference.ts'
export { bangdiwalaB } from './bangdiwala-b.ts'
export { type IccForm, iccForms } from './base/icc-forms.ts'
export { bhapkar } from './bhapkar.ts'
export { bias } from './bias.ts'
export { biasIndex } from './bias-index.ts'
export { blandAltman } from './bland-altman.ts'
export { type BootstrapPlan, bootstrap } from './bootstrap.ts'
export { boundarySimilarity } from './boundary-similarity.ts'
export { bowker } from './bowker.ts'
export { brennanPrediger } from './brennan-prediger.ts'
export { categoryKappa } from './category-kappa.ts'
export { cohenKappa } from './cohen-kappa.ts'
export { type Comparison, compareDependent, type Side } from './compare-dependent.ts'
export { congerKappa } from './conger-kappa.ts'
export { chanceToPass, type PassChance, type PassPlan, simulatedPasses } from './criteria/chance/chance-to-pass.ts'
export { faultsOfRule, type RuleFault, type RuleUnits, type RuleVariable } from './criteria/faults-of-rule.ts'
export { shareFigure } from './criteria/figure.ts'
export { figuresOf } from './criteria/figures-of.ts'
export { compareItem } from './criteria/items.ts'
export { judge } from './criteria/judge.ts'
export { type PlainCompared, plainCompared } from './criteria/plain-compared.ts'
export type {
  CriticalError,
  Figure,
  Judged,
  Rule,
  RuleMeasure,
  RulePredicate,
  RuleSelector,
  RuleWindow,
  Verdict,
} from './criteria/rule.ts'
export type { Compared, ComparedItem, ComparedUnit, ComparedUnits, ComparedVariable } from './criteria/types.ts'
export { criterionValidity } from './criterion-validity.ts'
export { cronbachAlpha } from './cronbach-alpha.ts'
export { type DawidSkene, type DawidSkenePlan, dawidSkene } from './dawid-skene.ts'
export { type ChartPromise, chartPromise, type DriftPromise } from './drift/chart-promise.ts'
export type { CaseItems, DriftSettings } from './drift/chart-settings.ts'
export type { ChartPoint, ControlChart, DriftDirection, DriftRule } from './drift/control-chart.ts'
export { deviationInterval } from './drift/deviation-interval.ts'
export { type ComparedWork, type DriftCharts, driftCharts } from './drift/drift-charts.ts'
export { type EwmaOptions, ewmaChart, type Observed } from './drift/ewma-chart.ts'
export { type Below, type EwmaChain, ewmaRunLength, normalCase } from './drift/ewma-run-length.ts'
export { individualsChart } from './drift/individuals-chart.ts'
export { individualsRunLength } from './drift/individuals-run-length.ts'
export { type AgreedItems, type PChartOptions, pChart } from './drift/p-chart.ts'
export { averageRunLength, geometricRunLength, type RunLength, runLengthQuantile } from './drift/run-length.ts'
export { type DriftSimulation, type SimulatedDrift, simulateDrift } from './drift/simulate-drift.ts'
export { durationKappa } from './duration-kappa.ts'
export { eventKappa } from './event-kappa.ts'
export { eventMatch } from './event-match.ts'
export { everyIccForm } from './every-icc-form.ts'
export { everyPair } from './every-pair.ts'
export { finn } from './finn.ts'
export { fleissKappa } from './fleiss-kappa.ts'
export { type BestAlignment, bestAlignment, gamma } from './gamma.ts'
export { gammaCat } from './gamma-cat.ts'
export { gtheory } from './gtheory.ts'
export { type CrossedComponents, type CrossedStudy, gtheoryCrossed } from './gtheory-crossed.ts'
export { gwetAc1, gwetAc2 } from './gwet-ac.ts'
export { hubertKappa } from './hubert-kappa.ts'
export { icc } from './icc.ts'
export { iccMixed } from './icc-mixed.ts'
export { iccOneway } from './icc-oneway.ts'
export { type Influence, influence, type Without } from './influence.ts'
export { altman } from './interpret/altman.ts'
export {
  type Benchmark,
  type Benchmarking,
  benchmarkMembership,
  type Membership,
} from './interpret/benchmark-membership.ts'
export { cicchetti } from './interpret/cicchetti.ts'
export { fleissBenchmark } from './interpret/fleiss-benchmark.ts'
export { kooLi } from './interpret/koo-li.ts'
export { landisKoch } from './interpret/landis-koch.ts'
export { type ClusterPlan, jackknife } from './jackknife.ts'
export { kappaMax } from './kappa-max.ts'
export { kappaPosterior, type PosteriorPlan } from './kappa-posterior.ts'
export { kendallTauB } from './kendall-tau-b.ts'
export { kendallW } from './kendall-w.ts'
export { krippendorffAlpha } from './krippendorff-alpha.ts'
export { krippendorffAlphaWeighted } from './krippendorff-alpha-weighted.ts'
export { lightKappa } from './light-kappa.ts'
export { linCcc } from './lin-ccc.ts'
export { mcnemar } from './mcnemar.ts'
export { mdc } from './mdc.ts'
export { meanPearson } from './mean-pearson.ts'
export { meanSpearman } from './mean-spearman.ts'
export type { Measure } from './measure.ts'
export type {
  AnyOptionName,
  AnyOptions,
  Metric,
  MissingRule,
  OptionName,
  Options,
  UsedOptions,
  WeightName,
  Weights,
} from './options.ts'
export { type CodedUnit, pairEvents, pairSegments, type UnitPair } from './paired-units.ts'
export { pearson } from './pearson.ts'
export { percentAgreement } from './percent-agreement.ts'
export { percentAgreementAll } from './percent-agreement-all.ts'
export { percentAgreementPairs } from './percent-agreement-pairs.ts'
export { pk } from './pk.ts'
export { type MoreItems, moreItems } from './planning/more-items.ts'
export type { SampleSize } from './planning/plan.ts'
export { powerIcc, sampleSizeIcc } from './planning/sample-size-icc.ts'
export { assuranceIcc, type IccAssurance, sampleSizeIccAssurance } from './planning/sample-size-icc-assurance.ts'
export { sampleSizeIccWidth } from './planning/sample-size-icc-width.ts'
export { powerKappaBinary, sampleSizeKappaBinary } from './planning/sample-size-kappa-binary.ts'
export { powerKappaGof, sampleSizeKappaGof } from './planning/sample-size-kappa-gof.ts'
export { powerKappaMulticategory, sampleSizeKappaMulticategory } from './planning/sample-size-kappa-multicategory.ts'
export { type PooledOptions, pooledKappa } from './pooled-kappa.ts'
export { prevalenceIndex } from './prevalence-index.ts'
export { estimate, isMeasureId, type MeasureId, measures } from './registry.ts'
export type {
  Detail,
  Dropped,
  Estimated,
  Interval,
  Reason,
  Result,
  Test,
  UndefinedCode,
  Undetermined,
  Warning,
} from './result.ts'
export { robinsonA } from './robinson-a.ts'
export { scottPi } from './scott-pi.ts'
export type { SegmentOptionName, SegmentOptions } from './segment-options.ts'
export { segmentationSimilarity } from './segmentation-similarity.ts'
export { sem } from './sem.ts'
export { spanF1 } from './span-f1.ts'
export { spearman } from './spearman.ts'
export { specificAgreement } from './specific-agreement.ts'
export { type Stratified, stratifiedKappa } from './stratified-kappa.ts'
export { stuartMaxwell } from './stuart-maxwell.ts'
export { type Suitability, suitability } from './suitability.ts'
export { type Declaration, LARGEST_SCORE } from './table/declare.ts'
export { type Events, eventTable } from './table/event-table.ts'
export { type EncodedCodes, type EncodedScores, tableFromCodes, tableFromScores } from './table/from-codes.ts'
export { type Contingency, type ItemCounts, tableFromContingency, tableFromCounts } from './table/from-counts.ts'
export type { ItemTable } from './table/items.ts'
export { joinTables } from './table/join.ts'
export { pairTables } from './table/pair-tables.ts'
export { itemName, ratingTable, type WideRatings } from './table/rating-table.ts'
export { type LongRatings, type RatingRecord, tableFromRecords } from './table/records.ts'
export type {
  AnyTable,
  EventTable,
  Extent,
  Joined,
  SegmentationTable,
  SegmentTable,
  UnitTable,
} from './table/segment-types.ts'
export { type Segmentations, segmentationTable } from './table/segmentation-table.ts'
export { type RaterTable, raterPairs, selectItems, selectRaters } from './table/select.ts'
export { timeBlocks } from './table/time-blocks.ts'
export {
  type Category,
  type Cell,
  type CodeTable,
  type CountTable,
  type Level,
  MISSING,
  NOT_CODABLE,
  type RatingTable,
  type Scale,
  type ScoreTable,
} from './table/types.ts'
export { type Spans, type Unit, type Units, unitTable, unitTableFromSpans } from './table/unit-table.ts'
export { timeUnitKappa } from './time-unit-kappa.ts'
export { treeWeights } from './tree-weights.ts'
export { uAlpha1995 } from './u-alpha-1995.ts'
export { uAlpha2016 } from './u-alpha-2016.ts'
export type { ReferenceFile } from './verify/reference.ts'
export {
  type Failure,
  type MeasureReport,
  type VerificationReport,
  verifyReference,
} from './verify/verify-reference.ts'
export { weightedKappa } from './weighted-kappa.ts'
export { windowDiff } from './window-diff.ts'
export { withinK } from './within-k.ts'
