import { adapters } from './adapters.ts'
import { compareFields, type Mismatch } from './compare.ts'
import { type ReferenceCase, type ReferenceFile, readReference } from './reference.ts'

/** A case that was not met: the values that differ, or the error it ran into. */
export interface Failure {
  readonly case: string
  readonly source: string
  readonly mismatches: readonly Mismatch[]
  readonly error?: string
}

export interface MeasureReport {
  readonly measure: string
  readonly cases: number
  readonly passed: number
  /** Largest deviation of a number in a case, relative where the expected value is above 1. */
  readonly worst: number
  /** The same in units of the case's tolerance: up to 1 passes. */
  readonly worstShare: number
  readonly failures: readonly Failure[]
  /** Ids of the cases this library cannot compute. */
  readonly unsupported: readonly string[]
}

export interface VerificationReport {
  readonly cases: number
  readonly passed: number
  readonly failed: number
  readonly unsupported: number
  readonly measures: readonly MeasureReport[]
}

interface Outcome {
  readonly passed: boolean
  readonly worst: number
  readonly worstShare: number
  readonly failure?: Failure
}

function check(given: ReferenceCase, adapter: (given: ReferenceCase) => Parameters<typeof compareFields>[1]): Outcome {
  try {
    const { mismatches, worst, worstShare } = compareFields(given, adapter(given))
    if (mismatches.length === 0) return { passed: true, worst, worstShare }
    return { passed: false, worst, worstShare, failure: { case: given.id, source: given.source, mismatches } }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const failure = { case: given.id, source: given.source, mismatches: [], error: message }
    return { passed: false, worst: 0, worstShare: 0, failure }
  }
}

function reportMeasure(measure: string, cases: readonly ReferenceCase[]): MeasureReport {
  const adapter = Object.hasOwn(adapters, measure) ? adapters[measure] : undefined
  if (adapter === undefined) {
    const unsupported = cases.map((given) => given.id)
    return { measure, cases: cases.length, passed: 0, worst: 0, worstShare: 0, failures: [], unsupported }
  }
  const outcomes = cases.map((given) => check(given, adapter))
  return {
    measure,
    cases: cases.length,
    passed: outcomes.filter((outcome) => outcome.passed).length,
    worst: Math.max(0, ...outcomes.map((outcome) => outcome.worst)),
    worstShare: Math.max(0, ...outcomes.map((outcome) => outcome.worstShare)),
    failures: outcomes.flatMap((outcome) => outcome.failure ?? []),
    unsupported: [],
  }
}

/**
 * Recomputes reference cases and compares each expected value within the tolerance of its case: does this installation
 * compute correctly?
 *
 * @param files parsed JSON in the format of data/reference.
 * @returns per measure: cases, passed, the worst deviation, each failure, and the cases that cannot be computed.
 * @throws RangeError if a file is not in that format.
 */
export function verifyReference(files: readonly ReferenceFile[]): VerificationReport {
  const byMeasure = new Map<string, ReferenceCase[]>()
  for (const given of files.flatMap(readReference)) {
    byMeasure.set(given.measure, [...(byMeasure.get(given.measure) ?? []), given])
  }
  const measures = [...byMeasure].map(([measure, cases]) => reportMeasure(measure, cases))
  const total = (count: (report: MeasureReport) => number): number =>
    measures.reduce((sum, report) => sum + count(report), 0)
  return {
    cases: total((report) => report.cases),
    passed: total((report) => report.passed),
    failed: total((report) => report.failures.length),
    unsupported: total((report) => report.unsupported.length),
    measures,
  }
}
