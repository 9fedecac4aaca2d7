import { Worker } from 'node:worker_threads'
import type { DatabaseSource } from '../base/database/reader.ts'
import type { Job } from './jobs.ts'
import type { Answer } from './worker.ts'

/** A thread that answers one question after another. Once it failed or was stopped it answers none. */
export type Thread = {
  readonly ask: (job: Job) => Promise<Answer>
  readonly stop: () => Promise<void>
}

export function startThread(source: DatabaseSource, megabytes: number): Thread {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: source,
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  })
  // A thread that waits for questions keeps no program alive.
  worker.unref()
  let waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | null = null
  worker.on('message', (answer: Answer) => waiting?.resolve(answer))
  // Also where nobody waits: an error that nobody listens for would end the server.
  worker.on('error', (error: Error) => waiting?.reject(error))
  worker.on('exit', (code) => waiting?.reject(new Error(`The computing thread ended with ${code}.`)))
  return {
    ask: (job) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject }
        worker.postMessage(job)
      }),
    stop: async () => {
      await worker.terminate()
    },
  }
}
