import { useBeforeLeave } from '@solidjs/router'
import { createEffect, createSignal, onCleanup, onMount, Show } from 'solid-js'
import { Button } from '../base/Button.tsx'
import { session } from '../base/session.ts'
import { Notice } from '../base/states.tsx'
import { t } from '../messages/index.ts'
import { useDesk } from './desk-context.ts'

/** What stands between the coder's work and the server, and what to do about it. */
export function SavingNotices() {
  const { desk } = useDesk()
  /** In training with a time limit, a change is refused once the time is over. */
  const isOver = () => Date.parse(desk.workspace.training?.dueAt ?? '') <= Date.now()
  return (
    <>
      <Show when={desk.saving().status === 'offline'}>
        <Notice kind="warn" title={t().codings.saving.offlineTitle}>
          <p>{t().codings.saving.offlineAdvice(desk.isLasting)}</p>
          <div class="button-row">
            <Button small onClick={() => desk.queue.resume()}>
              {t().codings.saving.tryNow}
            </Button>
          </div>
        </Notice>
      </Show>
      <Show when={desk.saving().status === 'signed-out'}>
        <Notice kind="warn" title={t().codings.saving.signedOutTitle}>
          <p>{t().codings.saving.signedOutAdvice(desk.workspace.coder.name)}</p>
          <div class="button-row">
            <Button small onClick={() => desk.queue.resume()}>
              {t().codings.saving.haveSignedIn}
            </Button>
          </div>
        </Notice>
      </Show>
      <Show when={desk.saving().status === 'refused'}>
        <Notice kind="bad" title={isOver() ? t().myTraining.bar.overTitle : t().codings.saving.refusedTitle} alert>
          <Show when={isOver()}>
            <p>{t().myTraining.bar.overAdvice}</p>
          </Show>
          <p>{t().codings.saving.refusedAdvice(t().base.fromServer(desk.saving().refusal ?? ''))}</p>
          <div class="button-row">
            <Button small onClick={() => void desk.giveUpRefused()}>
              {t().codings.saving.takeBack}
            </Button>
          </div>
        </Notice>
      </Show>
    </>
  )
}

/** Keeps work from being lost by leaving, and goes on by itself when the way to the server is free again. */
export function Guards() {
  const { desk } = useDesk()
  const [leaving, setLeaving] = createSignal<{ go: () => void } | null>(null)
  const isUnsaved = () => desk.saving().waiting > 0 || desk.saving().conflicts.length > 0

  const beforeUnload = (event: BeforeUnloadEvent) => {
    if (!isUnsaved()) return
    desk.queue.flush()
    // What the browser keeps needs no question; what lives in this window alone does.
    if (!desk.isLasting || !desk.saving().isKept) event.preventDefault()
  }
  let seen = Date.now()
  const visible = () => {
    if (document.visibilityState === 'hidden') return desk.queue.flush()
    if (Date.now() - seen < 10_000 || isUnsaved()) return
    seen = Date.now()
    void desk.refresh()
  }
  const online = () => desk.queue.resume()
  onMount(() => {
    window.addEventListener('beforeunload', beforeUnload)
    window.addEventListener('online', online)
    document.addEventListener('visibilitychange', visible)
    onCleanup(() => {
      window.removeEventListener('beforeunload', beforeUnload)
      window.removeEventListener('online', online)
      document.removeEventListener('visibilitychange', visible)
      desk.queue.stop()
      desk.close()
    })
  })

  createEffect(() => {
    const now = session()
    const isCoder = now.state === 'signed-in' && now.me.person.id === desk.workspace.coder.id
    if (isCoder && desk.saving().status === 'signed-out') desk.queue.resume()
  })

  useBeforeLeave((event) => {
    if (!isUnsaved() || event.defaultPrevented) return
    event.preventDefault()
    const go = () => event.retry(true)
    void desk.everythingSaved().then((isSaved) => (isSaved ? go() : setLeaving({ go })))
  })

  return (
    <Show when={leaving()}>
      {(way) => (
        <div class="leave-panel" role="alertdialog" aria-labelledby="leave-title">
          <h2 id="leave-title">{t().codings.saving.leaveTitle}</h2>
          <p>{t().codings.saving.leaveLoses(desk.saving().waiting + desk.saving().conflicts.length, desk.isLasting)}</p>
          <div class="button-row">
            <Button
              look="primary"
              ref={(button) => queueMicrotask(() => button.focus())}
              onClick={() => setLeaving(null)}
            >
              {t().codings.saving.stay}
            </Button>
            <Button look={desk.isLasting ? 'usual' : 'danger'} onClick={() => way().go()}>
              {t().codings.saving.leave(desk.isLasting)}
            </Button>
          </div>
        </div>
      )}
    </Show>
  )
}
