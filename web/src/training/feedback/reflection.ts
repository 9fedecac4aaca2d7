import { createSignal, onCleanup } from 'solid-js'

export type ReflectionState =
  | { kind: 'idle' }
  | { kind: 'waiting' | 'saving' | 'failed' }
  | { kind: 'saved'; at: string }

const PAUSE = 800
const AGAIN = 5000

/**
 * A note that saves itself: after a pause in typing, one save at a time, and again after a while if one failed. What was typed
 * meanwhile is saved after it.
 */
export function createReflection(first: string, save: (text: string) => Promise<{ savedAt: string }>) {
  const [text, setText] = createSignal(first)
  const [state, setState] = createSignal<ReflectionState>({ kind: 'idle' })
  let there = first
  let isSaving = false
  let timer: ReturnType<typeof setTimeout> | undefined

  function later(milliseconds: number): void {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), milliseconds)
  }

  async function flush(): Promise<void> {
    clearTimeout(timer)
    const now = text()
    if (isSaving || now === there) return
    isSaving = true
    setState({ kind: 'saving' })
    try {
      const { savedAt } = await save(now)
      there = now
      setState({ kind: 'saved', at: savedAt })
    } catch {
      setState({ kind: 'failed' })
      later(AGAIN)
    } finally {
      isSaving = false
    }
    if (text() !== there && state().kind !== 'failed') await flush()
  }

  function write(next: string): void {
    setText(next)
    if (!isSaving && state().kind !== 'failed') setState({ kind: 'waiting' })
    later(PAUSE)
  }
  onCleanup(() => clearTimeout(timer))
  return { text, state, write, flush, isUnsaved: () => text() !== there }
}
