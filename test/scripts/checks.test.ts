import { describe, expect, it } from 'vitest'
import { closingLine, ofOne, table, together } from '../../scripts/checks/outcome.ts'
import { counted } from '../../scripts/checks/tests.ts'

const report = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 2, numTodoTests: 1, testResults: [] }

describe('counted', () => {
  it('takes the numbers of a run that went well', () => {
    expect(counted(report, 0)).toEqual({ passed: 5, failed: 0, skipped: 3 })
  })

  it('keeps the number of failed tests', () => {
    expect(counted({ ...report, numFailedTests: 4 }, 1)).toEqual({ passed: 5, failed: 4, skipped: 3 })
  })

  it('counts a file that does not load, and one whose preparation fails, as one failure each', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{ status: 'skipped' }] },
      { status: 'failed', assertionResults: [{ status: 'failed' }] },
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
    ]
    expect(counted({ ...report, numFailedTests: 1, testResults }, 1).failed).toBe(3)
  })

  it('counts a run that failed without a failed test as one failure', () => {
    expect(counted(report, 1).failed).toBe(1)
  })

  it('counts a run without a test as one failure', () => {
    expect(counted({ ...report, numPassedTests: 0 }, 0).failed).toBe(1)
  })

  it('counts a run that left no report as one failure', () => {
    expect(counted(null, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })
})

describe('the closing line', () => {
  it('adds up all stages', () => {
    expect(closingLine(together([ofOne(true), ofOne(false), counted(report, 0)]))).toBe('6 passed, 1 failed, 3 skipped')
  })

  it('has a table before it with a line for each stage', () => {
    const lines = table([{ stage: 'types', ...ofOne(true), seconds: 1.25 }]).split('\n')
    expect(lines).toHaveLength(2)
    expect(lines[1]).toMatch(/types\s+1\s+0\s+0\s+1\.3 s/)
  })
})
