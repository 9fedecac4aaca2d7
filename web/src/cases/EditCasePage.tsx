import { changeCase, readCase, type StudyCase } from '@attune/contract'
import { useNavigate, useParams } from '@solidjs/router'
import { createStore } from 'solid-js/store'
import { createAction } from '../base/action.ts'
import { announce } from '../base/announce.tsx'
import { ButtonLink } from '../base/Button.tsx'
import { call } from '../base/call.ts'
import { Form } from '../base/Form.tsx'
import { createLoad } from '../base/load.ts'
import { PageHead } from '../base/PageHead.tsx'
import { usePage } from '../base/page.ts'
import { Loaded, Panel } from '../base/states.tsx'
import { useStudy } from '../base/study.tsx'
import { t } from '../messages/index.ts'
import { CaseFields, type CaseForm, caseBody } from './CaseFields.tsx'
import './cases.css'

export default function EditCasePage() {
  const { study } = useStudy()
  const params = useParams()
  const load = createLoad(
    () => params.case,
    (id, signal) => call(readCase, { study: study().id, case: id }, { signal }),
  )
  usePage(() => ({
    title: t().cases.change,
    crumbs: [
      { label: t().base.places.cases, href: `/studies/${study().id}/cases` },
      { label: load.value()?.case ?? t().cases.case, href: `/studies/${study().id}/cases/${params.case}` },
    ],
  }))
  return (
    <div class="narrow">
      <PageHead title={t().cases.changeTitle(load.value()?.case ?? t().cases.theCase)} />
      <Loaded of={load}>{(value) => <Edit case={value()} />}</Loaded>
    </div>
  )
}

function Edit(props: { case: StudyCase }) {
  const { study } = useStudy()
  const navigate = useNavigate()
  const back = () => `/studies/${study().id}/cases/${props.case.id}`
  const [form, set] = createStore<CaseForm>({
    case: props.case.case,
    targets: props.case.targets.join(', '),
    wave: props.case.wave,
    population: props.case.population,
    contentNote: props.case.contentNote,
    information: props.case.information,
  })
  const send = createAction(async () => {
    const where = { study: study().id, case: props.case.id }
    await call(changeCase, where, { body: { ...caseBody(form), base: props.case.version } })
    announce(t().cases.changed)
    navigate(back())
  })
  return (
    <Panel>
      <Form
        action={send}
        submit={t().base.save}
        label={t().cases.changeForm}
        more={
          <ButtonLink href={back()} look="quiet">
            {t().base.cancel}
          </ButtonLink>
        }
      >
        <CaseFields form={form} set={set} action={send} />
      </Form>
    </Panel>
  )
}
