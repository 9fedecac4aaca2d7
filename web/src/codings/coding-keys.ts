import { announce } from '../base/announce.tsx'
import { setPaletteOpen } from '../base/commands.ts'
import { preferences } from '../base/preferences.ts'
import { isSingleKey, type Shortcut } from '../base/shortcuts.ts'
import { t } from '../messages/index.ts'
import { type Edge, moveBorder } from './borders.ts'
import { codeSegment, codesOf, lastCode, raiseNeighbour, removeRaised } from './coding-actions.ts'
import type { Desk } from './desk.ts'
import type { Sight } from './desk-context.ts'
import { linkRaised } from './evidence.ts'
import { walkEvidence } from './evidence-walk.ts'
import { goToSlot, nextMissing } from './instruments/go-to-slot.ts'
import { chosenEvent, codeGiven } from './training/given-events.ts'

const say = (words: string | null) => {
  if (words) announce(words)
}

/** The keys of the coding screen. While words are selected, letters are codes; without a selection they are commands. */
export function codingKeys(desk: Desk, sight: Sight, openSubmit: () => void): Shortcut[] {
  const going = [...goingKeys(desk, sight), ...givenKeys(sight)]
  return desk.mayWrite() ? [...writingKeys(desk, sight, openSubmit), ...going] : going
}

/** From unit to unit, where training gives their borders. */
function givenKeys(sight: Sight): Shortcut[] {
  if (sight.given.units.length === 0) return []
  return [
    { keys: ')', label: t().myTraining.keys.nextUnit, run: () => sight.given.go(1) },
    { keys: '(', label: t().myTraining.keys.previousUnit, run: () => sight.given.go(-1) },
  ]
}

function writingKeys(desk: Desk, sight: Sight, openSubmit: () => void): Shortcut[] {
  return [
    { keys: 'Mod+Z', label: t().codings.keys.undo, run: desk.undo },
    { keys: 'Mod+Shift+Z', label: t().codings.keys.redo, run: desk.redo },
    { keys: 'Mod+Y', label: t().codings.keys.redo, run: desk.redo },
    { keys: '/', label: t().codings.keys.chooseCode, run: () => openCodes(sight) },
    { keys: '.', label: t().codings.keys.repeat, run: () => repeat(desk, sight) },
    { keys: 'e', label: t().evidence.keys.link, run: () => say(linkRaised(desk, sight, 'for')) },
    { keys: 'a', label: t().evidence.keys.linkAgainst, run: () => say(linkRaised(desk, sight, 'against')) },
    { keys: 'x', label: t().codings.keys.remove, run: () => removeRaised(desk, sight) },
    { keys: ',', label: t().annotations.beginsEarlier, run: () => moveRaised(desk, sight, 'start', false) },
    { keys: ';', label: t().annotations.beginsLater, run: () => moveRaised(desk, sight, 'start', true) },
    { keys: '<', label: t().annotations.endsEarlier, run: () => moveRaised(desk, sight, 'end', false) },
    { keys: '>', label: t().annotations.endsLater, run: () => moveRaised(desk, sight, 'end', true) },
    { keys: 'n', label: t().codings.keys.nextMissing, run: () => say(goToNext(desk, sight)) },
    { keys: 'Mod+Enter', label: t().codings.bar.submit, run: openSubmit, inFields: true },
  ]
}

/** These serve whoever only reads, too. */
function goingKeys(desk: Desk, sight: Sight): Shortcut[] {
  return [
    { keys: '[', label: t().codings.keys.before, run: () => raiseNeighbour(desk, sight, -1) },
    { keys: ']', label: t().codings.keys.after, run: () => raiseNeighbour(desk, sight, 1) },
    { keys: 't', label: t().codings.keys.toText, run: () => goToText(sight) },
    { keys: 'r', label: t().codings.keys.toRating, run: () => goToRating(desk, sight) },
    { keys: 'v', label: t().evidence.keys.walk, run: () => say(walkEvidence(desk, sight)) },
    { keys: 'l', label: t().codings.keys.toAnnotations, run: () => openTab(sight, 'annotations') },
    { keys: 'm', label: t().codings.keys.toMemo, run: () => openTab(sight, 'memo') },
    { keys: 'Escape', label: t().codings.keys.letGo, run: () => letGo(sight), inFields: true },
  ]
}

/** The keys that the text listens for itself. */
export function textKeys(desk: Desk, sight: Sight): Shortcut[] {
  return [
    { keys: 'ArrowDown', label: t().codings.keys.nextTurn },
    { keys: 'Enter', label: t().codings.keys.caret },
    ...(desk.mayWrite() ? [{ keys: 'c', label: t().codings.keys.codeTurn }] : []),
    ...(desk.codebook.snapping && desk.mayWrite()
      ? [{ keys: 'Alt+S', label: t().codings.keys.grows, run: () => toggleGrowing(sight) }]
      : []),
    { keys: 'Shift+ArrowRight', label: t().codings.keys.byCharacter },
    { keys: 'Alt+Shift+ArrowDown', label: t().codings.keys.bySentence },
    { keys: 'Shift+PageDown', label: t().codings.keys.byTurn },
    { keys: ' ', label: t().codings.keys.byWord },
  ]
}

/** The letters of the codebook and the digits of pinned codes, for the list of keys. */
export function letterKeys(desk: Desk, sight: Sight): Shortcut[] {
  if (!desk.mayWrite()) return []
  const codes = codesOf(desk)
  const pinned = codes.filter(({ id }) => sight.pins.digitOf(id) > 0)
  return [
    ...codes.flatMap(({ key, label }) => (key ? [{ keys: key, label }] : [])),
    ...pinned
      .map(({ id, label }) => ({ keys: String(sight.pins.digitOf(id)), label }))
      .sort((one, other) => Number(one.keys) - Number(other.keys)),
  ]
}

/** Letters as codes while words are selected. True if the key was used. */
export function pressCodeKey(desk: Desk, sight: Sight, event: KeyboardEvent): boolean {
  const stretch = sight.selection()
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && isSingleKey(event.key)
  const unit = chosenEvent(sight)
  if (!(stretch || unit) || !isPlain || !preferences().singleKeys || sight.isPaletteOpen() || isInField(event))
    return false
  const codes = codesOf(desk)
  const pinned = sight.pins.pins()[Number(event.key) - 1]
  const code = codes.find((one) => one.key === event.key) ?? codes.find((one) => one.id === pinned)
  if (code && stretch) codeSegment(desk, sight, code, stretch)
  else if (code && unit) codeGiven(desk, sight, code, unit)
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

function moveRaised(desk: Desk, sight: Sight, edge: Edge, forward: boolean): void {
  const annotation = sight.raisedAnnotation()
  if (annotation?.unit === 'segment') moveBorder(desk, annotation, edge, forward)
  else announce(t().annotations.chooseFirst)
}

function toggleGrowing(sight: Sight): void {
  sight.setExact(!sight.isExact())
  announce(sight.isExact() ? t().transcripts.growsOff : t().transcripts.growsOn)
}

function repeat(desk: Desk, sight: Sight): void {
  const [code, stretch] = [lastCode(desk, sight), sight.selection()]
  if (code && stretch) codeSegment(desk, sight, code, stretch)
  else announce(code ? t().codings.keys.selectFirst : t().codings.keys.noCodeYet)
}

// At once and not with the next frame: keys typed meanwhile would go to the wrong place.
function goToText(sight: Sight): void {
  sight.setPane('material')
  document.querySelector<HTMLElement>('.transcript__turns [tabindex="0"], .event-form select')?.focus()
}

function goToRating(desk: Desk, sight: Sight): void {
  const slot = sight.slot() ?? nextMissing(desk, sight)?.slot ?? desk.slots[0]
  if (slot) goToSlot(sight, slot)
}

function goToNext(desk: Desk, sight: Sight): string | null {
  const missing = nextMissing(desk, sight)
  if (!missing) return t().codings.keys.allRated
  goToSlot(sight, missing.slot, missing.part)
  return missing.part === 'rating' ? null : t().codings.submit.lacks(missing.message)
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
  else if (sight.given.at() >= 0) sight.given.letGo()
  else return false
  return true
}
