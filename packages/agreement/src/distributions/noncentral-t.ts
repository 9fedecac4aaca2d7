import { root } from '../base/root.ts'
import { normalTails } from './distributions.ts'

/** Nodes and weights of Gauss and Legendre's rule with five points on -1 to 1. */
const NODES = [-0.906179845938664, -0.5384693101056831, 0, 0.5384693101056831, 0.906179845938664]
const WEIGHTS = [0.2369268850561891, 0.4786286704993665, 0.5688888888888889, 0.4786286704993665, 0.2369268850561891]
const PANELS = 120
const REACH = 13 // standard deviations of chi that are looked at on both sides of its mode

interface Grid {
  readonly points: Float64Array
  /** Shares of probability, together 1. */
  readonly shares: Float64Array
}

/** The distribution of chi / sqrt(df) as points with shares; scaled to 1, so no gamma function is needed. */
function chiGrid(df: number, noncentrality: number): Grid {
  const mode = Math.sqrt(Math.max(0, df - 1) / df)
  const spread = REACH / Math.sqrt(2 * df)
  const start = Math.max(0, mode - spread)
  // With few degrees of freedom chi reaches down to 0, where a large t makes the normal tail steep: panels are narrower there, and more with a large noncentrality.
  const grading = start === 0 ? 3 : 1
  const panels = start === 0 ? Math.max(PANELS, Math.ceil(12 * Math.abs(noncentrality))) : PANELS
  const edge = (panel: number): number => start + (mode + spread - start) * (panel / panels) ** grading
  const points = new Float64Array(panels * NODES.length)
  const logDensity = (x: number): number => (df - 1) * Math.log(x) - (df * x * x) / 2
  const top = mode > 0 ? logDensity(mode) : 0
  const shares = points.map((_, index) => {
    const node = index % NODES.length
    const panel = (index - node) / NODES.length
    const [left, right] = [edge(panel), edge(panel + 1)]
    const x = left + (right - left) * ((1 + NODES[node]!) / 2)
    points[index] = x
    return WEIGHTS[node]! * (right - left) * Math.exp(logDensity(x) - top)
  })
  const all = shares.reduce((total, share) => total + share, 0)
  return { points, shares: shares.map((share) => share / all) }
}

function lowerTail({ points, shares }: Grid, t: number, noncentrality: number): number {
  return points.reduce((total, x, index) => total + shares[index]! * normalTails(t * x - noncentrality).lower, 0)
}

/** P(T <= t) of the noncentral t distribution, by averaging the normal tail over the distribution of chi; to about 1e-12. */
export function noncentralTLower(t: number, df: number, noncentrality: number): number {
  return lowerTail(chiGrid(df, noncentrality), t, noncentrality)
}

/**
 * Quantile of the noncentral t distribution, by false position after doubling the bracket.
 *
 * @source Johnson, Kotz & Balakrishnan (1995), Continuous Univariate Distributions 2, ch. 31.
 */
export function noncentralTQuantile(p: number, df: number, noncentrality: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`Probability ${p} is not between 0 and 1.`)
  if (!(df >= 1)) throw new RangeError(`Degrees of freedom ${df} are not 1 or more.`)
  const grid = chiGrid(df, noncentrality)
  const above = (t: number): number => lowerTail(grid, t, noncentrality) - p
  const step = 1 + Math.abs(noncentrality) / Math.sqrt(2 * df)
  let low = noncentrality - step
  let high = noncentrality + step
  for (let reach = step; above(low) > 0; reach *= 2) low -= reach
  for (let reach = step; above(high) < 0; reach *= 2) high += reach
  return root(above, low, high)
}
