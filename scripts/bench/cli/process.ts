import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildCommandLine } from '../../bootstrap/bundle.mjs'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const program = join(root, 'packages/cli/bin/attune.cjs')
const witness = fileURLToPath(new URL('peak.cjs', import.meta.url))

/** The program as users start it, built from the sources that are there, and once run so that its compiled code is kept. */
export async function builtProgram(): Promise<void> {
  await buildCommandLine(root, process.execPath)
  attune(['agreement', join(root, 'data/examples/ratings.csv'), '--item', 'case'])
}

/** What `attune` prints, as a process of its own. */
export function attune(words: readonly string[], environment: Readonly<Record<string, string>> = {}): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    env: { ...process.env, ...environment },
  })
  if (status !== 0) throw new Error(`attune ${words.join(' ')} ended with ${status}: ${stderr}`)
  return stdout
}

let spent = 0

/** Seconds that all programs begun by `witnessed` spent on a processor: this process does not see what its children cost. */
export const spentByPrograms = (): number => spent

/** What `attune` prints, and the most memory it held, in MiB. */
export function witnessed(
  words: readonly string[],
  folder: string,
): { readonly printed: string; readonly peak: number } {
  const note = join(folder, 'peak')
  const printed = attune(words, { NODE_OPTIONS: `--require=${witness}`, ATTUNE_BENCH_PEAK: note })
  const { memory, time } = JSON.parse(readFileSync(note, 'utf8'))
  spent += time / 1e6
  return { printed, peak: memory / 1024 }
}

/** What Node alone takes to begin and end. */
export function bareNode(): void {
  spawnSync(process.execPath, ['-e', '0'])
}

/** A folder for the files of one measurement. */
export function benchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'attune-bench-cli-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}
