/**
 * Loader's saddle-point form of the binomial and Poisson terms: no difference of large logarithms,
 * so that tails keep their digits even for very many degrees of freedom. What depends on the shape alone is computed once for
 * all points at which a search looks.
 *
 * @source Loader (2000), Fast and accurate computation of binomial probabilities. Lucent Technologies.
 */

const ROOT_TWO_PI = Math.sqrt(2 * Math.PI)
const STIRLING = [-3617 / 122400, 1 / 156, -691 / 360360, 1 / 1188, -1 / 1680, 1 / 1260, -1 / 360, 1 / 12]

/** log Γ(x + 1) − (x + ½) log x + x − ½ log 2π: what Stirling's formula leaves out. */
export function stirlingError(x: number): number {
  let rest = 0
  let at = x
  // The series needs x of 16 or so; below, step up: e(x) = e(x + 1) + (x + 1/2) log(1 + 1/x) - 1.
  for (; at < 16; at++) rest += (at + 0.5) * Math.log1p(1 / at) - 1
  const inverse = 1 / (at * at)
  let series = 0
  for (let term = 0; term < STIRLING.length; term++) series = series * inverse + STIRLING[term]!
  return rest + series / at
}

/** x log(x / m) + m − x, the deviance, without cancellation where x is near m. */
export function deviance(x: number, m: number): number {
  if (Math.abs(x - m) >= 0.1 * (x + m)) return x * Math.log(x / m) + m - x
  const ratio = (x - m) / (x + m)
  const square = ratio * ratio
  let total = (x - m) * ratio
  let power = 2 * x * ratio
  // |ratio| < 0.1, so that each step gives two more digits; the limit only matters for what is no number.
  for (let j = 3; j < 40; j += 2) {
    power *= square
    const next = total + power / j
    if (next === total) break
    total = next
  }
  return total
}

/** Γ(a + b + 1) / (Γ(a + 1) Γ(b + 1)) · x^a y^b with y = 1 − x, given apart so that no digit is lost. */
export function binomialTerm(a: number, b: number): (x: number, y: number) => number {
  const n = a + b
  const errors = stirlingError(n) - stirlingError(a) - stirlingError(b)
  const spread = Math.sqrt(n / (a * b))
  return (x, y) => (Math.exp(errors - deviance(a, n * x) - deviance(b, n * y)) * spread) / ROOT_TWO_PI
}

/** x^a e^(−x) / Γ(a + 1). */
export function poissonTerm(a: number): (x: number) => number {
  const error = stirlingError(a)
  const spread = ROOT_TWO_PI * Math.sqrt(a)
  return (x) => Math.exp(-error - deviance(a, x)) / spread
}
