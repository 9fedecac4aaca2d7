export { type AdviceGiven, adviceFor } from './advice.ts'
export { collapse, collapsesOf, outcomesOf } from './collapse.ts'
export { type Change, type CodebookComparison, compareCodebooks, type Impact } from './compare.ts'
export {
  type EvidenceToSubmit,
  evidenceWanted,
  type Missing,
  missingForSubmission,
  type RatingToSubmit,
} from './completeness.ts'
export type { Fault } from './fault.ts'
export { findCode, findVariable } from './find.ts'
export { LIMITS } from './limits.ts'
export { notation } from './notation.ts'
export { type ParsedCodebook, parseCodebook } from './parse.ts'
export {
  type Extent,
  type IntervalToSubmit,
  intervalsIn,
  missingIntervals,
  type Series,
  seriesOf,
} from './sampling.ts'
export { type ScaleRange, scalePoints } from './scale.ts'
export {
  type Code,
  type Codebook,
  codebookSchema,
  type Episode,
  type Modifier,
  type RatingValue,
  ratingValueSchema,
  type Sampling,
  type Section,
  type Slot,
  type Snapping,
  type Subject,
  slotSchema,
  type Target,
} from './schema.ts'
export { parseSlotKey, slotKey, slotLabel, slotsOf } from './slots.ts'
export { type CategoryNode, flattenCategories } from './tree.ts'
export { treeWeights } from './tree-weights.ts'
export { type ChosenModifiers, checkCodeValue, checkModifiers, checkValue } from './values.ts'
export type {
  Advice,
  Category,
  ClassificationVariable,
  Collapse,
  NoValue,
  Outcome,
  ScaleVariable,
  Variable,
} from './variable-schema.ts'
