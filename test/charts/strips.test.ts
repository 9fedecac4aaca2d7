import { layStrips } from '@attune/charts'
import { describe, expect, it } from 'vitest'

const lanes = [
  {
    name: 'play',
    rows: [
      { name: 'anna', marks: [{ start: 0, end: 30 }] },
      { name: 'ben', marks: [{ start: 15, end: null }] },
    ],
  },
  { name: 'rest', rows: [{ name: 'anna', marks: [{ start: 60, end: 60.001 }] }] },
]
const frame = { width: 720, names: 120, from: 0, to: 60 }

describe('layStrips', () => {
  const plot = layStrips(lanes, frame)

  it('puts the ends of the axis where the drawing begins and ends', () => {
    expect([plot.left, plot.right]).toEqual([120, 712])
    expect(plot.ticks[0]).toEqual({ value: 0, x: 120 })
    expect(plot.ticks.at(-1)).toEqual({ value: 60, x: 712 })
  })

  it('draws a stretch as wide as it lasts, a moment without width, and the shortest so that it is seen', () => {
    const [play, rest] = plot.lanes
    expect(play?.rows[0]?.marks).toEqual([{ x: 120, width: 296 }])
    expect(play?.rows[1]?.marks).toEqual([{ x: 268, width: null }])
    expect(rest?.rows[0]?.marks[0]?.width).toBe(1.5)
  })

  it('sets lanes and rows one below the other, within the drawing', () => {
    const heights = plot.lanes.flatMap((lane) => [lane.y, ...lane.rows.map(({ y }) => y)])
    expect(heights).toEqual(heights.toSorted((a, b) => a - b))
    expect(new Set(heights).size).toBe(heights.length)
    expect(Math.max(...heights)).toBeLessThan(plot.bottom)
    expect(plot.height).toBeGreaterThan(plot.bottom)
  })
})
