import { createSignal } from 'solid-js'

/** How a key times a state: one press begins and the next ends it, or it lasts as long as the key is held. */
export type StateKeys = 'toggle' | 'hold'

const key = 'attune:state-keys'
const [stateKeys, set] = createSignal<StateKeys>(read())

export { stateKeys }

/** Remembered in this browser. */
export function preferStateKeys(next: StateKeys): void {
  set(next)
  try {
    localStorage.setItem(key, next)
  } catch {
    // A browser without storage forgets it with the tab.
  }
}

function read(): StateKeys {
  try {
    return localStorage.getItem(key) === 'hold' ? 'hold' : 'toggle'
  } catch {
    return 'toggle'
  }
}
