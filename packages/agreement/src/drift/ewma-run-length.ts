import { normalTails } from '../distributions/distributions.ts'
import { checkAbove } from './control-chart.ts'
import { checkLambda } from './ewma-chart.ts'
import { chainRunLength, given, type RunLength, type States } from './run-length.ts'

/** Chance that a case lies at or below a value. */
export type Below = (value: number) => number

export interface EwmaChain {
  readonly lambda: number
  readonly limit: number
  /** Mean and standard deviation of a case in control. */
  readonly expected: number
  readonly deviation: number
  /** Both limits, or the lower one and this highest value that there is. */
  readonly highest?: number
  /** Limits as they are in the long run, from the first case on; else they widen as the chart draws them. */
  readonly isSettled?: boolean
  /** Cases in control that went before. */
  readonly before?: number
  /** States of the chain, default 101. */
  readonly states?: number
}

type Grid = { readonly low: number; readonly cell: number; readonly count: number }

/** A normal case whose mean is `shift` standard deviations off. */
export const normalCase =
  (expected: number, deviation: number, shift = 0): Below =>
  (value) =>
    normalTails((value - expected) / deviation - shift).lower

/**
 * Run length of an EWMA chart by a Markov chain: the room between its limits is cut into cells, and the average is taken to stand in the middle of its cell.
 *
 * While the limits still widen each case has a grid of its own, so that the figures are those of the chart as it is drawn. With 101 cells they are within
 * half a percent of the published ones.
 *
 * @param calm a case in control, for what went before. @param now the cases whose signal is awaited.
 * @source Brook & Evans (1972), Biometrika 59(3), 539-549. doi:10.1093/biomet/59.3.539
 * @source Lucas & Saccucci (1990), Technometrics 32(1), 1-12. doi:10.1080/00401706.1990.10484583
 */
export function ewmaRunLength(chain: EwmaChain, calm: Below, now: Below): RunLength {
  checkLambda(chain.lambda)
  checkAbove(chain.limit, 'The limit')
  checkAbove(chain.deviation, 'The deviation')
  const { before = 0 } = chain
  const settled = chain.isSettled ? 1 : widening(chain.lambda)
  const grids = Array.from({ length: settled + 1 }, (_, step) => gridAt(chain, step))
  const gridOf = (step: number): Grid => grids[Math.min(step, settled)]!
  const carrier = (below: Below) => {
    let last: { readonly matrix: Float64Array } | undefined
    return (states: States, step: number): States => {
      if (step === 1)
        return carry(
          states,
          transitions({ low: chain.expected, cell: 0, count: 1 }, gridOf(1), chain.lambda, below),
          gridOf(1).count,
        )
      if (step <= settled)
        return carry(states, transitions(gridOf(step - 1), gridOf(step), chain.lambda, below), gridOf(step).count)
      last ??= { matrix: transitions(gridOf(step), gridOf(step), chain.lambda, below) }
      return carry(states, last.matrix, gridOf(step).count)
    }
  }
  const early = carrier(calm)
  let start: States = Float64Array.of(1)
  for (let step = 1; step <= before; step++) start = given(early(start, step))
  const later = carrier(now)
  return chainRunLength(start, (states, step) => later(states, before + step), Math.max(0, settled - before) + 1)
}

/** Cases until the limits are as wide as they get, to a tenth of a thousandth. */
function widening(lambda: number): number {
  return lambda === 1 ? 1 : Math.max(1, Math.ceil(Math.log(2e-4) / (2 * Math.log(1 - lambda))))
}

function gridAt(chain: EwmaChain, step: number): Grid {
  const { lambda, limit, deviation, expected, highest, isSettled, states = 101 } = chain
  const share = isSettled ? 1 : 1 - (1 - lambda) ** (2 * step)
  const half = limit * deviation * Math.sqrt((lambda / (2 - lambda)) * share)
  const [low, high] = [expected - half, highest ?? expected + half]
  return { low, cell: (high - low) / states, count: states }
}

/** Chances to come from the middle of each cell of one grid into each cell of another. */
function transitions(from: Grid, to: Grid, lambda: number, below: Below): Float64Array {
  const matrix = new Float64Array(from.count * to.count)
  for (let i = 0; i < from.count; i++) {
    const kept = (1 - lambda) * (from.low + (i + 0.5) * from.cell)
    let under = below((to.low - kept) / lambda)
    for (let j = 0; j < to.count; j++) {
      const next = below((to.low + (j + 1) * to.cell - kept) / lambda)
      matrix[i * to.count + j] = next - under
      under = next
    }
  }
  return matrix
}

function carry(states: States, matrix: Float64Array, count: number): States {
  const next = new Float64Array(count)
  for (const [i, chance] of states.entries()) {
    if (chance === 0) continue
    for (let j = 0; j < count; j++) next[j]! += chance * matrix[i * count + j]!
  }
  return next
}
