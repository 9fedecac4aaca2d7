import { announce } from '../base/announce.tsx'
import { setPaletteOpen } from '../base/commands.ts'
import { preferences } from '../base/preferences.ts'
import { isSingleKey, type Shortcut } from '../base/shortcuts.ts'
import { codeSegment, codesOf, lastCode, raiseNeighbour, removeRaised } from './coding-actions.ts'
import type { Desk } from './desk.ts'
import type { Sight } from './desk-context.ts'
import { linkRaised } from './evidence.ts'
import { goToSlot, nextMissing } from './instruments/go-to-slot.ts'

const say = (words: string | null) => {
  if (words) announce(words)
}

/** The keys of the coding screen. While words are selected, letters are codes; without a selection they are commands. */
export function codingKeys(desk: Desk, sight: Sight, openSubmit: () => void): Shortcut[] {
  return desk.mayWrite() ? [...writingKeys(desk, sight, openSubmit), ...goingKeys(desk, sight)] : goingKeys(desk, sight)
}

function writingKeys(desk: Desk, sight: Sight, openSubmit: () => void): Shortcut[] {
  return [
    { keys: 'Mod+Z', label: 'Undo', run: desk.undo },
    { keys: 'Mod+Shift+Z', label: 'Do again', run: desk.redo },
    { keys: 'Mod+Y', label: 'Do again', run: desk.redo },
    { keys: '/', label: 'Choose a code for the selected words', run: () => openCodes(sight) },
    { keys: '.', label: 'Repeat the last code on the selected words', run: () => repeat(desk, sight) },
    {
      keys: 'e',
      label: 'Link the chosen annotation with the rating as evidence, or unlink',
      run: () => say(linkRaised(desk, sight)),
    },
    { keys: 'x', label: 'Remove the chosen annotation', run: () => removeRaised(desk, sight) },
    { keys: 'n', label: 'To the next rating that is missing', run: () => say(goToNext(desk, sight)) },
    { keys: 'Mod+Enter', label: 'Submit', run: openSubmit, inFields: true },
  ]
}

/** These serve whoever only reads, too. */
function goingKeys(desk: Desk, sight: Sight): Shortcut[] {
  return [
    { keys: '[', label: 'Annotation before', run: () => raiseNeighbour(desk, sight, -1) },
    { keys: ']', label: 'Annotation after', run: () => raiseNeighbour(desk, sight, 1) },
    { keys: 't', label: 'To the text', run: () => goToText(sight) },
    { keys: 'r', label: 'To the rating', run: () => goToRating(desk, sight) },
    { keys: 'l', label: 'To the list of annotations', run: () => openTab(sight, 'annotations') },
    { keys: 'm', label: 'To the memo on the case', run: () => openTab(sight, 'memo') },
    { keys: 'Escape', label: 'Let go of the selection or the annotation', run: () => letGo(sight), inFields: true },
  ]
}

/** The keys that the text listens for itself. */
export function textKeys(desk: Desk): Shortcut[] {
  return [
    { keys: 'ArrowDown', label: 'Next turn; with j too' },
    { keys: 'Enter', label: 'Put a caret into the turn' },
    ...(desk.mayWrite() ? [{ keys: 'c', label: 'Code the whole turn' }] : []),
    { keys: 'Shift+ArrowRight', label: 'Caret: select by character; with Ctrl or Alt by word' },
    { keys: 'Alt+Shift+ArrowDown', label: 'Caret: select by sentence' },
    { keys: 'Shift+PageDown', label: 'Caret: select by turn' },
    { keys: ' ', label: 'Caret: select the word, then the sentence' },
  ]
}

/** The letters of the codebook, for the list of keys. */
export function letterKeys(desk: Desk): Shortcut[] {
  if (!desk.mayWrite()) return []
  return codesOf(desk).flatMap(({ key, label }) => (key ? [{ keys: key, label }] : []))
}

/** Letters as codes while words are selected. True if the key was used. */
export function pressCodeKey(desk: Desk, sight: Sight, event: KeyboardEvent): boolean {
  const stretch = sight.selection()
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && isSingleKey(event.key)
  if (!stretch || !isPlain || !preferences().singleKeys || sight.isPaletteOpen() || isInField(event)) return false
  const code = codesOf(desk).find((one) => one.key === event.key)
  if (code) codeSegment(desk, sight, code, stretch)
  return code !== undefined
}

function isInField(event: KeyboardEvent): boolean {
  const { target } = event
  return (
    target instanceof Element && target.closest('input:not([type=radio]), textarea, select, [role=dialog]') !== null
  )
}

function openCodes(sight: Sight): void {
  if (sight.selection()) sight.setPaletteOpen(true)
  else setPaletteOpen(true)
}

function repeat(desk: Desk, sight: Sight): void {
  const [code, stretch] = [lastCode(desk, sight), sight.selection()]
  if (code && stretch) codeSegment(desk, sight, code, stretch)
  else announce(code ? 'Select words first.' : 'No code was used yet.')
}

// At once and not with the next frame: keys typed meanwhile would go to the wrong place.
function goToText(sight: Sight): void {
  sight.setPane('material')
  document.querySelector<HTMLElement>('.transcript__turns [tabindex="0"], .event-form select')?.focus()
}

function goToRating(desk: Desk, sight: Sight): void {
  const slot = sight.slot() ?? nextMissing(desk, sight) ?? desk.slots[0]
  if (slot) goToSlot(sight, slot)
}

function goToNext(desk: Desk, sight: Sight): string | null {
  const slot = nextMissing(desk, sight)
  if (!slot) return 'Everything that is required is rated.'
  goToSlot(sight, slot)
  return null
}

function openTab(sight: Sight, tab: 'annotations' | 'memo'): void {
  sight.setPane('instruments')
  sight.setTab(tab)
  document.querySelector<HTMLElement>(`#panel-${tab} :is(textarea, .annotation-item)`)?.focus()
}

/** One thing at a time: the palette, the selection, the annotation. False when there is nothing to let go of. */
function letGo(sight: Sight): boolean {
  if (sight.isPaletteOpen()) sight.setPaletteOpen(false)
  else if (sight.selection()) {
    sight.setSelection(null)
    document.getSelection()?.removeAllRanges()
  } else if (sight.raised()) sight.setRaised(null)
  else return false
  return true
}
