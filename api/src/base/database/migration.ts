import type { Kysely } from 'kysely'
import type { Tables } from './schema.ts'

export type Engine = 'sqlite' | 'postgres'

/** One step of the schema. */
export type Migration = { readonly name: string; readonly up: (db: Kysely<Tables>, engine: Engine) => Promise<void> }
