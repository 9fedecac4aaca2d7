import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js'

export type Load<T> = {
  readonly value: Accessor<T | undefined>
  readonly failure: Accessor<unknown>
  readonly pending: Accessor<boolean>
  /** Asks again; what is on the screen stays until the answer is there. */
  readonly reload: () => Promise<void>
  /** Takes an answer that came another way, e.g. from a save. */
  readonly set: (value: T) => void
}

/**
 * Keeps the answer to a question that depends on signals. While `source` gives null, false or undefined nothing is asked;
 * when it changes, the old answer goes and a question under way is dropped.
 */
export function createLoad<Source, T>(
  source: Accessor<Source | null | false | undefined>,
  ask: (source: Source, signal: AbortSignal) => Promise<T>,
): Load<T> {
  const [value, setValue] = createSignal<T>()
  const [failure, setFailure] = createSignal<unknown>()
  const [pending, setPending] = createSignal(false)
  let running = new AbortController()

  const run = async (from: Source) => {
    running.abort()
    const mine = new AbortController()
    running = mine
    setPending(true)
    try {
      const answer = await ask(from, mine.signal)
      if (mine.signal.aborted) return
      setValue(() => answer)
      setFailure(undefined)
    } catch (error) {
      if (!mine.signal.aborted) setFailure(() => error)
    } finally {
      if (!mine.signal.aborted) setPending(false)
    }
  }
  createEffect(
    on(source, (from) => {
      running.abort()
      setValue(undefined)
      setFailure(undefined)
      setPending(false)
      if (isAsked(from)) void run(from)
    }),
  )
  onCleanup(() => running.abort())
  const reload = async () => {
    const from = source()
    if (isAsked(from)) await run(from)
  }
  return { value, failure, pending, reload, set: (next) => setValue(() => next) }
}

function isAsked<Source>(from: Source | null | false | undefined): from is Source {
  return from !== null && from !== false && from !== undefined
}
