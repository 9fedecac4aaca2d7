import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  PostgresDialect,
  SqliteDialect,
  SqliteDriver,
  sql,
  type Transaction,
} from 'kysely'
import pg from 'pg'
import { migrate } from './migrate.ts'
import type { Engine } from './migration.ts'
import type { Tables } from './schema.ts'

export type Db = Kysely<Tables>
export type Trx = Transaction<Tables>

/** Chosen once: marks the file as Attune's, so that no other SQLite file is opened by mistake. */
const applicationId = 0x41747475
const writeLock = 4_172_751

export type OpenDatabase = {
  readonly db: Db
  readonly engine: Engine
  readonly schema: number
  /** The single way to write: one writer at a time, all or nothing, answered after the commit is on disk. */
  readonly write: <Result>(work: (trx: Trx) => Promise<Result>) => Promise<Result>
  /** After an erasure: nothing of the deleted rows stays in the write-ahead log either. */
  readonly scrub: () => Promise<void>
  readonly close: () => Promise<void>
}
export type Write = OpenDatabase['write']

/** `begin immediate`: a transaction that reads first and then writes would otherwise fail at once, whatever the time-out. */
class ImmediateDriver extends SqliteDriver {
  readonly #sqlite: Sqlite.Database
  constructor(sqlite: Sqlite.Database) {
    super({ database: sqlite })
    this.#sqlite = sqlite
  }
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // On a full disk SQLite may have rolled back by itself; a second time would hide why.
    if (this.#sqlite.inTransaction) await super.rollbackTransaction(connection)
  }
}

class ImmediateDialect extends SqliteDialect {
  readonly #sqlite: Sqlite.Database
  constructor(sqlite: Sqlite.Database) {
    super({ database: sqlite })
    this.#sqlite = sqlite
  }
  override createDriver(): ImmediateDriver {
    return new ImmediateDriver(this.#sqlite)
  }
}

const pragmas = {
  journal_mode: 'wal',
  /** FULL: an acknowledged save survives a power cut; the library's default would not promise that. */
  synchronous: 2,
  foreign_keys: 1,
  busy_timeout: 5000,
  trusted_schema: 0,
  cell_size_check: 1,
  secure_delete: 1,
  /** Rows that "insert or replace" pushes out are deleted rows for the triggers too. */
  recursive_triggers: 1,
  mmap_size: 0,
} as const

function openSqliteFile(file: string): Sqlite.Database {
  const sqlite = new Sqlite(file)
  const owner = sqlite.pragma('application_id', { simple: true })
  const isEmpty = sqlite.prepare('select count(*) as n from sqlite_master').pluck().get() === 0
  if (!isEmpty && owner !== applicationId)
    throw new Error(`${file} is a database of another program; choose another --data folder.`)
  sqlite.pragma(`application_id = ${applicationId}`)
  sqlite.pragma('journal_size_limit = 67108864')
  for (const [name, value] of Object.entries(pragmas)) {
    sqlite.pragma(`${name} = ${value}`)
    const actual = sqlite.pragma(name, { simple: true })
    if (actual !== value && file !== ':memory:')
      throw new Error(`SQLite keeps ${name} at ${actual}, Attune needs ${value}.`)
  }
  const check = sqlite.pragma('quick_check(1)', { simple: true })
  if (check !== 'ok') throw new Error(`${file} is damaged (${check}). Restore a backup; nothing was changed.`)
  return sqlite
}

/** SQLite in the data folder, the default; `:memory:` for tests. */
export async function openSqlite(folder: string): Promise<OpenDatabase> {
  if (folder !== ':memory:') mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = folder === ':memory:' ? folder : join(folder, 'attune.sqlite')
  const db = new Kysely<Tables>({ dialect: new ImmediateDialect(openSqliteFile(file)) })
  const schema = await migrate(db, 'sqlite')
  return {
    db,
    engine: 'sqlite',
    schema,
    write: (work) => db.transaction().execute(work),
    scrub: async () => {
      await sql`pragma wal_checkpoint(truncate)`.execute(db)
    },
    close: () => db.destroy(),
  }
}

/** int8 as number: both engines then count alike. */
pg.types.setTypeParser(20, Number)

/** PostgreSQL, for labs that outgrow one machine. One advisory lock gives writers the same order as SQLite does. */
export async function openPostgres(url: string): Promise<OpenDatabase> {
  const pool = new pg.Pool({ connectionString: url, max: 10 })
  pool.on('error', () => undefined)
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  const schema = await migrate(db, 'postgres')
  const write: Write = (work) =>
    db.transaction().execute(async (trx) => {
      await sql`select pg_advisory_xact_lock(${writeLock})`.execute(trx)
      return work(trx)
    })
  return { db, engine: 'postgres', schema, write, scrub: async () => undefined, close: () => db.destroy() }
}
