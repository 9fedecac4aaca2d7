import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Hono } from 'hono'
import { afterAll, beforeAll, describe } from 'vitest'
import { type AppOptions, createApp } from '../../../api/src/app.ts'
import { type OpenDatabase, openPostgres, openSqlite } from '../../../api/src/base/database/database.ts'
import type { Ground } from '../../../api/src/base/feature.ts'
import { openMediaFolder } from '../../../api/src/base/media-folder.ts'
import { seedCodebooks } from '../../../api/src/codebooks/seed.ts'
import { type LabState, openLabState } from '../../../api/src/lab/state.ts'
import { sweepMedia } from '../../../api/src/media/queries.ts'
import { freshDatabase } from '../../support/postgres-database.ts'
import { createTestPorts, type TestPorts } from './ports.ts'

export const engines = ['sqlite', 'postgres'] as const
export type EngineName = (typeof engines)[number]

export const origin = 'http://lab.test'
export const data = fileURLToPath(new URL('../../../data', import.meta.url))

export type LogLine = {
  readonly level: string
  readonly message: string
  readonly fields: Readonly<Record<string, unknown>>
}

/** A lab in memory or on the test run's PostgreSQL, with its application, its clock and its log. */
export type Lab = {
  readonly engine: EngineName
  readonly app: Hono
  readonly ground: Ground
  readonly state: LabState
  readonly database: OpenDatabase
  readonly ports: TestPorts
  readonly log: LogLine[]
  readonly close: () => Promise<void>
}

export type LabOptions = {
  readonly seams?: AppOptions['seams']
  readonly isLoopback?: boolean
  /** Changes the database before anything is built on it. */
  readonly database?: (database: OpenDatabase) => OpenDatabase
  readonly origin?: string
  readonly hasProxy?: boolean
  readonly pages?: string
  /** Other clocks than the one in the hand of the test. */
  readonly ports?: TestPorts
}

async function openEngine(engine: EngineName): Promise<{ database: OpenDatabase; drop: () => Promise<void> }> {
  if (engine === 'sqlite') return { database: await openSqlite(':memory:'), drop: async () => undefined }
  const fresh = await freshDatabase()
  return { database: await openPostgres(fresh.url), drop: fresh.drop }
}

export async function openLab(engine: EngineName, options: LabOptions = {}): Promise<Lab> {
  const { database: opened, drop } = await openEngine(engine)
  const database = options.database?.(opened) ?? opened
  const ports = options.ports ?? createTestPorts()
  const log: LogLine[] = []
  const { db, write, scrub, schema } = database
  const folder = join(tmpdir(), `attune-media-${randomUUID()}`)
  const media = openMediaFolder(folder)
  const ground: Ground = {
    db,
    write,
    scrub: async () => {
      await scrub()
      await sweepMedia(db, media)
    },
    media,
    ports,
    log: (level, message, fields = {}) => void log.push({ level, message, fields }),
    origin: () => options.origin ?? origin,
  }
  await seedCodebooks(ground, `${data}/codebooks`)
  const state = openLabState(ground, { schema, data, isLoopback: options.isLoopback ?? true })
  const app = createApp({
    ground,
    state,
    pages: options.pages ?? null,
    ...(options.seams ? { seams: options.seams } : {}),
    ...(options.hasProxy === undefined ? {} : { hasProxy: options.hasProxy }),
  })
  const close = async () => {
    await opened.close()
    await drop()
    await rm(folder, { recursive: true, force: true })
  }
  return { engine, app, ground, state, database, ports, log, close }
}

/** Runs the same tests on SQLite and on a real PostgreSQL, with one lab for all of them. */
export function forEachEngine(title: string, tests: (lab: () => Lab) => void, options: LabOptions = {}): void {
  describe.each(engines)(`${title} on %s`, (engine) => {
    let opened: Lab | null = null
    beforeAll(async () => {
      opened = await openLab(engine, options)
    })
    afterAll(() => opened?.close())
    tests(() => {
      if (opened === null) throw new Error('The lab is not open yet.')
      return opened
    })
  })
}
