import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js'

/** A value that follows another one when it has rested for a while: what is typed, before the server is asked. */
export function createDelayed<T>(value: Accessor<T>, milliseconds: number): Accessor<T> {
  const [delayed, setDelayed] = createSignal(value())
  createEffect(
    on(
      value,
      (now) => {
        const timer = setTimeout(() => setDelayed(() => now), milliseconds)
        onCleanup(() => clearTimeout(timer))
      },
      { defer: true },
    ),
  )
  return delayed
}
