import { binomialTerm, poissonTerm } from './binomial-term.ts'

/** Both tails of a distribution at one point; the smaller of the two carries full relative precision. */
export interface Tails {
  readonly lower: number
  readonly upper: number
}

/** The tails with the density of log x (gamma) or of the log odds (beta): both rest on the same term, so it is computed once. */
export interface Point extends Tails {
  readonly density: number
  /** The derivative of the logarithm of that density. */
  readonly slope: number
}

const NONE: Point = { lower: 0, upper: 1, density: 0, slope: 0 }
const ALL: Point = { lower: 1, upper: 0, density: 0, slope: 0 }
const SMALL = 1e-300 // stands for 0 in a denominator of Lentz's method
const ENOUGH = 20_000

function fromLower(lower: number, density: number, slope: number): Point {
  return { lower, upper: 1 - lower, density, slope }
}

function fromUpper(upper: number, density: number, slope: number): Point {
  return { lower: 1 - upper, upper, density, slope }
}

/** Gamma distribution with shape `a` and scale 1: P(a, x) and Q(a, x). */
export function gammaTails(a: number): (x: number) => Point {
  const termAt = poissonTerm(a)
  return (x) => {
    if (x <= 0) return NONE
    if (x === Number.POSITIVE_INFINITY) return ALL
    const term = termAt(x)
    return x < a + 1
      ? fromLower(term * gammaSeries(a, x), term * a, a - x)
      : fromUpper((term * a) / gammaFraction(a, x), term * a, a - x)
  }
}

/** Beta distribution at `x`, with `y` = 1 − x given apart: both tails of I_x(a, b). */
export function betaTails(a: number, b: number): (x: number, y: number) => Point {
  const termAt = binomialTerm(a, b)
  return (x, y) => {
    if (x <= 0) return NONE
    if (y <= 0) return ALL
    const density = (termAt(x, y) * a * b) / (a + b)
    const slope = a * y - b * x
    return x * (a + b + 2) < a + 1
      ? fromLower(density / betaFraction(a, b, x, y), density, slope)
      : fromUpper(density / betaFraction(b, a, y, x), density, slope)
  }
}

/** The series of the lower tail. */
function gammaSeries(a: number, x: number): number {
  let total = 1
  for (let index = 1, part = 1; index < ENOUGH && part > total * 1e-17; index++) {
    part *= x / (a + index)
    total += part
  }
  return total
}

/** Legendre's fraction of the upper tail, by Lentz's method. */
function gammaFraction(a: number, x: number): number {
  let value = x + 1 - a || SMALL
  let c = value
  let d = 0
  for (let index = 1; index < ENOUGH; index++) {
    const term = -index * (index - a)
    const denominator = x + 2 * index + 1 - a
    d = 1 / (denominator + term * d || SMALL)
    c = denominator + term / c || SMALL
    value *= c * d
    if (Math.abs(c * d - 1) <= 2.3e-16) break
  }
  return value
}

/** The fraction of DiDonato & Morris (1992): it uses 1 - x as given, where the textbook one loses it in rounding. Lentz's method. */
function betaFraction(a: number, b: number, x: number, y: number): number {
  const drift = a * y - b * x + 1
  let value = (a * drift) / (a + 1) || SMALL
  let c = value
  let d = 0
  for (let m = 1; m < ENOUGH; m++) {
    const at = a + 2 * m
    const term = ((a + m - 1) * (a + b + m - 1) * m * (b - m) * x * x) / ((at - 1) * (at - 1))
    const denominator = m + (m * (b - m) * x) / (at - 1) + ((a + m) * (drift + m * (1 + y))) / (at + 1)
    d = 1 / (denominator + term * d || SMALL)
    c = denominator + term / c || SMALL
    value *= c * d
    if (Math.abs(c * d - 1) <= 2.3e-16) break
  }
  return value
}
