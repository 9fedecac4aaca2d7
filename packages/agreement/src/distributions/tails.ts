import { binomialTerm, poissonTerm } from './binomial-term.ts'

/** Both tails of a distribution at one point; the smaller of the two carries full relative precision. */
export interface Tails {
  readonly lower: number
  readonly upper: number
}

const NONE: Tails = { lower: 0, upper: 1 }
const ALL: Tails = { lower: 1, upper: 0 }
const SMALL = 1e-300 // stands for 0 in a denominator of Lentz's method
const ENOUGH = 100_000

function fromLower(lower: number): Tails {
  return { lower, upper: 1 - lower }
}

function fromUpper(upper: number): Tails {
  return { lower: 1 - upper, upper }
}

/** Lentz's method: a continued fraction from its first partial terms on. */
function continuedFraction(term: (index: number) => number, denominator: (index: number) => number): number {
  let value = denominator(0) || SMALL
  let c = value
  let d = 0
  for (let index = 1; index < ENOUGH; index++) {
    d = 1 / (denominator(index) + term(index) * d || SMALL)
    c = denominator(index) + term(index) / c || SMALL
    const factor = c * d
    value *= factor
    if (Math.abs(factor - 1) <= 2.3e-16) break
  }
  return value
}

/** Gamma distribution with shape `a` and scale 1: P(a, x) and Q(a, x). */
export function gammaTails(a: number, x: number): Tails {
  if (x <= 0) return NONE
  if (x === Number.POSITIVE_INFINITY) return ALL
  const term = poissonTerm(a, x)
  if (x < a + 1) {
    let total = 1
    for (let index = 1, part = 1; index < ENOUGH && part > total * 1e-17; index++) {
      part *= x / (a + index)
      total += part
    }
    return fromLower(term * total)
  }
  const fraction = continuedFraction(
    (i) => -i * (i - a),
    (i) => x + 2 * i + 1 - a,
  )
  return fromUpper((term * a) / fraction)
}

/** Beta distribution at `x`, with `y` = 1 − x given apart: both tails of I_x(a, b). */
export function betaTails(a: number, b: number, x: number, y: number): Tails {
  if (x <= 0) return NONE
  if (y <= 0) return ALL
  const term = binomialTerm(a, b, x, y)
  return x * (a + b + 2) < a + 1
    ? fromLower(((term * b) / (a + b)) * betaFraction(a, b, x))
    : fromUpper(((term * a) / (a + b)) * betaFraction(b, a, y))
}

function betaFraction(a: number, b: number, x: number): number {
  const term = (i: number): number => {
    const m = i >> 1
    const at = a + i
    if (i % 2 === 0) return (m * (b - m) * x) / ((at - 1) * at)
    return (-(a + m) * (a + b + m) * x) / ((at - 1) * at)
  }
  return 1 / continuedFraction(term, () => 1)
}
