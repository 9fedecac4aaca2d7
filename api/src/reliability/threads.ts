import { availableParallelism } from 'node:os'
import { Piscina } from 'piscina'
import type { DatabaseSource } from '../base/database/reader.ts'
import { Refusal } from '../base/refusal.ts'
import type { Computing } from './computing.ts'
import type { Job } from './jobs.ts'
import type { Answer } from './worker.ts'

export type Limits = {
  /** Longest time of one question, waiting included. */
  readonly milliseconds: number
  /** Most memory of one thread, without its typed arrays. */
  readonly megabytes: number
  /** Questions that may wait for a thread. */
  readonly waiting: number
}

const usual: Limits = { milliseconds: 120_000, megabytes: 1024, waiting: 64 }

/** A thread that nobody has asked anything for so long ends and gives its memory back. */
const idle = 300_000

const narrower = 'Choose fewer variables or coders, or another comparison.'

/** Threads that compute with a database connection of their own, so that saves are answered meanwhile. */
export function openThreads(source: DatabaseSource, limits: Partial<Limits> = {}): Computing {
  const { milliseconds, megabytes, waiting } = { ...usual, ...limits }
  const pool = new Piscina<Job, Answer>({
    filename: new URL('./worker.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: Math.max(1, Math.min(4, availableParallelism() - 1)),
    maxQueue: waiting,
    idleTimeout: idle,
    workerData: source,
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
    // A thread that waits by blocking could not notice that its database connection ended.
    atomics: 'disabled',
  })
  return {
    run: async (job, signal) => {
      const late = AbortSignal.timeout(milliseconds)
      try {
        const answer = await pool.run(job, { signal: AbortSignal.any([signal, late]) })
        if (answer instanceof Uint8Array) return answer
        throw new Refusal(answer.code, answer.message, { faults: answer.faults })
      } catch (error) {
        throw refusalOf(error, signal, late) ?? error
      }
    },
    close: () => pool.destroy(),
  }
}

/** Why a thread was stopped, if it was. */
function refusalOf(error: unknown, left: AbortSignal, late: AbortSignal): Refusal | null {
  if (left.aborted) return new Refusal('bad-request', 'Whoever asked this has left; it was not computed to its end.')
  if (late.aborted) return new Refusal('too-large', `This takes too long to compute and was stopped. ${narrower}`)
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ERR_WORKER_OUT_OF_MEMORY')
    return new Refusal('too-large', `This needs more memory than it may have and was stopped. ${narrower}`)
  if (error instanceof Error && /queue/i.test(error.message))
    return new Refusal('not-ready', 'Many results are being computed just now. Try again in a moment.')
  return null
}
