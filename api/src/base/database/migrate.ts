import { type Kysely, sql } from 'kysely'
import type { Engine, Migration } from './migration.ts'
import { foundation } from './migrations/001-foundation.ts'
import { observationMarks } from './migrations/002-observation-marks.ts'
import { outboxKey } from './migrations/003-outbox-key.ts'
import { media } from './migrations/004-media.ts'
import { training } from './migrations/005-training.ts'
import type { Tables } from './schema.ts'

/** In order; a released one is never edited. Its place is the schema number. */
export const migrations: readonly Migration[] = [foundation, observationMarks, outboxKey, media, training]

/** Any number will do, as long as every Attune process that migrates asks for the same one. */
const migrationLock = 4_172_750

/**
 * Brings the schema up to date, all steps in one transaction: Kysely's own migrator opens none on SQLite and would leave a
 * failed step half done. Foreign keys are off around it, because rebuilding a parent table with them on deletes its
 * children, and checked before the commit.
 */
export async function migrate(db: Kysely<Tables>, engine: Engine, steps = migrations): Promise<number> {
  if (engine === 'sqlite') await sql`pragma foreign_keys = off`.execute(db)
  try {
    await db.transaction().execute((trx) => applySteps(trx, engine, steps))
  } finally {
    if (engine === 'sqlite') await sql`pragma foreign_keys = on`.execute(db)
  }
  return steps.length
}

async function applySteps(trx: Kysely<Tables>, engine: Engine, steps: readonly Migration[]): Promise<void> {
  // Two processes may start on one PostgreSQL at the same moment: the second waits here and finds the work done.
  if (engine === 'postgres') await sql`select pg_advisory_xact_lock(${migrationLock})`.execute(trx)
  await sql`create table if not exists schema_step (number integer primary key, name text not null)`.execute(trx)
  const { rows } = await sql<{ last: number | null }>`select max(number) as last from schema_step`.execute(trx)
  const from = Number(rows[0]?.last ?? 0)
  if (from > steps.length) {
    throw new Error(
      `The database has schema ${from}, this program knows ${steps.length}. Start the newer version of Attune.`,
    )
  }
  if (from === steps.length) return
  for (const [index, step] of steps.entries()) {
    if (index < from) continue
    await step.up(trx, engine)
    await sql`insert into schema_step (number, name) values (${index + 1}, ${step.name})`.execute(trx)
  }
  if (engine === 'postgres') return
  const broken = await sql`pragma foreign_key_check`.execute(trx)
  if (broken.rows.length > 0) throw new Error('A schema step left rows without their parent; nothing was changed.')
}
