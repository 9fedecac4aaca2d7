import { move, workerData } from 'piscina'
import { type DatabaseSource, openReader } from '../base/database/reader.ts'
import { Refusal } from '../base/refusal.ts'
import { type Job, runJob } from './jobs.ts'

/** What a thread hands back: the body, or a refusal as plain data, for a class does not survive the way between threads. */
export type Answer = Uint8Array<ArrayBuffer> | Pick<Refusal, 'code' | 'message' | 'faults'>

const db = openReader(workerData as DatabaseSource)

/** One question, computed from a connection of this thread's own. */
export default async function answer(job: Job): Promise<Answer> {
  try {
    // Handed over, not copied: a large reply costs the other thread nothing.
    return move(await runJob(db, job)) as Answer
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { code: error.code, message: error.message, faults: error.faults }
  }
}
