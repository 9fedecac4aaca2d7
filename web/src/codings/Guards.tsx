import { useBeforeLeave } from '@solidjs/router'
import { createEffect, createSignal, onCleanup, onMount, Show } from 'solid-js'
import { Button } from '../base/Button.tsx'
import { session } from '../base/session.ts'
import { Notice } from '../base/states.tsx'
import { useDesk } from './desk-context.ts'

/** What stands between the coder's work and the server, and what to do about it. */
export function SavingNotices() {
  const { desk } = useDesk()
  return (
    <>
      <Show when={desk.saving().status === 'offline'}>
        <Notice kind="warn" title="The server cannot be reached. Go on coding.">
          <p>
            Your changes are kept in this window and are saved as soon as the connection is back. Do not close the
            window.
          </p>
          <div class="button-row">
            <Button small onClick={() => desk.queue.resume()}>
              Try now
            </Button>
          </div>
        </Notice>
      </Show>
      <Show when={desk.saving().status === 'signed-out'}>
        <Notice kind="warn" title="You were signed out. Nothing is lost.">
          <p>Sign in again as {desk.workspace.coder.name}; what waits here is saved then.</p>
          <div class="button-row">
            <Button small onClick={() => desk.queue.resume()}>
              I have signed in
            </Button>
          </div>
        </Notice>
      </Show>
      <Show when={desk.saving().status === 'refused'}>
        <Notice kind="bad" title="The server does not take a change" alert>
          <p>
            {desk.saving().refusal} What you did is still on this screen, and nothing after it is saved until you
            decide.
          </p>
          <div class="button-row">
            <Button small onClick={() => void desk.giveUpRefused()}>
              Take that change back
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
    event.preventDefault()
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
          <h2 id="leave-title">Leave without saving?</h2>
          <p>
            {desk.saving().waiting + desk.saving().conflicts.length} of your changes have not reached the server. They
            are kept only in this window.
          </p>
          <div class="button-row">
            <Button
              look="primary"
              ref={(button) => queueMicrotask(() => button.focus())}
              onClick={() => setLeaving(null)}
            >
              Stay
            </Button>
            <Button look="danger" onClick={() => way().go()}>
              Leave and lose them
            </Button>
          </div>
        </div>
      )}
    </Show>
  )
}
