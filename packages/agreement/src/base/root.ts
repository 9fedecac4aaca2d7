/**
 * A root between two points where the sign differs: false position that lowers the weight of an end that stays (Pegasus). It
 * stops when a step is below `tolerance` in relation to the root, or to 1 where that is larger.
 *
 * @source Dowell & Jarratt (1972), BIT 12, 503-508. doi:10.1007/BF01932959
 */
export function root(f: (x: number) => number, low: number, high: number, tolerance = 1e-15): number {
  return rootBetween(f, [low, f(low)], [high, f(high)], tolerance)
}

type Known = readonly [x: number, value: number]

/** The same where the values at both ends are known already. */
export function rootBetween(f: (x: number) => number, low: Known, high: Known, tolerance: number): number {
  let [[a, fa], [b, fb]] = [low, high]
  for (let round = 0; round < 200 && fa !== fb; round++) {
    const x = (a * fb - b * fa) / (fb - fa)
    const fx = f(x)
    const step = Math.min(Math.abs(x - a), Math.abs(x - b))
    if (fx === 0 || step <= tolerance * Math.max(1, Math.abs(x))) return x
    if (Math.sign(fx) === Math.sign(fb)) fa *= fb / (fb + fx)
    else [a, fa] = [b, fb]
    ;[b, fb] = [x, fx]
  }
  return b
}
