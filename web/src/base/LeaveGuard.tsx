import { useBeforeLeave } from '@solidjs/router'
import { createEffect, createSignal, onCleanup } from 'solid-js'
import { t } from '../messages/index.ts'
import { createAction } from './action.ts'
import { ConfirmDialog } from './Dialog.tsx'

/** Asks before a screen is left with something not saved. The browser asks by itself when the tab is closed. */
export function LeaveGuard(props: { isChanged: boolean; what: string }) {
  const [goOn, setGoOn] = createSignal<() => void>()
  useBeforeLeave((event) => {
    if (!props.isChanged || event.defaultPrevented) return
    event.preventDefault()
    setGoOn(() => () => event.retry(true))
  })
  createEffect(() => {
    if (!props.isChanged) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    onCleanup(() => window.removeEventListener('beforeunload', ask))
  })
  const leave = createAction(async () => goOn()?.())
  return (
    <ConfirmDialog
      open={goOn() !== undefined}
      onClose={() => setGoOn(undefined)}
      title={t().base.leaveTitle}
      confirm={t().base.leave}
      danger
      action={leave}
    >
      <p>{t().base.leaveLoses(props.what)}</p>
    </ConfirmDialog>
  )
}
