import { announce } from '../../../base/announce.tsx'
import { preferences } from '../../../base/preferences.ts'
import type { Desk } from '../../desk.ts'
import { beginNextEpisode } from '../episodes/episode-actions.ts'
import { type ClockSource, toHundredths } from './clock-source.ts'
import type { CodeKeys } from './code-keys.ts'
import type { Recorder } from './recorder.ts'

export type Live = {
  readonly desk: Desk
  readonly recorder: Recorder
  readonly clock: ClockSource
  readonly keys: CodeKeys
}

/** While events are recorded, letters are codes wherever the focus is, except in a field. True if the key was used. */
export function pressLiveKey(live: Live, event: KeyboardEvent): boolean {
  const { recorder } = live
  if (!recorder.isArmed() || event.ctrlKey || event.metaKey || event.altKey || isInField(event)) return false
  if (event.key === 'Escape') return letGo(recorder)
  if (event.key === ' ') return !isOnControl(event) && (event.repeat || startOrPause(live.clock))
  if (!preferences().singleKeys) return false
  if (event.shiftKey) return pressWithShift(live, event)
  const value = recorder.question()?.modifier.values[digitOf(event) - 1]
  const code = value ? undefined : live.keys.codeFor(event.key)
  // A key that is held down repeats itself; that codes nothing new, and means nothing else either.
  if (event.repeat) return (value ?? code) !== undefined
  if (value) recorder.answer(value.id)
  else if (code) recorder.down(event.key, code, toHundredths(live.clock.timeAt(event.timeStamp)))
  return (value ?? code) !== undefined
}

/** A key that is let go of, also after Shift or Ctrl came down: whatever it held must not stay held. */
export function releaseLiveKey({ recorder, clock }: Live, event: KeyboardEvent): void {
  recorder.up(event.key.toLowerCase(), toHundredths(clock.timeAt(event.timeStamp)))
}

/** Shift and a digit: whose behaviour it is. Shift and N: the next episode. */
function pressWithShift({ desk, recorder, clock }: Live, event: KeyboardEvent): boolean {
  if (event.key === 'N') {
    const words = event.repeat ? null : beginNextEpisode(desk, toHundredths(clock.timeAt(event.timeStamp)))
    if (words) announce(words)
    return true
  }
  const subject = desk.codebook.subjects[digitOf(event) - 1]
  if (!subject) return false
  recorder.setSubject(subject.id)
  announce(subject.label)
  return true
}

function letGo(recorder: Recorder): boolean {
  if (recorder.question()) recorder.stopAsking()
  else recorder.setArmed(false)
  return true
}

function startOrPause(clock: ClockSource): boolean {
  if (clock.isPlaying()) clock.pause()
  else clock.play()
  return true
}

/** By the key's place: with Shift, a digit gives another sign on every keyboard. */
const digitOf = (event: KeyboardEvent): number =>
  Number(/^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1] ?? Number.NaN)

const isIn = (event: KeyboardEvent, selector: string): boolean =>
  event.target instanceof Element && event.target.closest(selector) !== null

const isInField = (event: KeyboardEvent): boolean =>
  isIn(event, 'input:not([type=radio], [type=checkbox]), textarea, select, [role=dialog], [role=alertdialog]')

/** Space presses what has the focus. */
const isOnControl = (event: KeyboardEvent): boolean => isIn(event, 'button, a, summary, input, [role=tab]')
