import { createStudy } from '@attune/contract'
import { useNavigate } from '@solidjs/router'
import { createStore } from 'solid-js/store'
import { createAction } from '../base/action.ts'
import { ButtonLink } from '../base/Button.tsx'
import { call } from '../base/call.ts'
import { TextArea, TextField } from '../base/Field.tsx'
import { Form } from '../base/Form.tsx'
import { PageHead } from '../base/PageHead.tsx'
import { usePage } from '../base/page.ts'
import { loadSession } from '../base/session.ts'
import { Panel } from '../base/states.tsx'

export default function NewStudyPage() {
  usePage(() => ({ title: 'New study', crumbs: [{ label: 'Home', href: '/' }] }))
  const navigate = useNavigate()
  const [form, set] = createStore({ name: '', description: '' })
  const send = createAction(async () => {
    const study = await call(createStudy, {}, { body: { ...form } })
    await loadSession()
    navigate(`/studies/${study.id}`)
  })
  return (
    <div class="narrow">
      <PageHead
        title="New study"
        intro="You become its principal investigator. Cases, codebooks and people come next; the three shipped codebooks are there at once."
      />
      <Panel>
        <Form
          action={send}
          submit="Create the study"
          label="New study"
          more={
            <ButtonLink href="/" look="quiet">
              Cancel
            </ButtonLink>
          }
        >
          <TextField
            label="Name"
            hint="As members see it, e.g. “Infancy cohort, 18 months”."
            required
            value={form.name}
            onText={(name) => set({ name })}
            fault={send.fault('name')}
          />
          <TextArea
            label="Description"
            hint="Optional. Everybody in the study can read it, blind coders too."
            value={form.description}
            onText={(description) => set({ description })}
            fault={send.fault('description')}
          />
        </Form>
      </Panel>
    </div>
  )
}
