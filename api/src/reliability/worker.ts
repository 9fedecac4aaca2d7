import { parentPort, workerData } from 'node:worker_threads'
import { type DatabaseSource, openReader } from '../base/database/reader.ts'
import { Refusal } from '../base/refusal.ts'
import { type Job, runJob } from './jobs.ts'

/** What a thread hands back: the body, or why there is none as plain data, for a class does not survive the way. */
export type Answer =
  | { readonly body: Uint8Array<ArrayBuffer> }
  | { readonly refusal: Pick<Refusal, 'code' | 'message' | 'faults'> }
  | { readonly failure: string }

const db = openReader(workerData as DatabaseSource)

async function answer(job: Job): Promise<Answer> {
  try {
    return { body: await runJob(db, job) }
  } catch (error) {
    if (error instanceof Refusal) {
      return { refusal: { code: error.code, message: error.message, faults: error.faults } }
    }
    return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

/** One question at a time, computed from a connection of this thread's own. */
parentPort?.on('message', async (job: Job) => {
  const answered = await answer(job)
  // Handed over, not copied: a large reply costs the other thread nothing.
  parentPort?.postMessage(answered, 'body' in answered ? [answered.body.buffer] : [])
})
