import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

/** How this server runs: flags first, then environment, then defaults. */
export type Settings = {
  readonly port: number
  readonly host: string
  readonly data: string
  /** `postgres://...`, or null for the SQLite file in the data folder. */
  readonly database: string | null
  /** Where browsers reach the server; null: the address it listens on. */
  readonly origin: string | null
  /** Whether a proxy of ours stands in front and says in X-Forwarded-For whom it speaks for. */
  readonly proxy: boolean
  readonly demo: boolean
  readonly log: 'text' | 'json'
}

/** A setting that cannot be used; the message names it, the value and the remedy. */
export class SettingsError extends Error {}

const flags = {
  port: { type: 'string' },
  host: { type: 'string' },
  data: { type: 'string' },
  database: { type: 'string' },
  origin: { type: 'string' },
  proxy: { type: 'boolean' },
  demo: { type: 'boolean' },
  log: { type: 'string' },
} as const

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}

function readFlags(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: flags, allowPositionals: false }).values
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new SettingsError(
      `${reason} Known flags: ${Object.keys(flags)
        .map((name) => `--${name}`)
        .join(', ')}.`,
    )
  }
}

function readPort(value: string): number {
  const port = Number(value)
  if (/^\d{1,5}$/.test(value) && port <= 65_535) return port
  throw new SettingsError(
    `--port/PORT is ${JSON.stringify(value)}; give a number from 0 to 65535 (0 picks a free one).`,
  )
}

function readOrigin(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : null
  if (url === null || !['http:', 'https:'].includes(url.protocol) || url.origin !== value) {
    throw new SettingsError(
      `--origin/ATTUNE_ORIGIN is ${JSON.stringify(value)}; give scheme and host only, as https://attune.example.org.`,
    )
  }
  return url.origin
}

export function readSettings(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  folder: string,
): Settings {
  const given = readFlags(args)
  const value = (flag: string | undefined, name: string) => flag ?? (environment[name] || undefined)
  const host = value(given.host, 'HOST') ?? '127.0.0.1'
  const originText = value(given.origin, 'ATTUNE_ORIGIN')
  const origin = originText === undefined ? null : readOrigin(originText)
  if (!isLoopback(host) && !origin?.startsWith('https://')) {
    throw new SettingsError(
      `--host/HOST is ${host}, which other machines can reach; give the https address people use as --origin/ATTUNE_ORIGIN (put a TLS proxy in front), or listen on 127.0.0.1.`,
    )
  }
  const database = value(given.database, 'DATABASE_URL') ?? null
  if (database !== null && !/^postgres(ql)?:\/\//.test(database)) {
    throw new SettingsError(
      '--database/DATABASE_URL must begin with postgres://; leave it out to use SQLite in the data folder.',
    )
  }
  const log = value(given.log, 'ATTUNE_LOG') ?? 'text'
  if (log !== 'text' && log !== 'json')
    throw new SettingsError(`--log/ATTUNE_LOG is ${JSON.stringify(log)}; give text or json.`)
  const isOn = (name: string) => ['1', 'true'].includes(environment[name] ?? '')
  const demo = given.demo ?? isOn('ATTUNE_DEMO')
  const proxy = given.proxy ?? isOn('ATTUNE_PROXY')
  const data = resolve(folder, value(given.data, 'ATTUNE_DATA') ?? '.attune')
  return { port: readPort(value(given.port, 'PORT') ?? '3000'), host, data, database, origin, proxy, demo, log }
}
