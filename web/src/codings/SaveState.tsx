import { createEffect, createMemo, on } from 'solid-js'
import { announce } from '../base/announce.tsx'
import { Icon } from '../base/Icon.tsx'
import { useDesk } from './desk-context.ts'
import type { SavingState } from './saving-state.ts'

/** Whether everything is on the server, in a word that is always in the same place. */
export function SaveState() {
  const { desk } = useDesk()
  const words = createMemo(() => saveWords(desk.saving()))
  // Saving goes on all the time; only when it stops, or goes on again, is it worth hearing.
  const isTrouble = createMemo(() => !['saved', 'saving'].includes(desk.saving().status))
  createEffect(on(isTrouble, (now) => announce(now ? words() : 'Saved again'), { defer: true }))
  return (
    <span class={`save-state save-state--${desk.saving().status}`}>
      <Icon
        name={desk.saving().status === 'saved' ? 'check' : desk.saving().status === 'saving' ? 'clock' : 'warning'}
      />
      {words()}
    </span>
  )
}

export function saveWords(state: SavingState): string {
  const changes = state.waiting === 1 ? '1 change' : `${state.waiting} changes`
  switch (state.status) {
    case 'saved':
      return state.conflicts.length > 0 ? 'Saved, except one choice of yours' : 'Saved'
    case 'saving':
      return 'Saving'
    case 'offline':
      return `Offline, ${changes} kept here`
    case 'signed-out':
      return `Signed out, ${changes} kept here`
    case 'refused':
      return `Not saved, ${changes} kept here`
  }
}
