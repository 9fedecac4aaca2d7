import { invite, type Reply, type Role } from '@attune/contract'
import { createSignal, Show } from 'solid-js'
import { createAction } from '../base/action.ts'
import { Button } from '../base/Button.tsx'
import { call } from '../base/call.ts'
import { SelectField, TextField } from '../base/Field.tsx'
import { Form } from '../base/Form.tsx'
import { Panel } from '../base/states.tsx'
import { useStudy } from '../base/study.tsx'
import { t } from '../messages/index.ts'
import { SecretLink } from './SecretLink.tsx'

/** A trainer invites coders and trainees, a pi every role. */
export function InvitePanel(props: { onMade: () => void; onClose: () => void }) {
  const { study, role: mine } = useStudy()
  const [role, setRole] = createSignal<Role>('coder')
  const [note, setNote] = createSignal('')
  const [made, setMade] = createSignal<Reply<typeof invite>>()
  const roles = (): Role[] => (mine() === 'pi' ? ['coder', 'trainee', 'trainer', 'pi'] : ['coder', 'trainee'])
  const send = createAction(async () => {
    setMade(await call(invite, { study: study().id }, { body: { role: role(), note: note() } }))
    setNote('')
    props.onMade()
  })
  return (
    <Panel title={t().people.invite} intro={t().people.noMail}>
      <div class="stack">
        <Form
          action={send}
          submit={t().people.makeLink}
          label={t().people.invitation}
          more={
            <Button look="quiet" onClick={() => props.onClose()}>
              {t().base.close}
            </Button>
          }
        >
          <div class="form__pair">
            <SelectField
              label={t().people.as}
              value={role()}
              options={roles().map((value) => ({ value, label: t().base.roles[value] }))}
              onChoose={setRole}
              fault={send.fault('role')}
            />
            <TextField
              label={t().people.note}
              hint={t().people.noteHint}
              value={note()}
              onText={setNote}
              fault={send.fault('note')}
            />
          </div>
        </Form>
        <Show when={made()}>
          {(link) => <SecretLink link={link().link} expiresAt={link().expiresAt} what={t().people.linkReady} />}
        </Show>
      </div>
    </Panel>
  )
}
