import type { Row, Size, Task } from '../row.ts'
import { compiler, startKernel } from './kernel.ts'
import {
  type Effort,
  ownClock,
  processor,
  type Rounds,
  type Side,
  secondsOf,
  sideOf,
  takeTurns,
  wall,
} from './rounds.ts'
import { needSame } from './same.ts'

export interface Measured extends Rounds {
  readonly what: string
  readonly unit: string
  readonly n: number
  readonly limit: number | null
  /** Seconds of the very first call in a fresh process. */
  readonly first: number
  /** MiB the process grew by from the loaded library to the end of the first call, at its highest; data included. */
  readonly memory: number
  readonly memoryLimit: number | null
}

/** One row at one size, in this process, which is meant to be fresh. */
export async function measure(row: Row, { n, limit }: Size, effort: Effort): Promise<Measured> {
  globalThis.gc?.()
  const before = process.memoryUsage.rss()
  const task = await row.prepare(n)
  const begun = performance.now()
  const found = await task.ours()
  const first = task.clocksItself ? secondsOf(found) : (performance.now() - begun) / 1000
  const memory = (await task.peak?.()) ?? (process.resourceUsage().maxRSS * 1024 - before) / 2 ** 20
  const floor = await floorOf(task)
  try {
    if (floor && !task.clocksItself) needSame(`${row.what}, ${n}`, found, await floor.numbers(), task.tolerance)
    const rounds = await takeTurns(
      task.clocksItself
        ? ownClock(task.ours)
        : sideOf(task.ours, task.clock ?? ('run' in task.floor ? wall : processor)),
      floor?.side ?? null,
      effort,
    )
    return { what: row.what, unit: row.unit, n, limit, ...rounds, first, memory, memoryLimit: row.memory ?? null }
  } finally {
    floor?.end()
    await task.end?.()
  }
}

interface RunningFloor {
  readonly side: Side
  readonly numbers: () => Promise<readonly number[]>
  readonly end: () => void
}

/** The floor ready to run; `null` where it needs a compiler and there is none. */
async function floorOf({ floor, clocksItself }: Task): Promise<RunningFloor | null> {
  if ('run' in floor)
    return {
      side: clocksItself ? ownClock(floor.run) : sideOf(floor.run, wall),
      numbers: async () => floor.run(),
      end: () => {},
    }
  const cxx = compiler()
  if (cxx === null) return null
  const { round, end } = startKernel(floor, cxx)
  return {
    side: async (times) => (await round(times)).seconds,
    numbers: async () => (await round(1)).numbers,
    end,
  }
}
