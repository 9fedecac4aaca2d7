import type { Turn } from '@attune/contract'
import { createEffect, createMemo, on, onCleanup, onMount } from 'solid-js'
import type { MediaClock } from './clock.ts'
import { timedTurns, turnAt } from './turn-times.ts'

const elementOf = (index: number) => document.querySelector<HTMLElement>(`.transcript__turns [data-turn="${index}"]`)

/**
 * The transcript in step with its recording: the turn that is spoken is marked and kept in sight, a time in the margin
 * goes there. Words themselves stay for selecting.
 */
export function keepInStep(turns: readonly Turn[], clock: MediaClock, follows: () => boolean): void {
  const timed = timedTurns(turns)
  const present = createMemo(() => (clock.hasMedia() ? (turnAt(timed, clock.time())?.index ?? -1) : -1))
  createEffect(
    on(present, (index, before) => {
      if (before !== undefined && before >= 0) elementOf(before)?.removeAttribute('data-now')
      const element = elementOf(index)
      element?.setAttribute('data-now', '')
      if (follows() && clock.isPlaying()) element?.scrollIntoView({ block: 'center' })
    }),
  )
  const seek = (event: MouseEvent) => {
    const time = event.target instanceof Element && event.target.closest<HTMLElement>('[data-seek]')
    if (time) clock.seek(Number(time.dataset.seek))
  }
  onMount(() => document.addEventListener('click', seek))
  onCleanup(() => document.removeEventListener('click', seek))
}

/** Plays from the turn that has the focus; false where it has no time. */
export function playFocusedTurn(turns: readonly Turn[], clock: MediaClock): boolean {
  const item = document.activeElement?.closest<HTMLElement>('[data-turn]')
  const time = turns[Number(item?.dataset.turn ?? -1)]?.time
  if (time === null || time === undefined) return false
  clock.seek(time)
  clock.play()
  return true
}
