import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'

export const root = fileURLToPath(new URL('../..', import.meta.url))
const source = join(root, 'packages/cli/src/main.ts')

/** Milliseconds a test may take that starts processes, on a machine that is busy with other tests. */
export const PATIENCE = 60_000

export interface Ended {
  readonly code: number | null
  readonly signal: string | null
  readonly out: string
  readonly err: string
}

interface Running {
  readonly input?: string | Uint8Array
  readonly folder?: string
  /** Another way to start it than from its sources. */
  readonly program?: string
  readonly environment?: Readonly<Record<string, string>>
  /** Sent while the program waits for more input. */
  readonly signal?: NodeJS.Signals
  /** Stop reading after the first piece of output. */
  readonly closeOutput?: boolean
}

/** Runs the real program in a process of its own. */
export function attune(args: readonly string[], running: Running = {}): Promise<Ended> {
  const child = spawn(process.execPath, [running.program ?? source, ...args], {
    cwd: running.folder ?? root,
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: cache, ...running.environment },
  })
  let out = ''
  let err = ''
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    out += piece
    if (running.closeOutput) child.stdout.destroy()
  })
  child.stderr.setEncoding('utf8').on('data', (piece: string) => {
    err += piece
  })
  child.stdin.on('error', () => {}) // the program may end without reading
  if (running.signal === undefined) child.stdin.end(running.input ?? '')
  else {
    // Its input never ends: however fast the machine, the signal finds it at work.
    child.stdin.write(running.input ?? '')
    setTimeout(() => child.kill(running.signal), 700)
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => resolve({ code, signal, out, err }))
  })
}

/** A folder with files, removed after the tests of the file that asked for it. */
export async function folderWith(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'attune-cli-'))
  afterAll(() => rm(folder, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)
  return folder
}

/** Compiled code of the program, kept between its runs: each then starts in a quarter of the time. */
const cache = await folderWith({})
