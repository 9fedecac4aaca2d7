import { createCase } from '@attune/contract'
import { useNavigate } from '@solidjs/router'
import { createStore } from 'solid-js/store'
import { createAction } from '../base/action.ts'
import { ButtonLink } from '../base/Button.tsx'
import { call } from '../base/call.ts'
import { Form } from '../base/Form.tsx'
import { PageHead } from '../base/PageHead.tsx'
import { usePage } from '../base/page.ts'
import { Panel } from '../base/states.tsx'
import { useStudy } from '../base/study.tsx'
import { t } from '../messages/index.ts'
import { CaseFields, caseBody, emptyCase } from './CaseFields.tsx'
import './cases.css'

export default function NewCasePage() {
  const { study } = useStudy()
  const navigate = useNavigate()
  const cases = () => `/studies/${study().id}/cases`
  usePage(() => ({ title: t().cases.new, crumbs: [{ label: t().base.places.cases, href: cases() }] }))
  const [form, set] = createStore({ ...emptyCase })
  const send = createAction(async () => {
    const made = await call(createCase, { study: study().id }, { body: caseBody(form) })
    navigate(`${cases()}/${made.id}`)
  })
  return (
    <div class="narrow">
      <PageHead title={t().cases.new} intro={t().cases.newIntro} />
      <Panel>
        <Form
          action={send}
          submit={t().cases.add}
          label={t().cases.new}
          more={
            <ButtonLink href={cases()} look="quiet">
              {t().base.cancel}
            </ButtonLink>
          }
        >
          <CaseFields form={form} set={set} action={send} />
        </Form>
      </Panel>
    </div>
  )
}
