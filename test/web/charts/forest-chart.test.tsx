import type { Figure } from '@attune/criteria'
import { cleanup, render, screen, within } from '@solidjs/testing-library'
import { afterEach, describe, expect, it } from 'vitest'
import { ForestChart, type ForestLine } from '../../../web/src/charts/ForestChart.tsx'
import { coefficients, differences, type ForestScale } from '../../../web/src/charts/forest-scales.ts'
import { BiasChart } from '../../../web/src/training/mine/BiasChart.tsx'
import { expectAccessible } from '../accessible.ts'

afterEach(cleanup)

const line = (estimate: number, lower: number | null, upper: number | null): ForestLine => ({
  ...{ label: 'Coherence', figures: 'n = 12', estimate },
  interval: { lower, upper },
})

function draw(scale: ForestScale, criterion: number | null, lines: readonly ForestLine[]) {
  const data = { label: 'Numbers', columns: [], rows: [] }
  const { container } = render(() => (
    <ForestChart
      {...{ title: 'What was found', caption: null, name: 'forest', axis: 'Axis', data, scale, criterion, lines }}
      hasTable
    />
  ))
  const ticks = [...container.querySelectorAll('.chart__tick')].map(({ textContent }) => textContent)
  return { container, ticks }
}

describe('a forest chart', () => {
  it('has coefficients on an axis that ends at 1, against the criterion and not against zero', () => {
    const { container, ticks } = draw(coefficients, 0.8, [line(0.6, 0.3, 0.9)])
    expect(ticks).toEqual(['0', '.2', '.4', '.6', '.8', '1.0', 'criterion .80', 'Axis'])
    expect(container.querySelectorAll('.chart__criterion')).toHaveLength(1)
  })

  it('has differences on an axis with directions, against zero', () => {
    const { container, ticks } = draw(differences, null, [line(0.6, -0.4, 1.6)])
    expect(ticks).toEqual(['−0.5', '0', '+0.5', '+1', '+1.5', 'Axis'])
    expect(container.querySelectorAll('.chart__criterion')).toHaveLength(1)
  })

  it('tells ticks apart that lie closer than a tenth', () => {
    const { ticks } = draw(differences, null, [line(0.06, 0.01, 0.11)])
    expect(new Set(ticks).size).toBe(ticks.length)
  })

  it.each([
    ['to the left', null, 1.6, 1],
    ['to the right', -0.4, null, 1],
    ['nowhere', -0.4, 1.6, 0],
  ])('has an arrow where an interval is open: %s', (_, lower, upper, arrows) => {
    const { container } = draw(differences, null, [line(0.6, lower, upper)])
    expect(container.querySelectorAll('path.chart__interval')).toHaveLength(arrows)
  })
})

describe('the bias of each scale', () => {
  const figure = (estimate: number, lower: number | null, upper: number): Figure => ({
    ...{ variable: 'coherence', collapse: null, label: 'Coherence', measure: 'bias', method: 't', n: 12, cases: 12 },
    ...{ estimate, lower, upper, confidence: 0.95, undefined: null },
  })

  it('is a line with its numbers at its end, and an arrow where its interval is open', async () => {
    const { container } = render(() => <BiasChart biases={[figure(-0.5, null, -0.1)]} />)
    const drawing = screen.getByRole('img')
    expect(within(drawing).getByText(/^−0\.50, 95 % CI \[no bound, −0\.10\]/)).toBeInTheDocument()
    expect(container.querySelectorAll('path.chart__interval')).toHaveLength(1)
    await expectAccessible(container)
  })
})
