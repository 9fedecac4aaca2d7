import { changeRole, endMembership, type Member, makePasswordReset, type Reply, type Role } from '@attune/contract'
import { createSignal, For, Show } from 'solid-js'
import { createAction } from '../base/action.ts'
import { announce } from '../base/announce.tsx'
import { Button } from '../base/Button.tsx'
import { call } from '../base/call.ts'
import { ConfirmDialog } from '../base/Dialog.tsx'
import { formatDay, Moment } from '../base/dates.tsx'
import { loadSession, me } from '../base/session.ts'
import { Badge, FailureNotice, Panel, TableFrame } from '../base/states.tsx'
import { useStudy } from '../base/study.tsx'
import { t } from '../messages/index.ts'
import { SecretLink } from './SecretLink.tsx'

const roles: readonly Role[] = ['pi', 'trainer', 'coder', 'trainee']

export function Members(props: { members: readonly Member[]; onChanged: () => void }) {
  const { study } = useStudy()
  const [reset, setReset] = createSignal<Reply<typeof makePasswordReset> & { name: string }>()
  const [ending, setEnding] = createSignal<Member>()
  const makeLink = createAction(async ({ person }: Member) => {
    const link = await call(makePasswordReset, { study: study().id, person: person.id }, { body: {} })
    setReset({ ...link, name: person.name })
  })
  const change = createAction(async (member: Member, role: Role) => {
    await call(changeRole, { study: study().id, person: member.person.id }, { body: { role } })
    if (member.person.id === me()?.person.id) await loadSession()
    announce(t().people.isNow(member.person.name, t().base.roles[role]))
    props.onChanged()
  })
  const end = createAction(async () => {
    const member = ending()
    if (!member) return
    await call(endMembership, { study: study().id, person: member.person.id })
    announce(t().people.hasEnded(member.person.name))
    props.onChanged()
  })
  return (
    <Panel title={t().people.members} flush>
      <Show when={reset()}>
        {(link) => (
          <div class="people__message">
            <SecretLink link={link().link} expiresAt={link().expiresAt} what={t().people.resetFor(link().name)} />
          </div>
        )}
      </Show>
      <Show when={makeLink.failure() ?? change.failure()}>
        {(failure) => (
          <div class="people__message">
            <FailureNotice failure={failure()} />
          </div>
        )}
      </Show>
      <TableFrame label={t().people.members}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{t().people.columns.name}</th>
              <th scope="col">{t().people.columns.role}</th>
              <th scope="col">{t().people.columns.since}</th>
              <th scope="col">{t().people.columns.seen}</th>
              <th scope="col">
                <span class="visually-hidden">{t().base.actions}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={props.members}>
              {(member) => (
                <MemberRow
                  member={member}
                  onRole={(role) => void change.run(member, role)}
                  onReset={() => void makeLink.run(member)}
                  onEnd={() => setEnding(member)}
                />
              )}
            </For>
          </tbody>
        </table>
      </TableFrame>
      <ConfirmDialog
        open={ending() !== undefined}
        onClose={() => setEnding(undefined)}
        title={t().people.endTitle(ending()?.person.name ?? '')}
        confirm={t().people.end}
        danger
        action={end}
      >
        <p>{t().people.endLoses}</p>
      </ConfirmDialog>
    </Panel>
  )
}

function MemberRow(props: { member: Member; onRole: (role: Role) => void; onReset: () => void; onEnd: () => void }) {
  const { role: mine } = useStudy()
  const [chosen, setChosen] = createSignal<Role>()
  const isMe = () => props.member.person.id === me()?.person.id
  const isDisabled = () => props.member.disabledAt !== null
  return (
    <tr>
      <th scope="row">
        {props.member.person.name} <span class="people__login">{props.member.person.login}</span>
        <Show when={isMe()}>
          {' '}
          <Badge>{t().people.you}</Badge>
        </Show>
        <Show when={isDisabled()}>
          {' '}
          <Badge kind="warn" icon="lock">
            {t().accounts.disabled}
          </Badge>
        </Show>
      </th>
      <td>
        <Show when={mine() === 'pi'} fallback={t().base.roles[props.member.role]}>
          <div class="button-row people__role">
            <select
              class="input input--small"
              aria-label={t().people.roleOf(props.member.person.name)}
              onChange={(event) => setChosen(roles.find((role) => role === event.currentTarget.value))}
            >
              <For each={roles}>
                {(role) => (
                  <option value={role} selected={role === (chosen() ?? props.member.role)}>
                    {t().base.roles[role]}
                  </option>
                )}
              </For>
            </select>
            <Show when={chosen() !== undefined && chosen() !== props.member.role ? chosen() : undefined}>
              {(role) => (
                <Button small look="primary" onClick={() => props.onRole(role())}>
                  {t().people.apply}
                </Button>
              )}
            </Show>
          </div>
        </Show>
      </td>
      <td>{formatDay(props.member.joinedAt)}</td>
      <td>
        <Show when={props.member.lastSeenAt} fallback={<span class="quiet">{t().base.notYet}</span>}>
          {(at) => <Moment at={at()} ago />}
        </Show>
      </td>
      <td>
        <Show when={!isMe()}>
          <div class="button-row people__actions">
            <Show when={!isDisabled()}>
              <Button small look="quiet" icon="key" onClick={() => props.onReset()}>
                {t().people.resetLink}
              </Button>
            </Show>
            <Show when={mine() === 'pi'}>
              <Button small look="quiet" onClick={() => props.onEnd()}>
                {t().people.endShort}
              </Button>
            </Show>
          </div>
        </Show>
      </td>
    </tr>
  )
}
