import { type ControlPoint, layControlChart } from '@attune/charts'
import { describe, expect, it } from 'vitest'

const point = (shown: number | null, change: Partial<ControlPoint> = {}): ControlPoint => ({
  ...{ shown, single: null, lower: 0.5, upper: 1, isSignal: false, phase: 0 },
  ...change,
})
const frame = { width: 600, height: 240, centre: 0.85, within: [0, 1] as const }

describe('layControlChart', () => {
  const chart = layControlChart([point(0.9), point(0.8), point(0.4, { isSignal: true })], frame)

  it('puts higher values higher, and the centre between them', () => {
    const [first, second, third] = chart.points.map(({ y }) => y ?? 0)
    expect(first).toBeLessThan(chart.centre)
    expect(second).toBeGreaterThan(chart.centre)
    expect(third).toBeGreaterThan(second ?? 0)
    expect(chart.points.map(({ isSignal }) => isSignal)).toEqual([false, false, true])
  })

  it('draws the limit under every case, and none where there is no value beyond it', () => {
    expect(chart.limits).toHaveLength(1)
    expect(chart.limits[0]?.match(/M/g)).toHaveLength(3)
    expect(layControlChart([point(0.9)], { ...frame, within: null }).limits).toHaveLength(2)
  })

  it('begins again after a recalibration: no line goes across', () => {
    const two = layControlChart([point(0.9), point(0.8), point(0.9, { phase: 1 }), point(0.8, { phase: 1 })], frame)
    expect(two.lines).toHaveLength(2)
    expect(two.restarts).toEqual([((two.points[1]?.x ?? 0) + (two.points[2]?.x ?? 0)) / 2])
  })

  it('has no point for a case without items, and goes on behind it', () => {
    const gap = layControlChart([point(0.9), point(null), point(0.8)], frame)
    expect(gap.points[1]?.y).toBeNull()
    expect(gap.lines[0]?.match(/L/g)).toHaveLength(1)
  })

  it('stays within the drawing, with one point and with hundreds', () => {
    for (const count of [0, 1, 300]) {
      const many = layControlChart(
        Array.from({ length: count }, () => point(0.7)),
        frame,
      )
      for (const { x, y } of many.points) {
        expect(x).toBeGreaterThanOrEqual(many.left)
        expect(x).toBeLessThanOrEqual(many.right)
        expect(y).toBeLessThanOrEqual(many.bottom)
      }
      expect(many.cases.length).toBeLessThan(22)
    }
  })
})
