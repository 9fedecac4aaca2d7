import type { Point, Tails } from './tails.ts'

/** A distribution on the positive numbers, seen from y = log x: its tails at y and the density of y. */
export type LogPositive = (y: number) => Point

const CLOSE = 1e-5

/**
 * The y with the given tails (`lower` + `upper` = 1), solved in the smaller tail's logarithm by Halley's method inside a
 * bracket that bisection keeps honest.
 */
export function invert(distribution: LogPositive, wanted: Tails, start: number): number {
  const isLower = wanted.lower <= wanted.upper
  const sign = isLower ? 1 : -1
  const goal = Math.log(isLower ? wanted.lower : wanted.upper)
  let low = Number.NEGATIVE_INFINITY
  let high = Number.POSITIVE_INFINITY
  let y = Number.isFinite(start) ? start : 0
  for (let step = 0; step < 200; step++) {
    const { lower, upper, density, slope } = distribution(y)
    const tail = isLower ? lower : upper
    const gap = Math.log(tail) - goal
    if (gap === 0) return y
    if (gap * sign > 0) high = y
    else low = y
    const newton = (-sign * gap * tail) / density
    const bend = 1 + (gap / 2) * (1 - (sign * slope * tail) / density)
    const next = y + (bend > 0.5 && bend < 2 ? newton / bend : newton)
    // Halley's error is the third power of its step: after a step this small nothing is left to gain.
    if (Math.abs(gap) <= CLOSE && Math.abs(next - y) <= CLOSE * Math.max(1, Math.abs(y))) return next
    const moved = next > low && next < high ? next : between(low, high, y)
    if (Math.abs(moved - y) <= 2e-16 * Math.max(1, Math.abs(y))) return moved
    y = moved
  }
  return y
}

function between(low: number, high: number, y: number): number {
  if (low === Number.NEGATIVE_INFINITY) return y - 1 - Math.abs(y)
  if (high === Number.POSITIVE_INFINITY) return y + 1 + Math.abs(y)
  return (low + high) / 2
}
