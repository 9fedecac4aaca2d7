import type { Declaration } from '@attune/contract'
import { createSignal } from 'solid-js'
import { t } from '../../messages/index.ts'

type Knew = '' | 'nothing' | 'something'

/** What the coder says to have known of whom the case is about. It stays while the panel is closed and opened again. */
export function createDeclaration() {
  const [knew, setKnew] = createSignal<Knew>('')
  const [note, setNote] = createSignal('')
  const [fault, setFault] = createSignal('')

  /** What is to be sent; null when something is missing, which is then said. */
  function check(isRequired: boolean): { declaration: Declaration | undefined } | null {
    const words = t().myTraining.declaration
    const missing =
      knew() === ''
        ? isRequired
          ? words.choose
          : ''
        : knew() === 'something' && note().trim() === ''
          ? words.sayWhat
          : ''
    setFault(missing)
    if (missing !== '') return null
    if (knew() === '') return { declaration: undefined }
    return { declaration: { knew: knew() === 'something', note: knew() === 'something' ? note().trim() : '' } }
  }
  const change =
    <Value>(set: (value: Value) => void) =>
    (value: Value) => {
      set(value)
      setFault('')
    }
  return { knew, setKnew: change(setKnew), note, setNote: change(setNote), fault, check }
}
