/** The files of data/demo, as its README describes them, and the little the simulation needs of a codebook. */

export type Slot = { variable: string; target: string | null; episode: string | null }

export type Value =
  | { kind: 'score'; score: number }
  | { kind: 'class'; classes: string[] }
  | { kind: 'presence'; present: boolean }
  | { kind: 'duration'; seconds: number }
  | { kind: 'none'; reason: string }

export type Rating = Slot & { value: Value; confidence: number | null; rationale: string }

type Annotation = { code: string; value: number | null; memo: string; confidence: number | null; evidence: Slot[] }
export type Segment = Annotation & { quote: string; occurrence: number }
export type TimedEvent = Annotation & { onset: number; offset: number | null; subject: string }

export type Coding = {
  case: string
  coder: string
  codebook: string
  version: number
  submittedAt: string
  memo: string
  master: { rationale: string } | null
  ratings: Rating[]
  annotations: (Segment | TimedEvent)[]
}

/** One coding to be simulated: the class is written by hand, the rest is the master's with noise. */
export type PlannedCoding = {
  case: string
  codebook: string
  classes: string[]
  rationale: string
  memo: string
  /** Points added to every rating of a variable, beyond the rater's bias. */
  shift?: Record<string, number>
  /** Codes this rater takes for another code here. */
  codes?: Record<string, string>
}

export type Rater = {
  coder: string
  seed: number
  /** Day of the first submission and days between two. */
  firstDay: string
  everyDays: number
  /** Probability that a score moves at all. */
  noise: number
  /** Probability that a passage the master marked is marked. */
  kept: number
  /** Points added to every rating of a variable. */
  bias: Record<string, number>
  codings: PlannedCoding[]
}

export type Simulation = {
  description: string
  raters: Rater[]
  /** Calibration cases that were mixed into a coder's ordinary work. */
  calibration: Rater[]
}

export type ScaleVariable = { id: string; kind: string; min?: number; max?: number; step?: number; noValue: string[] }
export type CodebookFile = { id: string; version: string; variables: ScaleVariable[] }
