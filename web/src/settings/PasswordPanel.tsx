import { changePassword } from '@attune/contract'
import { createSignal, Show } from 'solid-js'
import { createAction } from '../base/action.ts'
import { call } from '../base/call.ts'
import { Form } from '../base/Form.tsx'
import { PasswordField } from '../base/PasswordField.tsx'
import { Notice, Panel } from '../base/states.tsx'
import { t } from '../messages/index.ts'

export function PasswordPanel() {
  const [current, setCurrent] = createSignal('')
  const [next, setNext] = createSignal('')
  const [isDone, setDone] = createSignal(false)
  const change = createAction(async () => {
    setDone(false)
    await call(changePassword, {}, { body: { current: current(), next: next() } })
    setCurrent('')
    setNext('')
    setDone(true)
  })
  return (
    <Panel title={t().settings.password} intro={t().settings.passwordIntro}>
      <Form action={change} submit={t().settings.changePassword} label={t().settings.password}>
        <PasswordField
          label={t().settings.passwordNow}
          value={current()}
          onText={setCurrent}
          fault={change.fault('current')}
        />
        <PasswordField
          label={t().settings.newPassword}
          isNew
          value={next()}
          onText={setNext}
          fault={change.fault('next')}
        />
        <Show when={isDone()}>
          <Notice kind="good" title={t().settings.passwordChanged} alert />
        </Show>
      </Form>
    </Panel>
  )
}
