import { changePassword } from '@attune/contract'
import { createSignal, Show } from 'solid-js'
import { createAction } from '../base/action.ts'
import { call } from '../base/call.ts'
import { Form } from '../base/Form.tsx'
import { PasswordField } from '../base/PasswordField.tsx'
import { Notice, Panel } from '../base/states.tsx'

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
    <Panel title="Password" intro="Changing it ends your sessions on other devices.">
      <Form action={change} submit="Change the password" label="Password">
        <PasswordField label="Password now" value={current()} onText={setCurrent} fault={change.fault('current')} />
        <PasswordField label="New password" isNew value={next()} onText={setNext} fault={change.fault('next')} />
        <Show when={isDone()}>
          <Notice kind="good" title="The password is changed." alert />
        </Show>
      </Form>
    </Panel>
  )
}
