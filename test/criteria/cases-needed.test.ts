import { casesNeeded } from '@attune/criteria'
import { describe, expect, it } from 'vitest'

const point = (cases: number, chance: number, upper: number | null = null) => ({ cases, chance, upper })

describe('casesNeeded', () => {
  it('gives the size from which on all are below the risk, in whatever order they come', () => {
    expect(casesNeeded([point(30, 0.01), point(10, 0.04), point(20, 0.03), point(15, 0.06)])).toBe(20)
  })

  it('looks at the upper limit of what was simulated', () => {
    expect(casesNeeded([point(10, 0.04, 0.06), point(20, 0.04, 0.049)])).toBe(20)
  })

  it('is null where the largest size is not enough, and follows another risk', () => {
    expect(casesNeeded([point(10, 0.01), point(20, 0.05)])).toBeNull()
    expect(casesNeeded([point(10, 0.09), point(20, 0.05)], 0.1)).toBe(10)
    expect(casesNeeded([])).toBeNull()
  })
})
