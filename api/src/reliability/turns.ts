import { Refusal } from '../base/refusal.ts'

export type Turns = {
  /** Does some work when it is its turn; first come, first served. @throws Refusal if too many wait already. */
  readonly take: <Result>(signal: AbortSignal, work: () => Promise<Result>) => Promise<Result>
}

/** At most so many at once, and so many that wait. Who leaves the queue is no longer waited for. */
export function openTurns(atOnce: number, mostWaiting: number): Turns {
  const queue = new Set<() => void>()
  let running = 0

  const wait = (signal: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const leave = () => {
        queue.delete(begin)
        reject(signal.reason)
      }
      const begin = () => {
        queue.delete(begin)
        signal.removeEventListener('abort', leave)
        resolve()
      }
      queue.add(begin)
      signal.addEventListener('abort', leave, { once: true })
    })

  return {
    take: async (signal, work) => {
      signal.throwIfAborted()
      if (running < atOnce) running += 1
      else if (queue.size >= mostWaiting)
        throw new Refusal('not-ready', 'Many results are being computed just now. Try again in a moment.')
      else await wait(signal)
      try {
        return await work()
      } finally {
        // The place goes straight to the next one, so that nobody can push in between.
        const [next] = queue
        if (next) next()
        else running -= 1
      }
    },
  }
}
