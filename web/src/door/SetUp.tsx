import { readLab, setUpLab } from '@attune/contract'
import { useNavigate } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import { createAction } from '../base/action.ts'
import { call } from '../base/call.ts'
import { CheckField, TextField } from '../base/Field.tsx'
import { Form } from '../base/Form.tsx'
import { createLoad } from '../base/load.ts'
import { PasswordField } from '../base/PasswordField.tsx'
import { usePage } from '../base/page.ts'
import { loadSession } from '../base/session.ts'
import { t } from '../messages/index.ts'
import { DoorFrame } from './DoorFrame.tsx'
import { LinkFault } from './LinkFault.tsx'
import { takeToken } from './token.ts'

/** The first start: who opens the printed link becomes the owner of the lab. */
export default function SetUp() {
  usePage(() => ({ title: t().door.setUpTitle }))
  const navigate = useNavigate()
  const [token] = createSignal(takeToken())
  const [form, set] = createStore({ lab: '', name: '', login: '', password: '', demo: true })
  const lab = createLoad(
    () => true,
    (_, signal) => call(readLab, {}, { signal }),
  )
  const hasDemo = () => lab.value()?.demo != null
  const send = createAction(async () => {
    await call(setUpLab, {}, { body: { token: token(), ...form, demo: form.demo && !hasDemo() } })
    await loadSession()
    navigate('/', { replace: true })
  })
  return (
    <DoorFrame title={t().door.setUpTitle} intro={t().door.setUpIntro}>
      <Form action={send} submit={t().door.setUp} label={t().door.setUp}>
        <LinkFault fault={send.fault('token')} isMissing={token() === ''} />
        <TextField
          label={t().door.lab}
          required
          value={form.lab}
          onText={(lab) => set({ lab })}
          fault={send.fault('lab')}
        />
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
        <Show when={!hasDemo()} fallback={<p class="quiet">{t().door.demoThere}</p>}>
          <CheckField
            label={t().door.addDemo}
            hint={t().door.addDemoHint}
            checked={form.demo}
            onCheck={(demo) => set({ demo })}
          />
        </Show>
      </Form>
    </DoorFrame>
  )
}
