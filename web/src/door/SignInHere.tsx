import { signIn } from '@attune/contract'
import { createSignal } from 'solid-js'
import { createAction } from '../base/action.ts'
import { call } from '../base/call.ts'
import { TextField } from '../base/Field.tsx'
import { Form } from '../base/Form.tsx'
import { PasswordField } from '../base/PasswordField.tsx'
import { enter } from '../base/session.ts'
import { t } from '../messages/index.ts'

/** Name and password, on the screen one is on. */
export function SignInHere() {
  const [login, setLogin] = createSignal('')
  const [password, setPassword] = createSignal('')
  const send = createAction(async () =>
    enter(await call(signIn, {}, { body: { login: login(), password: password() } })),
  )
  return (
    <Form action={send} submit={t().door.signIn} label={t().door.signIn}>
      <TextField
        label={t().door.login}
        autocomplete="username"
        autocapitalize="none"
        spellcheck={false}
        required
        value={login()}
        onText={setLogin}
        fault={send.fault('login')}
      />
      <PasswordField label={t().door.password} value={password()} onText={setPassword} fault={send.fault('password')} />
    </Form>
  )
}
