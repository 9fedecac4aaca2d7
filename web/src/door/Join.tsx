import { acceptInvitation, joinStudy, readInvitation } from '@attune/contract'
import { useNavigate } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import { createAction } from '../base/action.ts'
import { Button } from '../base/Button.tsx'
import { call } from '../base/call.ts'
import { formatMoment } from '../base/dates.tsx'
import { TextField } from '../base/Field.tsx'
import { Form } from '../base/Form.tsx'
import { createLoad } from '../base/load.ts'
import { PasswordField } from '../base/PasswordField.tsx'
import { usePage } from '../base/page.ts'
import { enter, me } from '../base/session.ts'
import { Loaded } from '../base/states.tsx'
import { t } from '../messages/index.ts'
import { DoorFrame } from './DoorFrame.tsx'
import { LinkFault } from './LinkFault.tsx'
import { SignInHere } from './SignInHere.tsx'
import { takeToken } from './token.ts'

/** An invitation: with a new account, or with the one that is signed in. */
export default function Join() {
  usePage(() => ({ title: t().door.joinTitle }))
  const [token] = createSignal(takeToken())
  const invitation = createLoad(
    () => token() || null,
    (secret, signal) => call(readInvitation, {}, { body: { token: secret }, signal }),
  )
  return (
    <DoorFrame title={t().door.invited}>
      <Show when={token()} fallback={<LinkFault isMissing />}>
        <Loaded of={invitation}>
          {(value) => (
            <>
              <dl class="facts">
                <dt>{t().door.invitation.study}</dt>
                <dd>{value().study}</dd>
                <dt>{t().door.invitation.as}</dt>
                <dd>{t().base.roles[value().role]}</dd>
                <dt>{t().door.invitation.by}</dt>
                <dd>{value().invitedBy}</dd>
                <dt>{t().door.invitation.until}</dt>
                <dd>{formatMoment(value().expiresAt)}</dd>
              </dl>
              <Show when={me()} fallback={<NewOrKnown token={token()} />}>
                {(person) => <JoinAs token={token()} name={person().person.name} />}
              </Show>
            </>
          )}
        </Loaded>
      </Show>
    </DoorFrame>
  )
}

function NewOrKnown(props: { token: string }) {
  const [hasAccount, setHasAccount] = createSignal(false)
  return (
    <>
      <Show when={hasAccount()} fallback={<NewAccount token={props.token} />}>
        <SignInHere />
      </Show>
      <Button look="quiet" onClick={() => setHasAccount((was) => !was)}>
        {hasAccount() ? t().door.isNew : t().door.hasAccount}
      </Button>
    </>
  )
}

function JoinAs(props: { token: string; name: string }) {
  const navigate = useNavigate()
  const send = createAction(async () => {
    enter(await call(joinStudy, {}, { body: { token: props.token } }))
    navigate('/', { replace: true })
  })
  return (
    <Form action={send} submit={t().door.joinAs(props.name)} label={t().door.join}>
      <p>{t().door.joinStays}</p>
    </Form>
  )
}

function NewAccount(props: { token: string }) {
  const navigate = useNavigate()
  const [form, set] = createStore({ name: '', login: '', password: '' })
  const send = createAction(async () => {
    enter(await call(acceptInvitation, {}, { body: { token: props.token, ...form } }))
    navigate('/', { replace: true })
  })
  return (
    <Form action={send} submit={t().door.joinStudy} label={t().door.newAccount}>
      <TextField
        label={t().door.name}
        hint={t().door.nameHint}
        autocomplete="name"
        required
        value={form.name}
        onText={(name) => set({ name })}
        fault={send.fault('name')}
      />
      <TextField
        label={t().door.login}
        autocomplete="username"
        autocapitalize="none"
        spellcheck={false}
        required
        value={form.login}
        onText={(login) => set({ login })}
        fault={send.fault('login')}
      />
      <PasswordField
        label={t().door.password}
        isNew
        value={form.password}
        onText={(password) => set({ password })}
        fault={send.fault('password')}
      />
    </Form>
  )
}
