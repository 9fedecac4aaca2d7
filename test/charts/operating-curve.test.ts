import { type CurvePoint, layOperatingCurve } from '@attune/charts'
import { describe, expect, it } from 'vitest'

const exact = (quality: number, chance: number): CurvePoint => ({ quality, chance, lower: null, upper: null })
const points = [exact(0.8, 0.95), exact(0.5, 0.04), { quality: 0.6, chance: 0.25, lower: 0.2, upper: 0.3 }]
const frame = { labelled: [0.5, 0.8], marked: 0.05 }

describe('an operating characteristic curve', () => {
  it.each([300, 900])('keeps every mark inside %i pixels and rises to the right', (width) => {
    const curve = layOperatingCurve(points, { ...frame, width })
    expect(curve.points.map(({ point }) => point.quality)).toEqual([0.5, 0.6, 0.8])
    for (const { x, y, interval } of curve.points) {
      expect(x).toBeGreaterThanOrEqual(curve.left)
      expect(x).toBeLessThanOrEqual(curve.right)
      for (const place of [y, interval?.from ?? y, interval?.to ?? y]) {
        expect(place).toBeGreaterThanOrEqual(curve.top)
        expect(place).toBeLessThanOrEqual(curve.bottom)
      }
    }
    const [first, second, third] = curve.points.map(({ y }) => y)
    expect(first).toBeGreaterThan(second ?? 0)
    expect(second).toBeGreaterThan(third ?? 0)
    expect(curve.path).toBe(`M${curve.points.map(({ x, y }) => `${x},${y}`).join('L')}`)
  })

  it('puts points where its axes say that they are', () => {
    const curve = layOperatingCurve([exact(0.5, 0.25), exact(1, 1)], { ...frame, width: 600 })
    expect(curve.points[0]?.x).toBe(curve.xTicks.find(({ value }) => value === 0.5)?.x)
    expect(curve.points[0]?.y).toBe(curve.yTicks.find(({ value }) => value === 0.25)?.y)
    expect(curve.points[1]).toMatchObject({ x: curve.right, y: curve.top })
    expect(curve.xTicks.at(-1)?.value).toBe(1)
    expect(curve.marked).toBeGreaterThan(curve.yTicks.find(({ value }) => value === 0.25)?.y ?? 0)
  })

  it('holds its axis still while points arrive, and makes room for a lower one', () => {
    const ticks = (qualities: readonly number[]) =>
      layOperatingCurve(
        qualities.map((quality) => exact(quality, 0.5)),
        { ...frame, width: 600 },
      ).xTicks.map(({ value }) => value)
    expect(ticks([])).toEqual([0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1])
    expect(ticks([0.9])).toEqual(ticks([]))
    expect(ticks([0.25])[0]).toBe(0.2)
  })

  it('draws no line through fewer than two points, an interval only where there is one, and figures only where asked', () => {
    expect(layOperatingCurve(points.slice(0, 1), { ...frame, width: 600 }).path).toBe('')
    const curve = layOperatingCurve(points, { ...frame, width: 600, marked: null })
    expect(curve.points.map(({ interval }) => interval !== null)).toEqual([false, true, false])
    expect(curve.points.map(({ label }) => label?.anchor)).toEqual(['end', undefined, 'end'])
    expect(curve.marked).toBeNull()
    expect(layOperatingCurve([exact(0.5, 0)], { ...frame, width: 600 }).points[0]?.label?.y).toBeLessThan(
      layOperatingCurve([exact(0.5, 0)], { ...frame, width: 600 }).marked ?? 0,
    )
    const atAxis = layOperatingCurve([exact(0.4, 0.1)], { labelled: [0.4], marked: null, width: 600 })
    expect(atAxis.points[0]?.label).toMatchObject({ anchor: 'middle', x: atAxis.left })
  })
})
