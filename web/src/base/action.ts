import { createSignal } from 'solid-js'
import { t } from '../messages/index.ts'
import { Refused } from './refused.ts'

export type Action<Arguments extends unknown[]> = {
  /** Runs unless it runs already; true when it went through. */
  readonly run: (...values: Arguments) => Promise<boolean>
  readonly pending: () => boolean
  readonly failure: () => unknown
  /** What is wrong with one field, by its path in the body. */
  readonly fault: (path: string) => string | undefined
  readonly clear: () => void
}

/** Something the person asks for: a form sent, a button pressed. Keeps whether it runs and why it was refused. */
export function createAction<Arguments extends unknown[]>(
  work: (...values: Arguments) => Promise<unknown>,
): Action<Arguments> {
  const [pending, setPending] = createSignal(false)
  const [failure, setFailure] = createSignal<unknown>()
  const run = async (...values: Arguments) => {
    if (pending()) return false
    setPending(true)
    setFailure(undefined)
    try {
      await work(...values)
      return true
    } catch (error) {
      setFailure(() => error)
      return false
    } finally {
      setPending(false)
    }
  }
  const fault = (path: string) => {
    const refused = failure()
    if (!(refused instanceof Refused)) return undefined
    const found = refused.faults.find((one) => one.path === path || one.path === `body.${path}`)
    return found && t().base.fromServer(found.message)
  }
  return { run, pending, failure, fault, clear: () => setFailure(undefined) }
}
