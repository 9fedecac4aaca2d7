import { sql } from 'kysely'
import type { Migration } from '../migration.ts'
import { type Guards, partOfCoding, postgresGuards, sqliteGuards } from './frozen-rows.ts'

const guards: Guards = { interval_mark: partOfCoding, episode_mark: partOfCoding }

const statements = (strict: string, real: string): string[] => [
  `alter table annotation add column contradicts text not null default '[]'`,
  `alter table annotation add column modifiers text not null default '{}'`,
  `create table interval_mark (coding text not null references coding(id) on delete cascade, sampling text not null,
    subject text not null, episode text not null, interval integer not null, present text,
    is_unscorable integer not null, version integer not null, changed_at text not null,
    primary key (coding, sampling, subject, episode, interval))${strict}`,
  `create table episode_mark (coding text not null references coding(id) on delete cascade, episode text not null,
    onset ${real}, offset_at ${real}, version integer not null, changed_at text not null,
    primary key (coding, episode))${strict}`,
]

/** Evidence against a rating, modifiers of events, intervals that were scored, episodes as their coder has them. */
export const observationMarks: Migration = {
  name: '002-observation-marks',
  async up(db, engine) {
    const all =
      engine === 'sqlite'
        ? [...statements(' strict', 'real'), ...sqliteGuards(guards)]
        : [...statements('', 'double precision'), ...postgresGuards(guards)]
    for (const statement of all) await sql.raw(statement).execute(db)
  },
}
