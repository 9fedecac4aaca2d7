/** How many cases pass until a chart signals. */
export interface RunLength {
  /** Chance that no signal has come after 0, 1, 2 ... cases. */
  readonly survival: readonly number[]
  /** Each case beyond the end of the list multiplies the chance by this. */
  readonly ratio: number
}

/** A chart whose points signal independently of one another, each with this chance. */
export function geometricRunLength(signal: number): RunLength {
  return { survival: [1], ratio: 1 - signal }
}

/** Average run length: cases until the first signal; `null`: the chart cannot signal. */
export function averageRunLength({ survival, ratio }: RunLength): number | null {
  const last = survival.at(-1)!
  if (last > 0 && ratio >= 1) return null
  const listed = survival.reduce((sum, chance) => sum + chance, 0)
  return listed + (last === 0 ? 0 : (last * ratio) / (1 - ratio))
}

/** The number of cases within which this share of signals has come; `null`: never. */
export function runLengthQuantile({ survival, ratio }: RunLength, share: number): number | null {
  const open = 1 - share
  const listed = survival.findIndex((chance) => chance <= open + 1e-12)
  if (listed >= 0) return listed
  if (ratio >= 1) return null
  const beyond = ratio === 0 ? 1 : Math.ceil(Math.log(open / survival.at(-1)!) / Math.log(ratio) - 1e-9)
  return survival.length - 1 + Math.max(1, beyond)
}

/** Until the first of two charts signals, taking them as independent. */
export function eitherRunLength(one: RunLength, other: RunLength): RunLength {
  const length = Math.max(one.survival.length, other.survival.length)
  const survival = Array.from({ length }, (_, cases) => chanceOpen(one, cases) * chanceOpen(other, cases))
  return { survival, ratio: one.ratio * other.ratio }
}

/** Until the first of two charts signals, however they depend on one another: at the latest as soon as the better one does. */
export function soonerRunLength(one: RunLength, other: RunLength): RunLength {
  const length = Math.max(one.survival.length, other.survival.length)
  const survival = Array.from({ length }, (_, cases) => Math.min(chanceOpen(one, cases), chanceOpen(other, cases)))
  return { survival, ratio: Math.min(one.ratio, other.ratio) }
}

function chanceOpen({ survival, ratio }: RunLength, cases: number): number {
  const last = survival.length - 1
  return cases <= last ? survival[cases]! : survival[last]! * ratio ** (cases - last)
}

/** Chances of the states of a chart that has not signalled. */
export type States = Float64Array

const total = (states: States): number => states.reduce((sum, chance) => sum + chance, 0)

/**
 * The run length of a chart that is a Markov chain: its states are carried on until every further case takes away the same share.
 *
 * @param start chances of the states before the first case, together 1. @param settled from this case on the chain stays the same.
 */
export function chainRunLength(
  start: States,
  next: (states: States, step: number) => States,
  settled: number,
): RunLength {
  const survival = [total(start)]
  let states = start
  let ratio = 1
  for (let step = 1; step < 5000; step++) {
    states = next(states, step)
    const chance = total(states)
    survival.push(chance)
    const now = chance / survival[step - 1]!
    if (chance < 1e-14) return { survival: [...survival.slice(0, -1), 0], ratio: 0 }
    if (step > settled && Math.abs(now - ratio) < 1e-13) return { survival, ratio: now }
    ratio = now
  }
  return { survival, ratio }
}

/** The same chances where it is known that no signal has come. */
export function given(states: States): States {
  const sum = total(states)
  return states.map((chance) => chance / sum)
}
