import { sql } from 'kysely'
import type { Migration } from '../migration.ts'

/** Recordings of a case. The files of those that the lab keeps lie in the folder `media`, under these ids. */
export const media: Migration = {
  name: '004-media',
  async up(db, engine) {
    const [strict, real] = engine === 'sqlite' ? [' strict', 'real'] : ['', 'double precision']
    const big = engine === 'sqlite' ? 'integer' : 'bigint'
    const statements = [
      `create table media (id text primary key, study_case text not null references study_case(id) on delete cascade,
        label text not null, kind text not null, place text not null, offset_at ${real} not null, sha256 text not null,
        size ${big} not null, duration ${real}, type text not null, is_ready integer not null, version integer not null,
        added_by text not null references person(id), added_at text not null)${strict}`,
      'create unique index media_by_case on media (study_case, sha256)',
    ]
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
