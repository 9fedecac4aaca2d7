export {
  type Band,
  type BlandAltman,
  type DifferencePoint,
  type Differences,
  gatherPoints,
  layBlandAltman,
} from './bland-altman.ts'
export { type CoderMatrix, layCoderMatrix, type MatrixCell, type PairEntry } from './coder-matrix.ts'
export {
  type ControlChart,
  type ControlFrame,
  type ControlPoint,
  layControlChart,
  type PlacedPoint,
} from './control-chart.ts'
export {
  type Forest,
  type ForestEntry,
  type ForestFrame,
  type ForestLine,
  type ForestRow,
  layForest,
} from './forest.ts'
export { type HeatCell, type HeatMap, layHeatMap } from './heat-map.ts'
export {
  type LearningCurve,
  type LearningFrame,
  type LearningPoint,
  layLearningCurve,
} from './learning-curve.ts'
export { type CurveFrame, type CurvePoint, layOperatingCurve, type OperatingCurve } from './operating-curve.ts'
export { type Company, commonestOf, type Paradox, paradoxOf } from './prevalence.ts'
export { extent, lightness, round } from './scale.ts'
export { layStrips, type PlacedLane, type StripLane, type StripRow, type Strips, type StripsFrame } from './strips.ts'
