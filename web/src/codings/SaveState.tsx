import { createEffect, createMemo, on } from 'solid-js'
import { announce } from '../base/announce.tsx'
import { formatTime } from '../base/dates.tsx'
import { Icon } from '../base/Icon.tsx'
import { t } from '../messages/index.ts'
import { useDesk } from './desk-context.ts'
import type { SavingState } from './saving-state.ts'

/** Whether everything is on the server, in a word that is always in the same place. */
export function SaveState() {
  const { desk } = useDesk()
  const words = createMemo(() => saveWords(desk.saving()))
  // Saving goes on all the time; only when it stops, or goes on again, is it worth hearing.
  const isTrouble = createMemo(() => !['saved', 'saving'].includes(desk.saving().status))
  createEffect(on(isTrouble, (now) => announce(now ? words() : t().codings.saving.again), { defer: true }))
  return (
    <span class={`save-state save-state--${desk.saving().status}`} data-kept={desk.saving().isKept}>
      <Icon
        name={desk.saving().status === 'saved' ? 'check' : desk.saving().status === 'saving' ? 'clock' : 'warning'}
      />
      {words()}
    </span>
  )
}

export function saveWords(state: SavingState): string {
  const { saving } = t().codings
  switch (state.status) {
    case 'saved':
      return state.conflicts.length > 0 ? saving.savedButOne : saving.saved
    case 'saving':
      return saving.saving
    case 'offline':
      return saving.offline(state.waiting, formatTime(state.awaySince ?? Date.now()))
    case 'signed-out':
      return saving.signedOut(state.waiting)
    case 'refused':
      return saving.refused(state.waiting)
  }
}
