export { cohenKappa } from './cohen-kappa.ts'
export type { Measure } from './measure.ts'
export type { Metric, MissingRule, OptionName, Options, WeightName, Weights } from './options.ts'
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
export type { Declaration } from './table/declare.ts'
export { type Contingency, type ItemCounts, tableFromContingency, tableFromCounts } from './table/from-counts.ts'
export { itemName, ratingTable, type WideRatings } from './table/rating-table.ts'
export { type LongRatings, type RatingRecord, tableFromRecords } from './table/records.ts'
export { type RaterTable, raterPairs, selectItems, selectRaters } from './table/select.ts'
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
export { weightedKappa } from './weighted-kappa.ts'
