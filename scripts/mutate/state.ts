/** The mutant that is switched on, −1 for none. A live binding, so that a switch costs one comparison of integers. */
export let active = -1

/** Counts how often `active` was set; what was remembered in another epoch may come from another mutant. */
export let epoch = 0

let hits = 0
let limit = Number.POSITIVE_INFINITY

export function activate(mutant: number, hitLimit = Number.POSITIVE_INFINITY): void {
  epoch++
  active = mutant
  hits = 0
  limit = hitLimit
}

/** A mutant that is passed far more often than the unchanged code would has made a loop endless. */
export function tooOften(): boolean {
  return hits > limit
}

export function hit(): true {
  if (++hits > limit) throw new Error('The mutant makes a loop endless.')
  return true
}

const passes: number[] = []
let touched: number[] = []

/** Counts that these mutants were passed. */
export function cover(...mutants: readonly number[]): void {
  for (const mutant of mutants) {
    const before = passes[mutant] ?? 0
    passes[mutant] = before + 1
    if (before === 0) touched.push(mutant)
  }
}

/** How often each mutant was passed since the last time this was asked. */
export function takePasses(): Record<string, number> {
  const taken = Object.fromEntries(touched.map((mutant) => [mutant, passes[mutant] ?? 0]))
  passes.fill(0)
  touched = []
  return taken
}
