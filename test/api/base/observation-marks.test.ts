import Sqlite from 'better-sqlite3'
import { Kysely, PostgresDialect, SqliteDialect, sql } from 'kysely'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { migrate, migrations } from '../../../api/src/base/database/migrate.ts'
import type { Tables } from '../../../api/src/base/database/schema.ts'
import { freshDatabase } from '../../support/postgres-database.ts'
import { engines } from '../support/lab.ts'

async function openEmpty(engine: (typeof engines)[number]) {
  if (engine === 'sqlite') {
    const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: new Sqlite(':memory:') }) })
    return { db, close: () => db.destroy() }
  }
  const fresh = await freshDatabase()
  const pool = new pg.Pool({ connectionString: fresh.url })
  pool.on('error', () => undefined)
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return {
    db,
    close: async () => {
      await db.destroy()
      await fresh.drop()
    },
  }
}

/** A submitted coding with one event, as the first schema keeps it. */
const before = [
  `insert into person values ('p', 'kim', 'Kim', 'x', 0, 0, '', null)`,
  `insert into study values ('s', 'S', '', 0, 0.6, 0.7, '')`,
  `insert into codebook_version values ('v', null, 'c', '1.0.0', 'C', 'observation', '{}', 'h', null, '')`,
  `insert into study_case values ('k', 's', 'C-1', '[]', '', '', '', '', 1, '')`,
  `insert into coding values ('d', 's', 'k', 'p', 'v', 1, 'draft', '', '', 0, 1, 0, 0, '', '', null)`,
  `insert into annotation (coding, id, code, unit, onset, offset_at, subject, memo, evidence, version, changed_at)
    values ('d', 'a', 'cry', 'event', 3.5, null, 'infant', 'as it was', '[]', 1, '')`,
  `update coding set state = 'submitted', submitted_at = 'then' where id = 'd'`,
]

describe.each(engines)('a database of before observations had marks, on %s', (engine) => {
  it('gets them without a change to what was submitted, which stays frozen', async () => {
    const { db, close } = await openEmpty(engine)
    await migrate(db, engine, migrations.slice(0, 1))
    for (const statement of before) await sql.raw(statement).execute(db)
    await migrate(db, engine)
    const rows = await db.selectFrom('annotation').selectAll().execute()
    expect(rows).toMatchObject([
      { id: 'a', onset: 3.5, offset_at: null, memo: 'as it was', contradicts: '[]', modifiers: '{}' },
    ])
    const mark = sql`insert into episode_mark values ('d', '1', 0, 60, 1, '')`
    await expect(mark.execute(db)).rejects.toThrow(/frozen/)
    await close()
  })
})
