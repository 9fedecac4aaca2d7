import { run } from '@attune/cli'
import { describe, expect, it } from 'vitest'
import { worldOf } from './world.ts'

const files = { 'same.csv': 'item,A,B\n1,x,x\n2,y,y\n3,x,x\n4,y,y\n5,x,x\n' }
const POINT = 'it does not show how uncertain the value is.'

async function shown(...args: string[]): Promise<string> {
  const { world, seen } = worldOf(files)
  expect([await run([...args, '--measure', 'cohen-kappa'], world), seen.err]).toEqual([0, ''])
  return seen.out
}

const METHODS = [['analytic'], ['jackknife'], ['bootstrap'], ['bootstrap', '--bootstrap', 'percentile']]

describe('an interval that is a point', () => {
  it.each(METHODS)('says so in text, JSON, CSV, Markdown and on the page: --ci %s %s %s', async (...method) => {
    const ci = ['--ci', ...method, '--confidence', '0.5']
    expect(await shown('agreement', 'same.csv', ...ci)).toMatch(
      /1\.00 +\[1\.00, 1\.00\].* 1\n\n1 {2}The standard error is 0/,
    )
    expect(await shown('agreement', 'same.csv', ...ci, '--markdown')).toContain(POINT)
    expect(await shown('agreement', 'same.csv', ...ci, '--csv')).toContain('no-spread')
    expect(JSON.parse(await shown('agreement', 'same.csv', ...ci, '--json'))).toMatchObject({
      results: [{ ci: { lower: 1, upper: 1 }, warnings: [{ code: 'no-spread' }] }],
    })
    expect(await shown('report', 'same.csv', ...ci)).toContain(POINT)
  })

  it('is no matter where no interval was asked for', async () => {
    expect(await shown('agreement', 'same.csv', '--ci', 'none')).not.toContain(POINT)
    expect(await shown('report', 'same.csv', '--ci', 'none')).not.toContain(POINT)
  })
})
