import type { Db } from '../base/database/database.ts'
import { type Job, runJob } from './jobs.ts'

/** Where agreement is computed. */
export type Computing = {
  /** The body of the reply to a question. @throws Refusal if it says no, takes too long or needs too much memory. */
  readonly run: (job: Job, signal: AbortSignal) => Promise<Uint8Array<ArrayBuffer>>
  readonly close: () => Promise<void>
}

/** In this very thread: for a database in memory, which no other thread can open. */
export function computeHere(db: Db): Computing {
  return { run: (job) => runJob(db, job), close: async () => undefined }
}
