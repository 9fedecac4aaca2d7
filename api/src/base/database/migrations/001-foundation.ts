import { sql } from 'kysely'
import type { Migration } from '../migration.ts'
import { postgresTriggers, sqliteTriggers } from './001-frozen-rows.ts'

const tables = (strict: string, real: string, sequence: string): string[] => [
  `create table lab (id integer primary key check (id = 1), name text not null, created_at text not null)${strict}`,
  `create table person (id text primary key, login text not null unique, name text not null, password_hash text not null,
    is_owner integer not null, is_demo integer not null, created_at text not null, disabled_at text)${strict}`,
  `create table session (id text primary key, token_hash text not null unique,
    person text not null references person(id) on delete cascade, created_at text not null, last_seen_at text not null,
    expires_at text not null, user_agent text not null, revoked_at text)${strict}`,
  `create table study (id text primary key, name text not null, description text not null, is_demo integer not null,
    kappa_criterion ${real} not null, icc_criterion ${real} not null, created_at text not null)${strict}`,
  `create table membership (study text not null references study(id) on delete cascade,
    person text not null references person(id) on delete cascade,
    role text not null check (role in ('pi', 'trainer', 'coder', 'trainee')),
    created_at text not null, ended_at text, primary key (study, person))${strict}`,
  `create table invitation (id text primary key, token_hash text not null unique,
    study text not null references study(id) on delete cascade, role text not null, note text not null,
    made_by text not null references person(id) on delete cascade, created_at text not null, expires_at text not null,
    used_at text, used_by text, withdrawn_at text)${strict}`,
  `create table password_reset (id text primary key, token_hash text not null unique,
    person text not null references person(id) on delete cascade, made_by text, created_at text not null,
    expires_at text not null, used_at text)${strict}`,
  `create table codebook_version (id text primary key, study text references study(id) on delete cascade,
    codebook text not null, number text not null, title text not null, material text not null, content text not null,
    content_hash text not null, added_by text, added_at text not null)${strict}`,
  `create table study_case (id text primary key, study text not null references study(id) on delete cascade,
    name text not null, targets text not null, content_note text not null, wave text not null, population text not null,
    information text not null, version integer not null, created_at text not null, unique (study, name))${strict}`,
  `create table material (id text primary key, study_case text not null unique references study_case(id) on delete cascade,
    kind text not null check (kind in ('transcript', 'observation')), name text not null, encoding text not null,
    raw text not null, sha256 text not null, structure text not null, words integer not null, version integer not null,
    added_by text not null, added_at text not null)${strict}`,
  `create table coding (id text primary key, study text not null references study(id) on delete cascade,
    study_case text not null references study_case(id) on delete cascade,
    coder text not null references person(id), codebook_version text not null references codebook_version(id),
    version integer not null, state text not null check (state in ('not-started', 'draft', 'submitted')),
    reason text not null, memo text not null, memo_version integer not null, revision integer not null,
    rated integer not null, required integer not null, created_at text not null, changed_at text not null,
    submitted_at text, unique (study_case, coder, codebook_version, version))${strict}`,
  `create index coding_by_coder on coding (coder, study)`,
  `create index coding_by_study on coding (study, codebook_version, state)`,
  `create table rating (coding text not null references coding(id) on delete cascade, variable text not null,
    target text not null, episode text not null, value text, confidence integer, rationale text not null,
    version integer not null, changed_at text not null, primary key (coding, variable, target, episode))${strict}`,
  `create table annotation (coding text not null references coding(id) on delete cascade, id text not null,
    code text not null, unit text not null check (unit in ('segment', 'event')), span_start integer, span_end integer,
    onset ${real}, offset_at ${real}, subject text, value ${real}, memo text not null, confidence integer,
    evidence text not null, version integer not null, changed_at text not null, removed_at text,
    primary key (coding, id))${strict}`,
  `create table operation (coding text not null references coding(id) on delete cascade, id text not null,
    answer text not null, at text not null, primary key (coding, id))${strict}`,
  `create table master (id text primary key, study text not null references study(id) on delete cascade,
    study_case text not null references study_case(id) on delete cascade,
    codebook_version text not null references codebook_version(id),
    coding text not null references coding(id) on delete cascade, rationale text not null, marked_by text not null,
    marked_at text not null, ended_at text)${strict}`,
  `create index master_by_case on master (study_case, codebook_version)`,
  `create table history (sequence ${sequence}, chain text not null, number integer not null, at text not null, person text, study text, action text not null,
    subject text not null, detail text, detail_hash text not null, previous_hash text not null, hash text not null)${strict}`,
  `create unique index history_by_chain on history (chain, number)`,
  `create index history_by_subject on history (subject, sequence)`,
  `create table chain_head (chain text primary key, number integer not null, hash text not null)${strict}`,
  `create table erasure (study text primary key)${strict}`,
]

export const foundation: Migration = {
  name: '001-foundation',
  async up(db, engine) {
    const statements =
      engine === 'sqlite'
        ? [...tables(' strict', 'real', 'integer primary key autoincrement'), ...sqliteTriggers()]
        : [...tables('', 'double precision', 'bigint generated always as identity primary key'), ...postgresTriggers()]
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
