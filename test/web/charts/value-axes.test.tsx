import { cleanup, render } from '@solidjs/testing-library'
import { afterEach, describe, expect, it } from 'vitest'
import { LevelLine, ValueAxes } from '../../../web/src/charts/ValueAxes.tsx'

const frame = { left: 40, right: 240, bottom: 100 }
afterEach(cleanup)

describe('value axes', () => {
  it('name each value at its line across the chart, and what runs to the right below', () => {
    const { container } = render(() => (
      <svg role="presentation">
        <ValueAxes
          frame={frame}
          up={[{ value: 0.5, y: 30 }]}
          across={[{ value: 3, x: 90 }]}
          upWords={(share) => `${share * 100} %`}
          acrossWords={String}
          title="Cases in their order"
        />
      </svg>
    ))
    const line = container.querySelector('.chart__grid')
    expect(['x1', 'x2', 'y1', 'y2'].map((name) => line?.getAttribute(name))).toEqual(['40', '240', '30', '30'])
    const words = [...container.querySelectorAll('.chart__tick')].map((one) => [
      one.textContent,
      one.getAttribute('x'),
      one.getAttribute('y'),
    ])
    expect(words).toEqual([
      ['50 %', '34', '30'],
      ['3', '90', '116'],
      ['Cases in their order', '140', '134'],
    ])
  })

  it.each([
    ['start', '44'],
    ['end', '240'],
  ] as const)('write the name of a level above its line, at its %s', (at, x) => {
    const { container } = render(() => (
      <svg role="presentation">
        <LevelLine frame={frame} y={60} label="to reach" at={at} />
      </svg>
    ))
    const label = container.querySelector('text')
    expect([label?.textContent, label?.getAttribute('x'), label?.getAttribute('y')]).toEqual(['to reach', x, '55'])
    expect(container.querySelector('.chart__criterion')?.getAttribute('y1')).toBe('60')
  })
})
