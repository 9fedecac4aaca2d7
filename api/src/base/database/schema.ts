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
    marked_by: string
    marked_at: Instant
    ended_at: Instant | null
  }
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
