import { sql } from 'kysely'
import type { Migration } from '../migration.ts'
import { type Guards, postgresGuards, sqliteGuards } from './frozen-rows.ts'

const tables = (strict: string): string[] => [
  'alter table coding add column declaration text',
  // No reference: an erasure takes attempts out before codings, and a submitted coding must not go with its attempt.
  'alter table coding add column attempt text',
  'create index coding_by_attempt on coding (attempt)',
  'alter table master add column is_additional integer not null default 0',
  `create table training_set (id text primary key, study text not null references study(id) on delete cascade,
    codebook_version text not null references codebook_version(id), name text not null,
    state text not null check (state in ('draft', 'open', 'closed')), content text not null, version integer not null,
    created_by text not null references person(id), created_at text not null, opened_at text, closed_at text)${strict}`,
  'create index training_set_by_study on training_set (study)',
  `create table training_set_case (training_set text not null references training_set(id) on delete cascade,
    study_case text not null references study_case(id) on delete cascade, position integer not null, withdrawn_at text,
    withdrawn_by text, reason text not null, primary key (training_set, study_case))${strict}`,
  `create table enrolment (training_set text not null references training_set(id) on delete cascade,
    person text not null references person(id) on delete cascade, due_at text, granted integer not null,
    created_at text not null, ended_at text, primary key (training_set, person))${strict}`,
  `create table attempt_request (id text primary key,
    training_set text not null references training_set(id) on delete cascade,
    person text not null references person(id) on delete cascade, note text not null, at text not null,
    decision text not null check (decision in ('open', 'granted', 'refused')), decided_by text, decided_at text,
    decision_note text not null)${strict}`,
  'create index attempt_request_by_set on attempt_request (training_set, person)',
  `create table attempt (id text primary key, study text not null references study(id) on delete cascade,
    training_set text not null references training_set(id) on delete cascade,
    person text not null references person(id), number integer not null, operation text not null unique,
    seed bigint not null, started_at text not null, due_at text, finished_at text, is_expired integer not null,
    released_at text, released_by text, reopened_reason text, unique (training_set, person, number))${strict}`,
  'create index attempt_by_person on attempt (person, study)',
  `create table attempt_case (attempt text not null references attempt(id) on delete cascade, position integer not null,
    study_case text not null references study_case(id) on delete cascade, coding text unique references coding(id) on delete cascade,
    released_at text, reflection text not null, reflected_at text, primary key (attempt, position))${strict}`,
  `create table attempt_score (id text primary key, attempt text not null references attempt(id) on delete cascade,
    study text not null, number integer not null, at text not null, by text, reason text not null, met integer,
    content text not null, unique (attempt, number))${strict}`,
  `create table submission_comment (id text primary key, attempt text not null references attempt(id) on delete cascade,
    position integer not null, author text not null references person(id), about text, text text not null,
    at text not null)${strict}`,
  'create index submission_comment_by_attempt on submission_comment (attempt, position)',
  `create table signing_key (id integer primary key check (id = 1), public_key text not null, private_key text not null,
    created_at text not null)${strict}`,
  `create table certificate (id text primary key, study text not null references study(id) on delete cascade,
    person text not null references person(id), training_set text not null references training_set(id) on delete cascade,
    attempt text not null references attempt(id) on delete cascade, score text not null references attempt_score(id),
    criterion text not null, document text not null, issued_at text not null, expires_at text, ended_at text,
    ended_by text, ended_reason text not null, replaced_by text)${strict}`,
  'create index certificate_by_person on certificate (person, study)',
  `create table drift_plan (id text primary key, study text not null references study(id) on delete cascade,
    codebook_version text not null references codebook_version(id), name text not null, content text not null,
    created_by text not null references person(id), created_at text not null, ended_at text)${strict}`,
  `create table drift_person (plan text not null references drift_plan(id) on delete cascade,
    person text not null references person(id) on delete cascade, since_seed integer not null,
    since_recode integer not null, primary key (plan, person))${strict}`,
  `create table drift_coding (plan text not null references drift_plan(id) on delete cascade,
    person text not null references person(id) on delete cascade,
    coding text not null unique references coding(id) on delete cascade,
    kind text not null check (kind in ('master', 'recode')), original text, placed_at text not null)${strict}`,
  'create index drift_coding_by_person on drift_coding (person, plan)',
  `create table recalibration (id text primary key, plan text not null references drift_plan(id) on delete cascade,
    person text not null references person(id) on delete cascade, note text not null, by text not null,
    at text not null)${strict}`,
]

const isOpen = `old.state <> 'draft'`

/** A set that people work on, a score once given and a certificate once signed stay as they are. */
const guards: Guards = {
  training_set: {
    update: `${isOpen} and (new.content <> old.content or new.codebook_version <> old.codebook_version or new.state = 'draft')`,
    remove: isOpen,
    study: 'old.study',
    insert: `exists (select 1 from training_set where id = new.id)`,
  },
  attempt_score: {
    update: '1 = 1',
    remove: '1 = 1',
    study: 'old.study',
    insert: `exists (select 1 from attempt_score where id = new.id)`,
  },
  certificate: {
    update: `new.document <> old.document or new.person <> old.person or new.attempt <> old.attempt
      or new.issued_at <> old.issued_at or (old.ended_at is not null and new.ended_at is null)`,
    remove: '1 = 1',
    study: 'old.study',
    insert: `exists (select 1 from certificate where id = new.id)`,
  },
}
const why = 'frozen: what was opened, scored or signed in training never changes'

/** Training sets, attempts with every score they had, certificates, and the plans that watch for drift. */
export const training: Migration = {
  name: '005-training',
  async up(db, engine) {
    const statements =
      engine === 'sqlite'
        ? [...tables(' strict').map((one) => one.replace('seed bigint', 'seed integer')), ...sqliteGuards(guards, why)]
        : [...tables(''), ...postgresGuards(guards, why)]
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
