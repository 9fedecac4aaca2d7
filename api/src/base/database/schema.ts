import type { MediaType } from '@attune/contract'
import type { Generated, Selectable } from 'kysely'

/** Zero or one: neither driver binds a boolean alike. */
export type Flag = 0 | 1
/** ISO 8601, UTC. */
export type Instant = string
/** JSON text; parsed where it is read. */
export type Json = string

export type Tables = {
  lab: { id: 1; name: string; created_at: Instant }
  person: {
    id: string
    login: string
    name: string
    password_hash: string
    is_owner: Flag
    is_demo: Flag
    created_at: Instant
    disabled_at: Instant | null
  }
  session: {
    id: string
    token_hash: string
    person: string
    created_at: Instant
    last_seen_at: Instant
    expires_at: Instant
    user_agent: string
    revoked_at: Instant | null
  }
  /** See `openOutbox`. */
  outbox_key: { person: string; key: string; created_at: Instant }
  study: {
    id: string
    name: string
    description: string
    is_demo: Flag
    kappa_criterion: number
    icc_criterion: number
    created_at: Instant
  }
  membership: {
    study: string
    person: string
    role: 'pi' | 'trainer' | 'coder' | 'trainee'
    created_at: Instant
    ended_at: Instant | null
  }
  invitation: {
    id: string
    token_hash: string
    study: string
    role: 'pi' | 'trainer' | 'coder' | 'trainee'
    note: string
    made_by: string
    created_at: Instant
    expires_at: Instant
    used_at: Instant | null
    used_by: string | null
    withdrawn_at: Instant | null
  }
  password_reset: {
    id: string
    token_hash: string
    person: string
    made_by: string | null
    created_at: Instant
    expires_at: Instant
    used_at: Instant | null
  }
  codebook_version: {
    id: string
    /** null: shipped with Attune and usable in every study. */
    study: string | null
    codebook: string
    number: string
    title: string
    material: 'transcript' | 'observation'
    content: Json
    content_hash: string
    added_by: string | null
    added_at: Instant
  }
  study_case: {
    id: string
    study: string
    /** The pseudonymous case id that people see. */
    name: string
    targets: Json
    content_note: string
    wave: string
    population: string
    information: string
    version: number
    created_at: Instant
  }
  material: {
    id: string
    study_case: string
    kind: 'transcript' | 'observation'
    name: string
    encoding: string
    raw: string
    sha256: string
    /** Turns of a transcript; episodes and events of an observation record. */
    structure: Json
    words: number
    version: number
    added_by: string
    added_at: Instant
  }
  media: {
    id: string
    study_case: string
    label: string
    kind: 'video' | 'audio'
    place: 'local' | 'lab'
    offset_at: number
    sha256: string
    size: number
    duration: number | null
    type: MediaType
    /** Of an upload: whole and checked. */
    is_ready: Flag
    version: number
    added_by: string
    added_at: Instant
  }
  coding: {
    id: string
    study: string
    study_case: string
    coder: string
    codebook_version: string
    version: number
    state: 'not-started' | 'draft' | 'submitted'
    reason: string
    memo: string
    memo_version: number
    revision: number
    rated: number
    required: number
    created_at: Instant
    changed_at: Instant
    submitted_at: Instant | null
    /** What the coder declared to have known; null: nothing was asked. */
    declaration: Generated<Json | null>
    /** The attempt of a training set that it was made for, in each of its versions; null: ordinary work. */
    attempt: Generated<string | null>
  }
  rating: {
    coding: string
    variable: string
    /** Empty when the variable is about the whole case. */
    target: string
    episode: string
    /** null: taken back; the row stays so that its version goes on counting. */
    value: Json | null
    confidence: number | null
    rationale: string
    version: number
    changed_at: Instant
  }
  annotation: {
    coding: string
    id: string
    code: string
    unit: 'segment' | 'event'
    span_start: number | null
    span_end: number | null
    onset: number | null
    offset_at: number | null
    subject: string | null
    value: number | null
    memo: string
    confidence: number | null
    evidence: Json
    contradicts: Generated<Json>
    modifiers: Generated<Json>
    version: number
    changed_at: Instant
    removed_at: Instant | null
  }
  interval_mark: {
    coding: string
    sampling: string
    /** Empty when no subject, or no episode, is meant. */
    subject: string
    episode: string
    interval: number
    /** null: taken back; the row stays so that its version goes on counting. */
    present: Json | null
    is_unscorable: Flag
    version: number
    changed_at: Instant
  }
  episode_mark: {
    coding: string
    episode: string
    /** null: taken back. */
    onset: number | null
    offset_at: number | null
    version: number
    changed_at: Instant
  }
  /** Answers to operations already carried out: the same operation again gets the same answer. */
  operation: { coding: string; id: string; answer: Json; at: Instant }
  master: {
    id: string
    study: string
    study_case: string
    codebook_version: string
    coding: string
    rationale: string
    /** Stands beside the main master coding, of which a case has one at a time. */
    is_additional: Generated<Flag>
    marked_by: string
    marked_at: Instant
    ended_at: Instant | null
  }
  training_set: {
    id: string
    study: string
    codebook_version: string
    name: string
    state: 'draft' | 'open' | 'closed'
    /** `TrainingSetInput` without cases; never changes once the set is open. */
    content: Json
    version: number
    created_by: string
    created_at: Instant
    opened_at: Instant | null
    closed_at: Instant | null
  }
  training_set_case: {
    training_set: string
    study_case: string
    position: number
    withdrawn_at: Instant | null
    withdrawn_by: string | null
    reason: string
  }
  enrolment: {
    training_set: string
    person: string
    due_at: Instant | null
    /** Attempts granted beyond those of the set. */
    granted: number
    created_at: Instant
    ended_at: Instant | null
  }
  attempt_request: {
    id: string
    training_set: string
    person: string
    note: string
    at: Instant
    decision: 'open' | 'granted' | 'refused'
    decided_by: string | null
    decided_at: Instant | null
    decision_note: string
  }
  attempt: {
    id: string
    study: string
    training_set: string
    person: string
    number: number
    /** Operation id of the start: sent twice, begun once. */
    operation: string
    seed: number
    started_at: Instant
    due_at: Instant | null
    finished_at: Instant | null
    is_expired: Flag
    released_at: Instant | null
    released_by: string | null
    /** Why it was reopened last; the next score says so. */
    reopened_reason: string | null
  }
  attempt_case: {
    attempt: string
    position: number
    study_case: string
    /** null: not opened yet. After a reopening, the latest version. */
    coding: string | null
    /** When item feedback of this case was released; from then on the case is burnt for tests of this person. */
    released_at: Instant | null
    reflection: string
    reflected_at: Instant | null
  }
  /** Every score an attempt ever had; the latest counts. */
  attempt_score: {
    id: string
    attempt: string
    study: string
    /** From 1: the highest one counts. */
    number: number
    at: Instant
    by: string | null
    /** Empty for the first score. */
    reason: string
    /** 0 or 1; null: a set without criterion. */
    met: Flag | null
    /** `{ verdict, figures, masters }`: what came out, and the master codings it was held against. */
    content: Json
  }
  submission_comment: {
    id: string
    attempt: string
    position: number
    author: string
    about: Json | null
    text: string
    at: Instant
  }
  signing_key: { id: 1; public_key: string; private_key: string; created_at: Instant }
  certificate: {
    id: string
    study: string
    person: string
    training_set: string
    attempt: string
    score: string
    criterion: string
    /** `Certificate` as it was signed. */
    document: Json
    issued_at: Instant
    expires_at: Instant | null
    ended_at: Instant | null
    ended_by: string | null
    ended_reason: string
    replaced_by: string | null
  }
  drift_plan: {
    id: string
    study: string
    codebook_version: string
    name: string
    /** The plan as it was made; it never changes. */
    content: Json
    created_by: string
    created_at: Instant
    ended_at: Instant | null
  }
  drift_person: {
    plan: string
    person: string
    /** Ordinary assignments since the last calibration case, and since the last own case again. */
    since_seed: number
    since_recode: number
  }
  /** Which codings are calibration. Nothing that a coder can see depends on a row here. */
  drift_coding: {
    plan: string
    person: string
    coding: string
    kind: 'master' | 'recode'
    /** Of a recode: the earlier coding it is compared with. */
    original: string | null
    placed_at: Instant
  }
  recalibration: { id: string; plan: string; person: string; note: string; by: string; at: Instant }
  history: {
    sequence: Generated<number>
    /** The study's id, or `lab` for deeds that belong to no study. */
    chain: string
    /** Place in its chain, from 1 without a gap. */
    number: number
    at: Instant
    person: string | null
    study: string | null
    action: string
    /** What it was done to, as `coding:<id>`, `case:<id>` ... */
    subject: string
    /** JSON with old and new; null once a study was erased. The chain holds its hash. */
    detail: Json | null
    detail_hash: string
    previous_hash: string
    hash: string
  }
  /** The end of each chain of the history: without it a cut end would look whole. */
  chain_head: { chain: string; number: number; hash: string }
  /** While a study stands here its frozen rows may be deleted; see the triggers. */
  erasure: { study: string }
}

/** A row as it is read. */
export type Row<Table extends keyof Tables> = Selectable<Tables[Table]>
