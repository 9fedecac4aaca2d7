import { type LearningPoint, layLearningCurve } from '@attune/charts'
import { describe, expect, it } from 'vitest'

const frame = { width: 700, height: 280, line: 0.8 }
const recent = (share: number) => ({ share, lower: share - 0.1, upper: Math.min(1, share + 0.1) })
const points: LearningPoint[] = [
  { share: 0.5, recent: recent(0.5) },
  { share: 0.75, recent: recent(0.6) },
  { share: null, recent: null },
  { share: 1, recent: recent(0.9) },
]

describe('a learning curve', () => {
  it('puts shares where the axis says that they are, and the line at the share to reach', () => {
    const { shares, points: placed, line, top, bottom } = layLearningCurve(points, frame)
    expect(shares.map(({ value }) => value)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1])
    expect(shares.at(-1)?.y).toBe(top)
    expect(line).toBe(shares.find(({ value }) => value === 0.8)?.y)
    expect(placed[3]?.y).toBe(top)
    expect(placed[0]?.y).toBeCloseTo((top + bottom) / 2, 1)
  })

  it('breaks the curve and its band where nothing could be compared', () => {
    const { curves, bands, points: placed, end } = layLearningCurve(points, frame)
    expect(placed[2]?.y).toBeNull()
    expect(curves).toHaveLength(2)
    expect(bands).toHaveLength(2)
    expect(bands[0]).toMatch(/^M.+L.+L.+L.+Z$/)
    expect(end?.x).toBe(placed[3]?.x)
  })

  it.each([320, 1100])('keeps every case inside %i pixels and counts cases in whole numbers', (width) => {
    const many = Array.from({ length: 37 }, (_, index): LearningPoint => ({ share: index / 36, recent: null }))
    const { points: placed, left, right, cases } = layLearningCurve(many, { ...frame, width })
    for (const { x } of placed) {
      expect(x).toBeGreaterThanOrEqual(left)
      expect(x).toBeLessThanOrEqual(right)
    }
    expect(cases[0]?.value).toBe(1)
    expect(cases.every(({ value }) => Number.isInteger(value) && value <= 37)).toBe(true)
  })

  it('stands also with one case, and with none', () => {
    expect(layLearningCurve(points.slice(0, 1), frame).curves).toHaveLength(1)
    expect(layLearningCurve([], { ...frame, line: null })).toMatchObject({
      points: [],
      curves: [],
      end: null,
      line: null,
    })
  })
})
