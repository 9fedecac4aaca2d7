import type { Numbers } from '../row.ts'

type Work = () => Numbers | Promise<Numbers>

/** A side of a comparison: runs so often, gives the seconds of one run. */
export type Side = (times: number) => Promise<number>

/** Seconds from some moment on. */
export type Clock = () => number

/** Time on the wall: for work that waits, or that other processes do. */
export const wall: Clock = () => performance.now() / 1000

/** Time this process spent on a processor, collecting garbage included: what else the machine does costs nothing. */
export const processor: Clock = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

export function sideOf(work: Work, clock: Clock): Side {
  return async (times) => {
    const begun = clock()
    for (let time = 0; time < times; time++) {
      const outcome = work()
      if (outcome instanceof Promise) await outcome // a plain call is not made to wait
    }
    return (clock() - begun) / times
  }
}

/** A side that says itself how long it took. */
export const ownClock =
  (work: Work): Side =>
  async (times) => {
    let sum = 0
    for (let time = 0; time < times; time++) sum += secondsOf(await work())
    return sum / times
  }

export const secondsOf = ([seconds]: Numbers): number => seconds ?? Number.NaN

export interface Effort {
  readonly rounds: number
  /** Seconds of one round of one side. */
  readonly round: number
  /** Seconds each side runs before the first round: Node goes on compiling for about a quarter of a second of work. */
  readonly warm: number
}

export const thorough: Effort = { rounds: 15, round: 0.03, warm: 0.5 }
export const quick: Effort = { rounds: 5, round: 0.01, warm: 0.04 }

export interface Rounds {
  /** Medians, in seconds of one run. */
  readonly ours: number
  readonly floor: number | null
  /** Median of the ratios of the rounds. */
  readonly ratio: number | null
}

/** Both sides by turns, so that a busy machine slows them alike. The first runs only warm up. */
export async function takeTurns(ours: Side, floor: Side | null, effort: Effort): Promise<Rounds> {
  const [ourTimes, floorTimes] = [await timesFor(ours, effort), floor ? await timesFor(floor, effort) : 0]
  const mine: number[] = []
  const theirs: number[] = []
  for (let round = 0; round < effort.rounds; round++) {
    mine.push(await ours(ourTimes))
    if (floor) theirs.push(await floor(floorTimes))
  }
  if (!floor) return { ours: median(mine), floor: null, ratio: null }
  const ratio = median(mine.map((time, round) => time / (theirs[round] ?? Number.NaN)))
  return { ours: median(mine), floor: median(theirs), ratio }
}

/** How many runs fill a round: found by doubling, which is also the warm-up of ours. */
async function timesFor(side: Side, { round, warm }: Effort): Promise<number> {
  let times = 1
  for (let spent = 0; ; ) {
    const each = await side(times)
    spent += each * times
    if (each * times >= round && spent >= warm) return Math.max(1, Math.round(round / each))
    if (each * times < round) times *= 2
  }
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}
