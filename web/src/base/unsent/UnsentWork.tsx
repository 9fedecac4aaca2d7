import { useLocation } from '@solidjs/router'
import { createResource, For, Show } from 'solid-js'
import { t } from '../../messages/index.ts'
import { ButtonLink } from '../Button.tsx'
import { me } from '../session.ts'
import { Notice } from '../states.tsx'
import { unsentOf } from './unsent.ts'

/** On every screen but the coding itself: work that a closed window could not send, with the way to it. */
export function UnsentWork() {
  const location = useLocation()
  const [unsent] = createResource(
    () => ({ person: me()?.person.id, path: location.pathname }),
    async ({ person, path }) =>
      person === undefined ? [] : (await unsentOf(person)).filter(({ coding }) => !path.includes(coding)),
  )
  return (
    <Show when={(unsent.latest ?? []).length > 0}>
      <Notice kind="warn" title={t().base.unsent.title}>
        <p>{t().base.unsent.advice}</p>
        <div class="button-row">
          <For each={unsent.latest}>
            {({ study, coding, changes }) => (
              <ButtonLink href={`/studies/${study}/codings/${coding}`}>{t().base.unsent.open(changes)}</ButtonLink>
            )}
          </For>
        </div>
      </Notice>
    </Show>
  )
}
