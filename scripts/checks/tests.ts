import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Counts, ofOne } from './outcome.ts'
import { run } from './run.ts'

/** Runs one vitest project and counts its tests. */
export async function runTests(root: string, project: string): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'attune-check-'))
  const report = join(folder, 'report.json')
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const code = await run(root, 'vitest', ['run', '--project', project, ...reporters])
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
}

function readReport(file: string): Report | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

/**
 * What vitest reports; a run that went wrong without a failed test (a file that does not load, a server that does
 * not start, no test at all) counts as one failure, so that a group can never be lost in silence.
 */
export function counted(report: Report | null, code: number): Counts {
  if (!report) return ofOne(false)
  const skipped = report.numPendingTests + report.numTodoTests
  const nothingRan = report.numPassedTests + report.numFailedTests === 0
  const failed = report.numFailedTests === 0 && (code !== 0 || nothingRan) ? 1 : report.numFailedTests
  return { passed: report.numPassedTests, failed, skipped }
}
