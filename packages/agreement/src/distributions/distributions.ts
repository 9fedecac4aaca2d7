import { invert } from './invert.ts'
import { gammaStart, oddsStart } from './starts.ts'
import { betaTails, gammaTails, type Point, type Tails } from './tails.ts'

function checkProbability(p: number): Tails {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`Probability ${p} is not between 0 and 1.`)
  return { lower: p, upper: 1 - p }
}

function checkPositive(value: number, name: string): void {
  if (!(value > 0 && value < Number.POSITIVE_INFINITY)) throw new RangeError(`${name} ${value} is not above 0.`)
}

/** The tails of |T| seen from a symmetric T: central mass and the two outer tails together. */
function folded({ lower, upper }: Tails): Tails {
  const outer = 2 * Math.min(lower, upper)
  return { lower: 1 - outer, upper: outer }
}

// ---- chi squared and normal: the gamma distribution ----

export function chiSquaredTails(x: number, df: number): Tails {
  checkPositive(df, 'Degrees of freedom')
  return gammaTails(df / 2)(x / 2)
}

export function chiSquaredQuantile(p: number, df: number): number {
  checkPositive(df, 'Degrees of freedom')
  return 2 * gammaQuantile(df / 2, checkProbability(p))
}

function gammaQuantile(a: number, wanted: Tails): number {
  if (wanted.lower === 0) return 0
  if (wanted.upper === 0) return Number.POSITIVE_INFINITY
  const tails = gammaTails(a)
  return Math.exp(invert((y) => tails(Math.exp(y)), wanted, gammaStart(a, wanted)))
}

const halfSquareTails = gammaTails(0.5)

export function normalTails(z: number): Tails {
  const { lower, upper } = halfSquareTails((z * z) / 2)
  const outer = upper / 2
  const inner = 0.5 + lower / 2
  return z < 0 ? { lower: outer, upper: inner } : { lower: inner, upper: outer }
}

export function normalQuantile(p: number): number {
  const wanted = checkProbability(p)
  if (p === 0.5) return 0
  return Math.sign(p - 0.5) * Math.sqrt(2 * gammaQuantile(0.5, folded(wanted)))
}

// ---- F, t and beta: the beta distribution in its odds x / (1 - x) ----

function oddsTails(odds: number, a: number, b: number): Tails {
  if (odds <= 0) return { lower: 0, upper: 1 }
  if (odds === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 }
  return betaTails(a, b)(odds / (1 + odds), 1 / (1 + odds))
}

function oddsQuantile(a: number, b: number, wanted: Tails): number {
  if (wanted.lower === 0) return 0
  if (wanted.upper === 0) return Number.POSITIVE_INFINITY
  // Both parts from y itself: the odds may be more than a double holds.
  const tails = betaTails(a, b)
  const at = (y: number): Point => tails(1 / (1 + Math.exp(-y)), 1 / (1 + Math.exp(y)))
  return Math.exp(invert(at, wanted, oddsStart(a, b, wanted)))
}

export function fTails(f: number, df1: number, df2: number): Tails {
  checkPositive(df1, 'Degrees of freedom')
  checkPositive(df2, 'Degrees of freedom')
  return oddsTails((f * df1) / df2, df1 / 2, df2 / 2)
}

export function fQuantile(p: number, df1: number, df2: number): number {
  checkPositive(df1, 'Degrees of freedom')
  checkPositive(df2, 'Degrees of freedom')
  return (oddsQuantile(df1 / 2, df2 / 2, checkProbability(p)) * df2) / df1
}

export function tTails(t: number, df: number): Tails {
  checkPositive(df, 'Degrees of freedom')
  const { lower, upper } = oddsTails((t * t) / df, 0.5, df / 2)
  const outer = upper / 2
  const inner = 0.5 + lower / 2
  return t < 0 ? { lower: outer, upper: inner } : { lower: inner, upper: outer }
}

export function tQuantile(p: number, df: number): number {
  checkPositive(df, 'Degrees of freedom')
  const wanted = checkProbability(p)
  if (p === 0.5) return 0
  return Math.sign(p - 0.5) * Math.sqrt(df * oddsQuantile(0.5, df / 2, folded(wanted)))
}

export function betaDistributionTails(x: number, a: number, b: number): Tails {
  checkPositive(a, 'Shape')
  checkPositive(b, 'Shape')
  return betaTails(a, b)(x, 1 - x)
}

export function betaQuantile(p: number, a: number, b: number): number {
  checkPositive(a, 'Shape')
  checkPositive(b, 'Shape')
  const odds = oddsQuantile(a, b, checkProbability(p))
  return odds === Number.POSITIVE_INFINITY ? 1 : odds / (1 + odds)
}
