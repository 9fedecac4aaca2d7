import { endMySession, listMySessions } from '@attune/contract'
import { For, Show } from 'solid-js'
import { createAction } from '../base/action.ts'
import { announce } from '../base/announce.tsx'
import { Button } from '../base/Button.tsx'
import { call } from '../base/call.ts'
import { formatMoment, Moment } from '../base/dates.tsx'
import { createLoad } from '../base/load.ts'
import { Badge, FailureNotice, Loaded, Panel } from '../base/states.tsx'
import { t } from '../messages/index.ts'
import { deviceName } from './device.ts'
import './settings.css'

/** Where I am signed in. */
export function MySessions() {
  const load = createLoad(
    () => true,
    (_, signal) => call(listMySessions, {}, { signal }),
  )
  const end = createAction(async (session: string) => {
    await call(endMySession, { session })
    announce(t().settings.signedOutThere)
    await load.reload()
  })
  return (
    <Panel title={t().settings.sessions}>
      <Loaded of={load}>
        {(answer) => (
          <ul class="plain-list settings__sessions">
            <For each={answer().sessions}>
              {(session) => (
                <li>
                  <div>
                    <p>
                      {deviceName(session.userAgent)}{' '}
                      <Show when={session.isThisOne}>
                        <Badge kind="accent">{t().settings.thisBrowser}</Badge>
                      </Show>
                    </p>
                    <p class="quiet">
                      {t().settings.since(formatMoment(session.createdAt), <Moment at={session.lastSeenAt} ago />)}
                    </p>
                  </div>
                  <Show when={!session.isThisOne}>
                    <Button small onClick={() => void end.run(session.id)}>
                      {t().settings.signOutThere}
                    </Button>
                  </Show>
                </li>
              )}
            </For>
          </ul>
        )}
      </Loaded>
      <FailureNotice failure={end.failure()} />
    </Panel>
  )
}
