import { sql } from 'kysely'
import type { Migration } from '../migration.ts'

/** A key for each person, with which a browser shuts away what the server has not yet. */
export const outboxKey: Migration = {
  name: '003-outbox-key',
  async up(db, engine) {
    await sql
      .raw(`create table outbox_key (person text primary key references person(id) on delete cascade,
        key text not null, created_at text not null)${engine === 'sqlite' ? ' strict' : ''}`)
      .execute(db)
  },
}
