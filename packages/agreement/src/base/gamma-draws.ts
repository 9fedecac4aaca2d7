import { steadyLog } from './binomial.ts'
import type { Random } from './random.ts'

const uniform = (random: Random): number => (random() + 0.5) / 4294967296

/** Standard normal numbers by the polar method; a logarithm of our own keeps them the same on every machine. */
export function normalDraw(random: Random): number {
  for (;;) {
    const [x, y] = [2 * uniform(random) - 1, 2 * uniform(random) - 1]
    const square = x * x + y * y
    if (square > 0 && square < 1) return x * Math.sqrt((-2 * steadyLog(square)) / square)
  }
}

/**
 * A number from the gamma distribution with shape `count` + 1 / `parts`.
 *
 * Shapes below 1 go through shape + 1 and a power, which is whole here: u^(1 / shape) = u^parts.
 *
 * @source Marsaglia & Tsang (2000), ACM Trans. Math. Softw. 26(3), 363-372. doi:10.1145/358407.358414
 */
export function gammaDraw(count: number, parts: number, random: Random): number {
  const shape = count + 1 / parts
  if (shape >= 1) return atLeastOne(shape, random)
  const u = uniform(random)
  let power = 1
  for (let part = 0; part < parts; part++) power *= u
  return atLeastOne(shape + 1, random) * power
}

function atLeastOne(shape: number, random: Random): number {
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = normalDraw(random)
    const root = 1 + c * x
    if (root <= 0) continue
    const v = root * root * root
    if (steadyLog(uniform(random)) < (x * x) / 2 + d - d * v + d * steadyLog(v)) return d * v
  }
}
