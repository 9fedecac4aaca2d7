import { createSignal } from 'solid-js'
import type { Language } from '../messages/index.ts'

export type Preferences = {
  theme: 'system' | 'light' | 'dark'
  /** Size of the whole interface. */
  textSize: 'small' | 'normal' | 'large' | 'larger'
  /** Size of transcripts alone. */
  readingSize: 'small' | 'normal' | 'large' | 'larger'
  /** Shortcuts of one key without Ctrl or Alt (WCAG 2.1.4: they can be switched off). */
  singleKeys: boolean
  /** Keys instead of the usual ones, by the usual ones. */
  keys: Readonly<Record<string, string>>
  motion: 'system' | 'none'
  /** `system`: what the browser asks for. */
  language: 'system' | Language
}

const key = 'attune:preferences'
const defaults: Preferences = {
  theme: 'system',
  textSize: 'normal',
  readingSize: 'normal',
  singleKeys: true,
  keys: {},
  motion: 'system',
  language: 'system',
}

const [preferences, setPreferences] = createSignal<Preferences>(read())

export { preferences }

/** Remembered in this browser, and shown at once. */
export function prefer(change: Partial<Preferences>): void {
  const next = setPreferences((was) => ({ ...was, ...change }))
  show(next)
  try {
    localStorage.setItem(key, JSON.stringify(next))
  } catch {
    // A browser without storage forgets it with the tab.
  }
}

function read(): Preferences {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '{}')
    return { ...defaults, ...(typeof kept === 'object' ? kept : {}) }
  } catch {
    return { ...defaults }
  }
}

/** The style sheets read these attributes; `public/theme.js` sets them before the first paint. */
function show(now: Preferences): void {
  const root = document.documentElement
  if (now.theme === 'system') delete root.dataset.theme
  else root.dataset.theme = now.theme
  if (now.motion === 'system') delete root.dataset.motion
  else root.dataset.motion = now.motion
  root.dataset.textSize = now.textSize
  root.dataset.readingSize = now.readingSize
}
