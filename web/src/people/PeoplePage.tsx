import { listPeople } from '@attune/contract'
import { createSignal, Show } from 'solid-js'
import { Button } from '../base/Button.tsx'
import { call } from '../base/call.ts'
import { createLoad } from '../base/load.ts'
import { PageHead } from '../base/PageHead.tsx'
import { usePage } from '../base/page.ts'
import { createShortcuts } from '../base/shortcuts.ts'
import { Loaded } from '../base/states.tsx'
import { useStudy } from '../base/study.tsx'
import { t } from '../messages/index.ts'
import { Invitations } from './Invitations.tsx'
import { InvitePanel } from './InvitePanel.tsx'
import { Members } from './Members.tsx'
import './people.css'

/** Who belongs to the study, and who is invited. */
export default function PeoplePage() {
  const { study } = useStudy()
  const [isInviting, setInviting] = createSignal(false)
  usePage(() => ({ title: t().base.places.people }))
  const load = createLoad(
    () => study().id,
    (id, signal) => call(listPeople, { study: id }, { signal }),
  )
  createShortcuts(
    () => t().base.places.people,
    () => [{ keys: 'i', label: t().people.invite, run: () => setInviting(true) }],
  )
  return (
    <>
      <PageHead
        title={t().base.places.people}
        intro={t().people.intro}
        actions={
          <Button look="primary" icon="plus" aria-expanded={isInviting()} onClick={() => setInviting((was) => !was)}>
            {t().people.invite}
          </Button>
        }
      />
      <div class="stack">
        <Show when={isInviting()}>
          <InvitePanel onMade={() => void load.reload()} onClose={() => setInviting(false)} />
        </Show>
        <Loaded of={load}>
          {(answer) => (
            <>
              <Members members={answer().members} onChanged={() => void load.reload()} />
              <Invitations invitations={answer().invitations} onChanged={() => void load.reload()} />
            </>
          )}
        </Loaded>
      </div>
    </>
  )
}
