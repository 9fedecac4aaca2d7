import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Kernel, Numbers } from '../row.ts'

const sources = fileURLToPath(new URL('../floor/', import.meta.url))
const flags = ['-O3', '-std=c++20']

/** The first C++ compiler of this machine, or `null`. */
export function compiler(): string | null {
  return ['g++', 'clang++', 'c++'].find((name) => spawnSync(name, ['--version']).status === 0) ?? null
}

/** Compiles a kernel into the temporary folder, under a name that changes with its source: once for all runs. */
export function compiled(kernel: string, cxx: string): string {
  const source = join(sources, `${kernel}.cpp`)
  const hash = createHash('sha256').update(cxx).update(flags.join())
  for (const header of globSync('*.hpp', { cwd: sources }).sort()) hash.update(readFileSync(join(sources, header)))
  hash.update(readFileSync(source))
  const folder = join(tmpdir(), 'attune-bench')
  const program = join(folder, `${kernel}-${hash.digest('hex').slice(0, 16)}`)
  if (existsSync(program)) return program
  mkdirSync(folder, { recursive: true })
  const fresh = `${program}.${process.pid}`
  const { status, stderr } = spawnSync(cxx, [...flags, source, '-o', fresh], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${kernel}.cpp does not compile:\n${stderr}`)
  renameSync(fresh, program) // whole or not there, also when two benches start at once
  return program
}

export interface RunningKernel {
  /** Runs the kernel so often; gives the seconds of one run and its numbers. */
  readonly round: (times: number) => Promise<{ readonly seconds: number; readonly numbers: Numbers }>
  readonly end: () => void
}

/** Starts a kernel that stays alive, so that its rounds and ours can take turns. */
export function startKernel({ kernel, input }: Kernel, cxx: string): RunningKernel {
  const program = compiled(kernel, cxx)
  const folder = mkdtempSync(join(tmpdir(), 'attune-bench-data-'))
  const words = input.map((value, index) => {
    if (typeof value === 'number') return String(value)
    const path = join(folder, String(index))
    writeFileSync(path, value)
    return path
  })
  const child = spawn(program, words, { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = linesOf(child)
  return {
    round: async (times) => {
      child.stdin.write(`${times}\n`)
      const { value: line, done } = await lines.next()
      if (done) throw new Error(`The floor ${kernel} ended.`)
      const [took = Number.NaN, ...numbers] = line.split(' ').map(Number)
      return { seconds: took / times, numbers }
    },
    end: () => {
      child.stdin.end()
      rmSync(folder, { recursive: true })
    },
  }
}

function linesOf(child: ChildProcess): AsyncIterator<string> {
  if (child.stdout === null) throw new Error('The floor has no output.')
  return createInterface({ input: child.stdout })[Symbol.asyncIterator]()
}
