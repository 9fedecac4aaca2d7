import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { Kysely, PostgresDialect, SqliteDialect } from 'kysely'
import pg from 'pg'
import type { Db } from './database.ts'
import type { Tables } from './schema.ts'

/** Where the database is, so that another thread can open it too. */
export type DatabaseSource =
  | { readonly engine: 'sqlite'; readonly folder: string }
  | { readonly engine: 'postgres'; readonly url: string }

/** The database for reading alone, as a thread opens it that only computes. The schema is already up to date. */
export function openReader(source: DatabaseSource): Db {
  if (source.engine === 'postgres') {
    const pool = new pg.Pool({ connectionString: source.url, max: 1, options: '-c default_transaction_read_only=on' })
    pool.on('error', () => undefined)
    return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  }
  const database = new Sqlite(join(source.folder, 'attune.sqlite'), { readonly: true, fileMustExist: true })
  database.pragma('busy_timeout = 5000')
  database.pragma('trusted_schema = 0')
  database.pragma('cell_size_check = 1')
  database.pragma('mmap_size = 0')
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database }) })
}
