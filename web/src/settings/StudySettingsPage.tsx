import { changeStudy } from '@attune/contract'
import { Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import { createAction } from '../base/action.ts'
import { announce } from '../base/announce.tsx'
import { call } from '../base/call.ts'
import { TextArea, TextField } from '../base/Field.tsx'
import { Form } from '../base/Form.tsx'
import { formatCoefficient } from '../base/numbers.ts'
import { PageHead } from '../base/PageHead.tsx'
import { usePage } from '../base/page.ts'
import { loadSession } from '../base/session.ts'
import { Notice, Panel } from '../base/states.tsx'
import { useStudy } from '../base/study.tsx'
import { DeletePanel } from './DeletePanel.tsx'

/** Name and criteria of a study; only a principal investigator changes them. */
export default function StudySettingsPage() {
  const { study, role } = useStudy()
  usePage(() => ({ title: 'Study settings' }))
  return (
    <div class="narrow">
      <PageHead title="Study settings" />
      <div class="stack">
        <Show
          when={role() === 'pi'}
          fallback={
            <>
              <Notice kind="info" title="Only a principal investigator changes these." />
              <Panel>
                <dl class="facts">
                  <dt>Name</dt>
                  <dd>{study().name}</dd>
                  <dt>Description</dt>
                  <dd>{study().description || 'None'}</dd>
                  <dt>Criterion for kappa</dt>
                  <dd>{formatCoefficient(study().criteria.kappa)}</dd>
                  <dt>Criterion for ICC</dt>
                  <dd>{formatCoefficient(study().criteria.icc)}</dd>
                </dl>
              </Panel>
            </>
          }
        >
          <StudyForm />
          <DeletePanel />
        </Show>
      </div>
    </div>
  )
}

function StudyForm() {
  const { study, set: setStudy } = useStudy()
  const [form, set] = createStore({
    name: study().name,
    description: study().description,
    kappa: String(study().criteria.kappa),
    icc: String(study().criteria.icc),
  })
  const save = createAction(async () => {
    const criteria = { kappa: numberOf(form.kappa), icc: numberOf(form.icc) }
    const body = { name: form.name, description: form.description, criteria }
    setStudy(await call(changeStudy, { study: study().id }, { body }))
    await loadSession()
    announce('Study settings saved.')
  })
  return (
    <Panel>
      <Form action={save} submit="Save" label="Study settings">
        <TextField
          label="Name"
          required
          value={form.name}
          onText={(name) => set({ name })}
          fault={save.fault('name')}
        />
        <TextArea
          label="Description"
          hint="Everybody in the study can read it, blind coders too."
          value={form.description}
          onText={(description) => set({ description })}
          fault={save.fault('description')}
        />
        <div class="form__pair">
          <TextField
            label="Criterion for kappa"
            hint="The line drawn in the forest plot."
            inputmode="decimal"
            value={form.kappa}
            onText={(kappa) => set({ kappa })}
            fault={save.fault('criteria.kappa')}
          />
          <TextField
            label="Criterion for ICC"
            hint="The same for scales."
            inputmode="decimal"
            value={form.icc}
            onText={(icc) => set({ icc })}
            fault={save.fault('criteria.icc')}
          />
        </div>
      </Form>
    </Panel>
  )
}

/** `.7`, `0,7` and `0.7` are the same number to a person. */
function numberOf(text: string): number {
  const clean = text.trim().replace(',', '.')
  return clean === '' ? Number.NaN : Number(clean)
}
