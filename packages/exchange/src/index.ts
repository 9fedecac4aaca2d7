export { type AnnotationRow, annotationsCsv } from './annotations-csv.ts'
export {
  type ComparedCell,
  type ComparedRatingRow,
  type ComparedUnitRow,
  type ComparisonPlace,
  type ComparisonRow,
  comparisonsCsv,
} from './comparisons-csv.ts'
export {
  type ReadAttempt,
  type ReadComparisons,
  type ReadVariable,
  readComparisons,
} from './comparisons-read.ts'
export { type Confusion, confusionCsv } from './confusion-csv.ts'
export { escapeFormula, unescapeFormula } from './csv-formula.ts'
export { detectDelimiter, eachCsvRow, type Header, type OnRow, readHeader } from './csv-read.ts'
export {
  CELL,
  type CsvRow,
  type CsvScan,
  cellOf,
  cellsOf,
  csvScanner,
  type Delimiter,
  newCsvRow,
  type OnCsvRow,
  type TakeWholeRows,
} from './csv-scan.ts'
export { type CsvCell, writeCsv } from './csv-write.ts'
export { type DecodedText, decodeText, type Encoding } from './decode-text.ts'
export { type DriftRow, driftCsv } from './drift-csv.ts'
export { type CodedObservation, episodesCsv, eventsCsv, intervalsCsv } from './observation-csv.ts'
export { type ReadObservationRecord, readObservationRecord } from './observation-record.ts'
export { type RatingRow, ratingsLongCsv, ratingsWideCsv } from './ratings-csv.ts'
export { type ResultsContext, resultsCsv } from './results-csv.ts'
export { isSubtitleFile } from './subtitle-cues.ts'
export { type ReadSubtitles, readSubtitles } from './subtitles.ts'
export { checkText, LARGEST_FILE } from './text-check.ts'
export { type ReadTranscript, readTranscript, type Speaker } from './transcript.ts'
