import { describe, expect, it } from 'vitest'
import { rowsOf } from '../../scripts/bench/groups.ts'
import { compiler, startKernel } from '../../scripts/bench/harness/kernel.ts'
import { needSame } from '../../scripts/bench/harness/same.ts'

const cxx = compiler()

describe('every row of the bench of the command line', async () => {
  for (const row of await rowsOf('cli')) {
    it.skipIf(cxx === null)(`computes the same as its floor: ${row.what}`, { timeout: 120_000 }, async () => {
      const { ours, floor, tolerance, peak } = await row.prepare(row.small)
      const found = await ours()
      if ('kernel' in floor) {
        const running = startKernel(floor, cxx ?? '')
        const { numbers } = await running.round(1)
        running.end()
        needSame(row.what, found, numbers, tolerance)
      }
      expect(found.every(Number.isFinite)).toBe(true)
      expect(peak?.()).toBeGreaterThan(20)
    })
  }
})
