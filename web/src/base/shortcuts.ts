import { type Accessor, createSignal, onCleanup, onMount } from 'solid-js'
import { t } from '../messages/index.ts'
import { preferences } from './preferences.ts'

export type Shortcut = {
  /** `Mod+K` (Ctrl, on a Mac Command), `Shift+ArrowDown`, `?`, `j`, or two keys one after the other: `g h`. */
  readonly keys: string
  readonly label: string
  /**
   * Return `false` to say that the key meant nothing here: then the browser does what it always does. Without it the key is
   * only listed: what has the focus listens for it.
   */
  readonly run?: (event: KeyboardEvent) => unknown
  /** Also while the cursor stands in a field. Only for keys with Ctrl, Alt or Command, and for Escape. */
  readonly inFields?: boolean
}
/** As it is now: `usual` are the keys it has where nobody changed them. */
export type ShortcutNow = Shortcut & { readonly usual: string }
export type ShortcutGroup = { readonly title: string; readonly shortcuts: readonly ShortcutNow[] }
type Registered = { readonly title: string; readonly shortcuts: readonly Shortcut[] }

const [groups, setGroups] = createSignal<readonly Accessor<Registered>[]>([])

/** What the `?` panel lists; the most recent screen first. */
export function shortcutGroups(): ShortcutGroup[] {
  const { keys } = preferences()
  return groups().map((group) => {
    const { title, shortcuts } = group()
    return { title, shortcuts: shortcuts.map((one) => ({ ...one, usual: one.keys, keys: keys[one.keys] ?? one.keys })) }
  })
}

/** Registers the keys of a screen for as long as it is shown. */
export function createShortcuts(title: Accessor<string>, shortcuts: () => readonly Shortcut[]): void {
  const group = () => ({ title: title(), shortcuts: shortcuts() })
  onMount(() => setGroups((all) => [group, ...all]))
  onCleanup(() => setGroups((all) => all.filter((one) => one !== group)))
}

const isMac = typeof navigator !== 'undefined' && navigator.platform.startsWith('Mac')
let waiting = { first: '', until: 0 }

/** Call once; returns how to stop. */
export function listenForShortcuts(): () => void {
  document.addEventListener('keydown', heard)
  return () => document.removeEventListener('keydown', heard)
}

function heard(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.key === 'Shift') return
  const pressed = nameOf(event)
  const sequence = waiting.until > event.timeStamp ? `${waiting.first} ${pressed}` : ''
  waiting = { first: '', until: 0 }
  const all = shortcutGroups().flatMap((group) => group.shortcuts.filter((one) => one.run))
  // "g m" that was begun is meant, also where a screen has "m" for something of its own.
  const named = (keys: string) => all.find((one) => one.keys === keys && mayRun(one, event))
  const found = (sequence && named(sequence)) || named(pressed)
  if (found) {
    if (found.run?.(event) !== false) event.preventDefault()
    return
  }
  const begins = all.some((one) => one.keys.startsWith(`${pressed} `) && mayRun(one, event))
  if (begins) waiting = { first: pressed, until: event.timeStamp + 1500 }
}

function mayRun(shortcut: Shortcut, event: KeyboardEvent): boolean {
  if (isSingleKey(shortcut.keys) && !preferences().singleKeys) return false
  if (shortcut.inFields) return true
  return !(event.target instanceof Element && event.target.closest(fields))
}

/** Where keys belong to what has the focus. */
const fields =
  'input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable=true], ' +
  '[role=dialog], [role=alertdialog], [role=menu], [role=combobox]'

/** A printable key without Ctrl, Alt or Command. Arrows, Enter and Escape are not meant by WCAG 2.1.4. */
export function isSingleKey(keys: string): boolean {
  return keys.split(' ').every((key) => [...key].length === 1)
}

/** The keys of an event as a shortcut names them. */
export function nameOf(event: KeyboardEvent): string {
  const isPrintable = [...event.key].length === 1
  const parts = [
    (isMac ? event.metaKey : event.ctrlKey) ? 'Mod' : '',
    isMac && event.ctrlKey ? 'Ctrl' : '',
    event.altKey ? 'Alt' : '',
    // A printable key already carries its Shift: "?" is "?".
    event.shiftKey && (!isPrintable || event.ctrlKey || event.metaKey) ? 'Shift' : '',
  ].filter(Boolean)
  const withModifier = parts.length > 0 && isPrintable
  return [...parts, withModifier ? event.key.toUpperCase() : event.key].join('+')
}

const signs: Record<string, string> = {
  Alt: isMac ? '⌥' : 'Alt',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
}

function capOf(key: string): string {
  const { caps } = t().keys
  if (key === 'Mod') return isMac ? '⌘' : caps.control
  if (key === 'Ctrl') return caps.control
  if (key === 'Escape') return caps.escape
  return signs[key] ?? key
}

/** The keys as they are printed: `[['Ctrl', 'K']]`, a sequence as several parts. */
export function keyCaps(keys: string): string[][] {
  if (keys === ' ') return [[t().keys.caps.space]]
  return keys.split(' ').map((chord) => chord.split('+').map(capOf))
}
