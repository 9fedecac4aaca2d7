import { usePasswordReset } from '@attune/contract'
import { A } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { createAction } from '../base/action.ts'
import { call } from '../base/call.ts'
import { Form } from '../base/Form.tsx'
import { PasswordField } from '../base/PasswordField.tsx'
import { usePage } from '../base/page.ts'
import { leave } from '../base/session.ts'
import { Notice } from '../base/states.tsx'
import { t } from '../messages/index.ts'
import { DoorFrame } from './DoorFrame.tsx'
import { LinkFault } from './LinkFault.tsx'
import { takeToken } from './token.ts'

/** A new password from a link that a supervisor made. */
export default function Reset() {
  usePage(() => ({ title: t().door.newPassword }))
  const [token] = createSignal(takeToken())
  const [password, setPassword] = createSignal('')
  const [login, setLogin] = createSignal('')
  const send = createAction(async () => {
    const reply = await call(usePasswordReset, {}, { body: { token: token(), password: password() } })
    setLogin(reply.login)
    leave()
  })
  return (
    <DoorFrame title={t().door.newPassword} intro={t().door.newPasswordIntro}>
      <Show
        when={login()}
        fallback={
          <Form action={send} submit={t().door.setPassword} label={t().door.setPassword}>
            <LinkFault isMissing={token() === ''} fault={send.fault('token')} />
            <PasswordField
              label={t().door.newPassword}
              isNew
              value={password()}
              onText={setPassword}
              fault={send.fault('password')}
            />
          </Form>
        }
      >
        <Notice kind="good" title={t().door.passwordSet} alert>
          <p>
            {t().door.nowSignIn(<strong>{login()}</strong>)} <A href="/">{t().door.goToDoor}</A>
          </p>
        </Notice>
      </Show>
    </DoorFrame>
  )
}
