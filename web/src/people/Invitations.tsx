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

export function Invitations(props: { invitations: readonly Invitation[]; onChanged: () => void }) {
  const { study } = useStudy()
  const withdraw = createAction(async (invitation: string) => {
    await call(withdrawInvitation, { study: study().id, invitation })
    announce(t().people.withdrawn)
    props.onChanged()
  })
  return (
    <Panel title={t().people.invitations} flush>
      <FailureNotice failure={withdraw.failure()} />
      <Show
        when={props.invitations.length > 0}
        fallback={<EmptyState title={t().people.noInvitations}>{t().people.noInvitationsAdvice}</EmptyState>}
      >
        <TableFrame label={t().people.invitations}>
          <table class="table">
            <thead>
              <tr>
                <th scope="col">{t().people.as}</th>
                <th scope="col">{t().people.columns.note}</th>
                <th scope="col">{t().people.columns.made}</th>
                <th scope="col">{t().people.columns.until}</th>
                <th scope="col">{t().people.columns.state}</th>
                <th scope="col">
                  <span class="visually-hidden">{t().base.actions}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              <For each={props.invitations}>
                {(one) => (
                  <tr>
                    <th scope="row">{t().base.roles[one.role]}</th>
                    <td>{one.note || <span class="quiet">{t().base.none}</span>}</td>
                    <td>{t().people.madeBy(formatDay(one.createdAt), one.madeBy)}</td>
                    <td>{formatMoment(one.expiresAt)}</td>
                    <td>
                      <Badge kind={one.state === 'open' ? 'accent' : 'plain'}>{t().people.states[one.state]}</Badge>
                    </td>
                    <td>
                      <Show when={one.state === 'open'}>
                        <div class="button-row people__actions">
                          <Button small look="quiet" onClick={() => void withdraw.run(one.id)}>
                            {t().people.withdraw}
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
