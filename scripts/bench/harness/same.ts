import type { Numbers } from '../row.ts'

/** Throws unless both sides computed the same: a ratio of two different things says nothing. */
export function needSame(what: string, ours: Numbers, floor: Numbers, tolerance: number | null = 1e-9): void {
  if (tolerance === null) return
  if (ours.length !== floor.length)
    throw new Error(`${what}: ours gives ${ours.length} numbers, the floor ${floor.length}.`)
  for (const [index, value] of ours.entries()) {
    const other = floor[index] ?? Number.NaN
    if (!(Math.abs(value - other) <= tolerance * Math.max(1, Math.abs(other)))) {
      throw new Error(`${what}: number ${index + 1} is ${value} in ours and ${other} in the floor.`)
    }
  }
}
