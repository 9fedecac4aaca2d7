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
import { t } from '../messages/index.ts'
import { DeletePanel } from './DeletePanel.tsx'

/** Name and criteria of a study; only a principal investigator changes them. */
export default function StudySettingsPage() {
  const { study, role } = useStudy()
  usePage(() => ({ title: t().base.places.settings }))
  return (
    <div class="narrow">
      <PageHead title={t().base.places.settings} />
      <div class="stack">
        <Show
          when={role() === 'pi'}
          fallback={
            <>
              <Notice kind="info" title={t().settings.onlyPi} />
              <Panel>
                <dl class="facts">
                  <dt>{t().settings.name}</dt>
                  <dd>{study().name}</dd>
                  <dt>{t().settings.description}</dt>
                  <dd>{study().description || t().base.none}</dd>
                  <dt>{t().settings.criterionKappa}</dt>
                  <dd>{formatCoefficient(study().criteria.kappa)}</dd>
                  <dt>{t().settings.criterionIcc}</dt>
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
    announce(t().settings.saved)
  })
  return (
    <Panel>
      <Form action={save} submit={t().base.save} label={t().base.places.settings}>
        <TextField
          label={t().settings.name}
          required
          value={form.name}
          onText={(name) => set({ name })}
          fault={save.fault('name')}
        />
        <TextArea
          label={t().settings.description}
          hint={t().settings.descriptionHint}
          value={form.description}
          onText={(description) => set({ description })}
          fault={save.fault('description')}
        />
        <div class="form__pair">
          <TextField
            label={t().settings.criterionKappa}
            hint={t().settings.criterionKappaHint}
            inputmode="decimal"
            value={form.kappa}
            onText={(kappa) => set({ kappa })}
            fault={save.fault('criteria.kappa')}
          />
          <TextField
            label={t().settings.criterionIcc}
            hint={t().settings.criterionIccHint}
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
