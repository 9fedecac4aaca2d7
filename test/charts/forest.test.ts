import { type ForestEntry, layForest } from '@attune/charts'
import { describe, expect, it } from 'vitest'

const frame = { bounded: true, criterion: 0.7, names: 260, figures: 190 }
const entries: ForestEntry[] = [
  { estimate: -0.9, interval: { lower: -3, upper: null } },
  { estimate: null, interval: null },
  { estimate: 0.5, interval: { lower: 0.2, upper: 0.8 } },
  { estimate: 0.5, interval: null },
]

describe('a forest plot', () => {
  it.each([320, 1100])('keeps every mark inside %i pixels, and points on where an interval goes on', (width) => {
    const { rows, left, right, isNarrow, criterion } = layForest(entries, { ...frame, width })
    expect(isNarrow).toBe(width === 320)
    expect(rows[0]?.line).toMatchObject({ opensLeft: true, opensRight: true })
    expect(rows[2]?.line).toMatchObject({ opensLeft: false, opensRight: false })
    expect(rows[1]).toMatchObject({ x: null, line: null })
    expect(rows[3]?.line).toBeNull()
    const places = rows.flatMap(({ x, line }) => [x ?? left, line?.from ?? left, line?.to ?? left])
    for (const place of [...places, criterion ?? -1]) {
      expect(place).toBeGreaterThanOrEqual(left)
      expect(place).toBeLessThanOrEqual(right)
    }
  })

  it('puts estimates where the axis says that they are', () => {
    const { rows, ticks, zero } = layForest(entries.slice(2), { ...frame, width: 1100 })
    expect(rows[0]?.x).toBe(ticks.find(({ value }) => value === 0.5)?.x ?? (zero + 910) / 2)
    expect(ticks.at(-1)).toEqual({ value: 1, x: 910 })
  })

  it('has an axis in points that holds zero and every interval', () => {
    const points = [{ estimate: 2, interval: { lower: 1, upper: 3 } }]
    const { rows, zero, left, right } = layForest(points, { ...frame, width: 800, bounded: false, criterion: null })
    expect(zero).toBeGreaterThan(left)
    expect(rows[0]?.line?.to).toBeLessThan(right)
    expect(zero).toBeLessThan(rows[0]?.line?.from ?? 0)
  })
})
