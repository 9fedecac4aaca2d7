import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { pathToFileURL } from 'node:url'
import type { CoverageData } from '@stryker-mutator/api/core'
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin'
import {
  type DryRunResult,
  DryRunStatus,
  type MutantRunOptions,
  type MutantRunResult,
  MutantRunStatus,
  type TestResult,
  type TestRunner,
  TestStatus,
} from '@stryker-mutator/api/test-runner'
import { installLoader } from './loader.ts'
import { activate, takePasses, tooOften } from './state.ts'
import { collect, type Test } from './tests.ts'

/** In the sandbox: how long each test took, for the processes that follow the one that tried all of them. */
const DURATIONS = 'durations-of-tests.json'

/** Milliseconds of tests, as measured while counting, after which a mutant has survived; it can only lower the score. */
const PATIENCE = 5000

/** Files that keep something from call to call (tables of logarithms, the last quantiles, zeros): each mutant gets a copy of its own. */
const KEEPS = /\/distributions\/|\/base\/(binomial|remember|no-gaps)\.ts/

/** Gives the test with an id, or loads it. */
type FindsTest = (id: string) => Test | undefined | Promise<Test | undefined>

/**
 * Runs the tests of the library in this process and keeps the library loaded from mutant to mutant. The runner for
 * vitest starts it anew each time and counts hits while a mutant runs: 5 s a mutant, where this one takes hundredths.
 */
class InProcessRunner implements TestRunner {
  #copies = 0
  #tests: readonly Test[] = []
  /** Milliseconds of this process, so that a busy machine does not count; only tests that pass without a mutant. */
  #durations: Readonly<Record<string, number>> = {}

  capabilities() {
    return { reloadEnvironment: true }
  }

  async init(): Promise<void> {
    installLoader(process.cwd())
    // The same random cases for every mutant, and few: a survivor runs all of its tests.
    const fastCheck = createRequire(resolve('test/package.json'))('fast-check')
    fastCheck.configureGlobal({ seed: 20, numRuns: 20, verbose: 0, endOnFailure: true })
    if (existsSync(DURATIONS)) this.#durations = JSON.parse(readFileSync(DURATIONS, 'utf8'))
  }

  async dryRun(): Promise<DryRunResult> {
    const loaded = await this.#load(`cover-${this.#copies++}`, testFiles())
    const whileLoading = takePasses()
    const perTest: Record<string, CoverageData> = {}
    const tests: TestResult[] = []
    const durations: Record<string, number> = {}
    for (const test of loaded) {
      const start = performance.now()
      const before = process.cpuUsage()
      const failure = await failureOf(test)
      const { user, system } = process.cpuUsage(before)
      const timeSpentMs = performance.now() - start
      const passed = takePasses()
      if (failure === null) {
        perTest[test.id] = passed
        durations[test.id] = (user + system) / 1000
        tests.push({ id: test.id, name: test.id, fileName: test.file, timeSpentMs, status: TestStatus.Success })
      } else {
        // It could not tell a mutant from none.
        console.warn(`Left out, because it fails without a mutant: ${test.id}\n${failure}`)
      }
    }
    this.#durations = durations
    writeFileSync(DURATIONS, JSON.stringify(durations))
    return { status: DryRunStatus.Complete, tests, mutantCoverage: { static: whileLoading, perTest } }
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    const { activeMutant, mutantActivation } = options
    const needsFresh = mutantActivation === 'static' || KEEPS.test(activeMutant.fileName)
    if (needsFresh) return this.#runFresh(options)
    if (this.#tests.length === 0) this.#tests = await this.#load(`shared-${this.#copies++}`, testFiles())
    const result = await this.#runActive(options, (id) => this.#tests.find((test) => test.id === id))
    if (result.status !== MutantRunStatus.Killed) return result
    const killer = this.#tests.find(({ id }) => result.killedBy.includes(id))
    if (killer !== undefined && (await failureOf(killer)) === null) return result
    // The test fails without the mutant too: an earlier mutant has left something behind.
    this.#tests = []
    return this.#runFresh(options)
  }

  /** Loads a file of tests when one of them is due: most mutants are noticed by the first few. */
  #runFresh(options: MutantRunOptions): Promise<MutantRunResult> {
    const copy = `fresh-${this.#copies++}`
    const loaded = new Map<string, readonly Test[]>()
    return this.#runActive(options, async (id) => {
      const file = id.slice(0, id.indexOf('#'))
      const tests = loaded.get(file) ?? (await this.#load(copy, [file]))
      loaded.set(file, tests)
      return tests.find((test) => test.id === id)
    })
  }

  /** Asks for each test with the mutant switched on: it may lie in what runs while a module loads. */
  async #runActive(
    { activeMutant, hitLimit, testFilter }: MutantRunOptions,
    find: FindsTest,
  ): Promise<MutantRunResult> {
    activate(Number(activeMutant.id), (hitLimit ?? Number.POSITIVE_INFINITY) / 10) // Stryker allows a hundred times as many
    try {
      return await this.#runUntilFailure(find, testFilter)
    } catch (error) {
      return { status: MutantRunStatus.Killed, killedBy: [], failureMessage: String(error), nrOfTests: 0 }
    } finally {
      activate(-1)
    }
  }

  async #runUntilFailure(find: FindsTest, filter: readonly string[] | undefined): Promise<MutantRunResult> {
    const duration = (id: string): number => this.#durations[id] ?? 0
    const quickFirst = (filter ?? Object.keys(this.#durations)).toSorted((a, b) => duration(a) - duration(b))
    let spent = 0
    for (const [index, id] of quickFirst.entries()) {
      if (spent > PATIENCE) break
      const test = await find(id)
      if (test === undefined) continue
      spent += duration(id)
      const failureMessage = await failureOf(test)
      if (tooOften()) return { status: MutantRunStatus.Timeout, reason: 'The mutant makes a loop endless.' }
      if (failureMessage !== null) {
        return { status: MutantRunStatus.Killed, killedBy: [id], failureMessage, nrOfTests: index + 1 }
      }
    }
    return { status: MutantRunStatus.Survived, nrOfTests: quickFirst.length }
  }

  #load(copy: string, files: readonly string[]): Promise<Test[]> {
    return collect(files, (file) => import(`${pathToFileURL(file).href}?${copy}`))
  }
}

/** All files of tests; the quick runs keep them loaded. */
function testFiles(): string[] {
  const files = globSync('test/agreement/**/*.test.ts').map((file) => resolve(file))
  return files.toSorted()
}

async function failureOf(test: Test): Promise<string | null> {
  try {
    await test.body()
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)]
