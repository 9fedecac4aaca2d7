import { describe, expect, it } from 'vitest'
import { rowsOf } from '../../scripts/bench/groups.ts'
import { compiler, startKernel } from '../../scripts/bench/harness/kernel.ts'
import type { Measured } from '../../scripts/bench/harness/measure.ts'
import { needSame } from '../../scripts/bench/harness/same.ts'
import { growth, isMissed, textTable, time } from '../../scripts/bench/harness/table.ts'

const cxx = compiler()

describe.skipIf(cxx === null)('every row of the statistics bench, where there is a C++ compiler,', async () => {
  for (const row of await rowsOf('statistics')) {
    it(`computes the same as its floor: ${row.what}`, { timeout: 60_000 }, async () => {
      const { ours, floor, tolerance } = await row.prepare(row.small)
      const found = await ours()
      expect(found.length).toBeGreaterThan(0)
      if ('kernel' in floor) needSame(row.what, found, await ofKernel(floor), tolerance)
      expect(found.every(Number.isFinite)).toBe(true)
    })
  }

  async function ofKernel(floor: Parameters<typeof startKernel>[0]) {
    const running = startKernel(floor, cxx ?? '')
    const { numbers } = await running.round(1)
    running.end()
    return numbers
  }
})

const measured: Measured = {
  what: 'kappa',
  unit: 'items',
  n: 1000,
  limit: 2.5,
  ours: 0.002,
  floor: 0.001,
  ratio: 2,
  first: 0.01,
  memory: 12.4,
  memoryLimit: 60,
}

describe('the table of the bench', () => {
  it('says whether time and memory stay below their limits', () => {
    expect(isMissed(measured)).toBe(false)
    expect(isMissed({ ...measured, ratio: 2.6 })).toBe(true)
    expect(isMissed({ ...measured, memory: 61 })).toBe(true)
    expect(isMissed({ ...measured, limit: null, ratio: 99 })).toBe(false)
    expect(textTable([{ ...measured, ratio: 2.6 }])).toContain('MISSED')
  })

  it('reads growth from two sizes of one row', () => {
    const large = { ...measured, n: 10_000, ours: 0.2 }
    expect(growth(measured, large)).toBeCloseTo(2, 12)
    expect(textTable([measured, large]).split('\n')[2]).toContain('n^2.00')
    expect(textTable([measured, { ...large, what: 'alpha' }])).not.toContain('n^')
  })

  it('says where no compiler gave a floor', () => {
    expect(textTable([{ ...measured, floor: null, ratio: null }])).toContain('no compiler')
  })

  it('gives times in a unit that stays readable', () => {
    expect([0.0000005, 0.0123, 2].map(time)).toEqual(['0.50 µs', '12.3 ms', '2.00 s'])
  })
})

describe('needSame', () => {
  it('names the number that differs', () => {
    expect(() => needSame('kappa', [1, 0.5], [1, 0.5 + 1e-6])).toThrow('kappa: number 2 is 0.5 in ours')
    expect(() => needSame('kappa', [1], [1, 2])).toThrow('ours gives 1 numbers, the floor 2')
    expect(() => needSame('kappa', [Number.NaN], [1])).toThrow('number 1 is NaN')
    expect(() => needSame('kappa', [1, 0.5], [1, 0.5 + 1e-12])).not.toThrow()
    expect(() => needSame('draws', [1], [2], null)).not.toThrow()
  })
})
