import type { Random } from './random.ts'

/** Draws from the binomial distribution, at a cost that does not grow with n. */
export type BinomialDraw = (n: number, p: number) => number

const LN2 = Math.LN2
/** 1/23, 1/21 ... 1: the series of the logarithm. */
const SERIES = Float64Array.from({ length: 12 }, (_, term) => 1 / (23 - 2 * term))

/** Natural logarithm from the four operations only: Math.log may differ in the last digit between machines. */
export function steadyLog(x: number): number {
  let exponent = 0
  let rest = x
  while (rest > Math.SQRT2) {
    rest /= 2
    exponent++
  }
  while (rest < Math.SQRT1_2) {
    rest *= 2
    exponent--
  }
  const s = (rest - 1) / (rest + 1)
  const square = s * s
  let series = 0
  for (let term = 0; term < SERIES.length; term++) series = series * square + SERIES[term]!
  return exponent * LN2 + 2 * s * series
}

const SMALL = 2048
const HALF_LOG_2PI = 0.9189385332046727
let small: Float64Array | undefined

function smallLogFactorials(): Float64Array {
  const logs = new Float64Array(SMALL)
  for (let k = 2; k < SMALL; k++) logs[k] = logs[k - 1]! + steadyLog(k)
  return logs
}

/** log k!: from a table made when first needed, beyond it by Stirling's series, whose error is below 1e-16 there. */
function logFactorial(k: number): number {
  small ??= smallLogFactorials()
  if (k < SMALL) return small[k]!
  const inverse = 1 / k
  return (k + 0.5) * steadyLog(k) - k + HALF_LOG_2PI + inverse * (1 / 12 - (inverse * inverse) / 360)
}

const uniform = (random: Random): number => (random() + 0.5) / 4294967296

/** Adds up the probabilities of 0, 1, 2 ...; for few expected hits. */
function byAddition(n: number, p: number, random: Random): number {
  const odds = p / (1 - p)
  let none = 1
  for (let base = 1 - p, power = n; power > 0; power >>= 1, base *= base) {
    if ((power & 1) === 1) none *= base
  }
  let rest = uniform(random)
  let part = none
  let hits = 0
  while (rest > part && hits < n) {
    rest -= part
    hits++
    part *= ((n + 1 - hits) / hits) * odds
  }
  return hits
}

/**
 * Binomial numbers.
 *
 * @source Hörmann (1993), J. Stat. Comput. Simul. 46, 101-110 (BTRS). doi:10.1080/00949659308811496
 */
export function binomialDraws(random: Random): BinomialDraw {
  const byRejection = (n: number, p: number): number => {
    const q = 1 - p
    const spread = Math.sqrt(n * p * q)
    const b = 1.15 + 2.53 * spread
    const a = -0.0873 + 0.0248 * b + 0.01 * p
    const centre = n * p + 0.5
    const quick = 0.92 - 4.2 / b
    for (;;) {
      const u = uniform(random) - 0.5
      const v = uniform(random)
      const edge = 0.5 - Math.abs(u)
      const k = Math.floor(((2 * a) / edge + b) * u + centre)
      if (edge >= 0.07 && v <= quick) return k
      if (k < 0 || k > n) continue
      const mode = Math.floor((n + 1) * p)
      const height = (v * (2.83 + 5.1 / b) * spread) / (a / (edge * edge) + b)
      const logs = logFactorial(mode) + logFactorial(n - mode) - logFactorial(k) - logFactorial(n - k)
      if (steadyLog(height) <= logs + (k - mode) * steadyLog(p / q)) return k
    }
  }
  return (n, p) => {
    if (p <= 0 || n === 0) return 0
    if (p >= 1) return n
    if (p > 0.5) return n - (n * (1 - p) < 10 ? byAddition(n, 1 - p, random) : byRejection(n, 1 - p))
    return n * p < 10 ? byAddition(n, p, random) : byRejection(n, p)
  }
}
