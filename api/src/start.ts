import { join } from 'node:path'
import { serve as listen, type ServerType } from '@hono/node-server'
import { createApp } from './app.ts'
import { type OpenDatabase, openPostgres, openSqlite } from './base/database/database.ts'
import { lockFolder } from './base/database/lock.ts'
import type { DatabaseSource } from './base/database/reader.ts'
import type { Ground } from './base/feature.ts'
import type { Log } from './base/log.ts'
import { openMediaFolder } from './base/media-folder.ts'
import type { Ports } from './base/ports.ts'
import { isLoopback, type Settings } from './base/settings.ts'
import { seedCodebooks } from './codebooks/seed.ts'
import { createDemo } from './demo/create.ts'
import { demoState } from './demo/state.ts'
import { type LabState, openLabState } from './lab/state.ts'
import { sweepMedia } from './media/queries.ts'
import { openThreads } from './reliability/threads.ts'

export type RunningServer = {
  readonly address: string
  /** What the person who started it reads: the address, and how to sign in. */
  readonly greeting: string
  readonly stop: () => Promise<void>
}

export type Surroundings = { readonly ports: Ports; readonly log: Log; readonly repository: string }

/** How long requests under way may take to end when the server stops. */
const patience = 3000

function openDatabase(settings: Settings): Promise<OpenDatabase> {
  return settings.database === null ? openSqlite(settings.data) : openPostgres(settings.database)
}

function sourceOf({ data, database }: Settings): DatabaseSource {
  return database === null ? { engine: 'sqlite', folder: data } : { engine: 'postgres', url: database }
}

/** The data folder, locked and open. `address` is where the server will listen; it is known only once it does. */
export async function openGround(
  settings: Settings,
  { ports, log }: Pick<Surroundings, 'ports' | 'log'>,
  address: () => string,
): Promise<{ ground: Ground; schema: number; close: () => Promise<void> }> {
  const unlock = lockFolder(settings.data)
  try {
    const { db, write, scrub, schema, close } = await openDatabase(settings)
    const media = openMediaFolder(join(settings.data, 'media'))
    const scrubAll = async () => {
      await scrub()
      await sweepMedia(db, media)
    }
    const ground: Ground = {
      db,
      write,
      scrub: scrubAll,
      media,
      ports,
      log,
      origin: () => settings.origin ?? address(),
    }
    return { ground, schema, close: () => close().finally(unlock) }
  } catch (error) {
    unlock()
    throw error
  }
}

function listenOn(
  settings: Settings,
  app: ReturnType<typeof createApp>,
): Promise<{ server: ServerType; port: number }> {
  return new Promise((resolve, reject) => {
    const serverOptions = { maxHeaderSize: 8192, headersTimeout: 10_000, requestTimeout: 60_000 }
    const options = { fetch: app.fetch, port: settings.port, hostname: settings.host, serverOptions }
    const server = listen(options, ({ port }) => resolve({ server, port }))
    server.once('error', (error: Error) => reject(explain(error, settings)))
  })
}

function explain(error: Error, { host, port }: Settings): Error {
  if (!('code' in error) || error.code !== 'EADDRINUSE') return error
  return new Error(`Port ${port} of ${host} is taken. Stop the other program, or choose another: --port 3001 (0: any).`)
}

/** Lets requests under way end, then cuts what is left. */
function closeServer(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    const impatient = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), patience)
    server.close(() => {
      clearTimeout(impatient)
      resolve()
    })
    if ('closeIdleConnections' in server) server.closeIdleConnections()
  })
}

async function prepare(ground: Ground, settings: Settings, data: string, schema: number): Promise<LabState> {
  await seedCodebooks(ground, join(data, 'codebooks'))
  const state = openLabState(ground, { schema, data, isLoopback: isLoopback(settings.host) })
  if (settings.demo && (await state.isEmpty())) await createDemo(ground, state)
  return state
}

/** Opens the data folder, brings the schema up to date, and serves API and pages on one port. */
export async function startServer(
  settings: Settings,
  { ports, log, repository }: Surroundings,
): Promise<RunningServer> {
  let address = ''
  const { ground, schema, close } = await openGround(settings, { ports, log }, () => address)
  try {
    const state = await prepare(ground, settings, join(repository, 'data'), schema)
    const computing = openThreads(sourceOf(settings))
    const pages = join(repository, 'web', 'dist')
    const app = createApp({ ground, state, pages, computing, hasProxy: settings.proxy })
    const { server, port } = await listenOn(settings, app)
    address = `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${port}`
    const stop = async (): Promise<void> => {
      await closeServer(server)
      await computing.close()
      await close()
    }
    const hasDemo = (await demoState(ground, state)) !== null
    return { address, greeting: await state.greeting(settings.origin ?? address, hasDemo), stop }
  } catch (error) {
    await close()
    throw error
  }
}
