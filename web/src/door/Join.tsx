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
  usePage(() => ({ title: 'Join a study' }))
  const [token] = createSignal(takeToken())
  const invitation = createLoad(
    () => token() || null,
    (secret, signal) => call(readInvitation, {}, { body: { token: secret }, signal }),
  )
  return (
    <DoorFrame title="You are invited">
      <Show when={token()} fallback={<LinkFault isMissing />}>
        <Loaded of={invitation}>
          {(value) => (
            <>
              <dl class="facts">
                <dt>Study</dt>
                <dd>{value().study}</dd>
                <dt>As</dt>
                <dd>{t().base.roles[value().role]}</dd>
                <dt>By</dt>
                <dd>{value().invitedBy}</dd>
                <dt>Open until</dt>
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
        {hasAccount() ? 'I am new here' : 'I have an account in this lab'}
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
    <Form action={send} submit={`Join as ${props.name}`} label="Join">
      <p>The study appears on your home screen. Your other studies stay as they are.</p>
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
    <Form action={send} submit="Join the study" label="New account">
      <TextField
        label="Your name"
        hint="As colleagues will see it."
        autocomplete="name"
        required
        value={form.name}
        onText={(name) => set({ name })}
        fault={send.fault('name')}
      />
      <TextField
        label="Name you sign in with"
        autocomplete="username"
        autocapitalize="none"
        spellcheck={false}
        required
        value={form.login}
        onText={(login) => set({ login })}
        fault={send.fault('login')}
      />
      <PasswordField
        label="Password"
        isNew
        value={form.password}
        onText={(password) => set({ password })}
        fault={send.fault('password')}
      />
    </Form>
  )
}
