import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Counts, ofOne } from './outcome.ts'
import { run } from './run.ts'

/** Runs one vitest project, or some files of it, and counts its tests. */
export async function runTests(
  root: string,
  project: string,
  files: readonly string[] = [],
  minutes?: number,
): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'attune-check-'))
  const report = join(folder, 'report.json')
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const code = await run(root, 'vitest', ['run', '--project', project, ...reporters, ...files], minutes)
    return counted(readReport(report), code)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type Report = {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  /** One a file. */
  readonly testResults: readonly {
    readonly status: string
    readonly assertionResults: readonly { readonly status: string }[]
  }[]
}

function readReport(file: string): Report | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

/**
 * What vitest reports, and what its sums leave out: a file that failed without a failed test (it does not load, its
 * preparation fails) counts as one failure, and so does a run that went wrong otherwise or ran nothing. No group and no
 * file can be lost in silence.
 */
export function counted(report: Report | null, code: number): Counts {
  if (!report) return ofOne(false)
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  )
  const failed = report.numFailedTests + broken.length
  const nothingRan = report.numPassedTests + failed === 0
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && (code !== 0 || nothingRan) ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}
