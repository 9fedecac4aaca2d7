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
import { t } from '../messages/index.ts'

export default function NewStudyPage() {
  usePage(() => ({ title: t().studies.create.title, crumbs: [{ label: t().base.home, href: '/' }] }))
  const navigate = useNavigate()
  const [form, set] = createStore({ name: '', description: '' })
  const send = createAction(async () => {
    const study = await call(createStudy, {}, { body: { ...form } })
    await loadSession()
    navigate(`/studies/${study.id}`)
  })
  return (
    <div class="narrow">
      <PageHead title={t().studies.create.title} intro={t().studies.create.intro} />
      <Panel>
        <Form
          action={send}
          submit={t().studies.create.submit}
          label={t().studies.create.title}
          more={
            <ButtonLink href="/" look="quiet">
              {t().base.cancel}
            </ButtonLink>
          }
        >
          <TextField
            label={t().studies.create.name}
            hint={t().studies.create.nameHint}
            required
            value={form.name}
            onText={(name) => set({ name })}
            fault={send.fault('name')}
          />
          <TextArea
            label={t().studies.create.description}
            hint={t().studies.create.descriptionHint}
            value={form.description}
            onText={(description) => set({ description })}
            fault={send.fault('description')}
          />
        </Form>
      </Panel>
    </div>
  )
}
