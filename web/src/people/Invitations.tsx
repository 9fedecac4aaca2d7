import { type listPeople, type Reply, withdrawInvitation } from '@attune/contract'
import { For, Show } from 'solid-js'
import { createAction } from '../base/action.ts'
import { announce } from '../base/announce.tsx'
import { Button } from '../base/Button.tsx'
import { call } from '../base/call.ts'
import { formatDay, formatMoment } from '../base/dates.tsx'
import { Badge, EmptyState, FailureNotice, Panel, TableFrame } from '../base/states.tsx'
import { useStudy } from '../base/study.tsx'
import { t } from '../messages/index.ts'

type Invitation = Reply<typeof listPeople>['invitations'][number]
const states = { open: 'Open', used: 'Used', expired: 'Expired', withdrawn: 'Withdrawn' } as const

export function Invitations(props: { invitations: readonly Invitation[]; onChanged: () => void }) {
  const { study } = useStudy()
  const withdraw = createAction(async (invitation: string) => {
    await call(withdrawInvitation, { study: study().id, invitation })
    announce('Invitation withdrawn.')
    props.onChanged()
  })
  return (
    <Panel title="Invitations" flush>
      <FailureNotice failure={withdraw.failure()} />
      <Show
        when={props.invitations.length > 0}
        fallback={<EmptyState title="No invitations.">Make a link above and hand it over; each works once.</EmptyState>}
      >
        <TableFrame label="Invitations">
          <table class="table">
            <thead>
              <tr>
                <th scope="col">As</th>
                <th scope="col">Note</th>
                <th scope="col">Made</th>
                <th scope="col">Works until</th>
                <th scope="col">State</th>
                <th scope="col">
                  <span class="visually-hidden">Actions</span>
                </th>
              </tr>
            </thead>
            <tbody>
              <For each={props.invitations}>
                {(one) => (
                  <tr>
                    <th scope="row">{t().base.roles[one.role]}</th>
                    <td>{one.note || <span class="quiet">None</span>}</td>
                    <td>
                      {formatDay(one.createdAt)} by {one.madeBy}
                    </td>
                    <td>{formatMoment(one.expiresAt)}</td>
                    <td>
                      <Badge kind={one.state === 'open' ? 'accent' : 'plain'}>{states[one.state]}</Badge>
                    </td>
                    <td>
                      <Show when={one.state === 'open'}>
                        <div class="button-row people__actions">
                          <Button small look="quiet" onClick={() => void withdraw.run(one.id)}>
                            Withdraw
                          </Button>
                        </div>
                      </Show>
                    </td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </TableFrame>
      </Show>
    </Panel>
  )
}
