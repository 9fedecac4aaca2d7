import { availableParallelism } from 'node:os'
import type { DatabaseSource } from '../base/database/reader.ts'
import { Refusal } from '../base/refusal.ts'
import type { Computing } from './computing.ts'
import type { Job } from './jobs.ts'
import { startThread, type Thread } from './thread.ts'
import { openTurns } from './turns.ts'

export type Limits = {
  /** Threads at once. */
  readonly threads: number
  /** Questions that may wait for a thread. */
  readonly waiting: number
  /** Longest time of one question, waiting included. */
  readonly milliseconds: number
  /** Most memory of one thread, without its typed arrays. */
  readonly megabytes: number
  /** A thread that nobody has asked anything for so long ends and gives its memory back. */
  readonly idle: number
}

const usual: Limits = {
  threads: Math.max(1, Math.min(4, availableParallelism() - 1)),
  waiting: 64,
  milliseconds: 120_000,
  megabytes: 1024,
  idle: 300_000,
}

/** Threads that compute with a database connection of their own, so that saves are answered meanwhile. */
export function openThreads(source: DatabaseSource, given: Partial<Limits> = {}): Computing {
  const limits = { ...usual, ...given }
  const turns = openTurns(limits.threads, limits.waiting)
  const all = new Set<Thread>()
  const resting = new Map<Thread, NodeJS.Timeout>()

  const take = (): Thread => {
    const [rested] = resting.keys()
    if (rested === undefined) {
      const thread = startThread(source, limits.megabytes)
      all.add(thread)
      return thread
    }
    clearTimeout(resting.get(rested))
    resting.delete(rested)
    return rested
  }
  const end = async (thread: Thread): Promise<void> => {
    clearTimeout(resting.get(thread))
    resting.delete(thread)
    all.delete(thread)
    await thread.stop()
  }
  const rest = (thread: Thread): void => {
    resting.set(thread, setTimeout(() => void end(thread), limits.idle).unref())
  }

  const compute = async (job: Job, signal: AbortSignal) => {
    const thread = take()
    try {
      const answer = await Promise.race([thread.ask(job), aborted(signal)])
      rest(thread)
      return answer
    } catch (error) {
      // Stopped in the midst of its work, or broken: nothing of it is used again.
      await end(thread)
      throw error
    }
  }

  return {
    run: async (job, left) => {
      const late = AbortSignal.timeout(limits.milliseconds)
      const signal = AbortSignal.any([left, late])
      try {
        const answer = await turns.take(signal, () => compute(job, signal))
        if ('body' in answer) return answer.body
        if ('failure' in answer) throw new Error(answer.failure)
        throw new Refusal(answer.refusal.code, answer.refusal.message, { faults: answer.refusal.faults })
      } catch (error) {
        throw explain(error, left, late)
      }
    },
    close: async () => {
      await Promise.all([...all].map(end))
    },
  }
}

/** Rejects when a signal is aborted; otherwise never settles. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}

const narrower = 'Choose fewer variables or coders, or another comparison.'

/** Why a question was not answered, in words that help. */
function explain(error: unknown, left: AbortSignal, late: AbortSignal): unknown {
  if (left.aborted) return new Refusal('bad-request', 'Whoever asked this has left; it was not computed to its end.')
  if (late.aborted) return new Refusal('too-large', `This takes too long to compute and was stopped. ${narrower}`)
  if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
    return new Refusal('too-large', `This needs more memory than it may have and was stopped. ${narrower}`)
  return error
}
