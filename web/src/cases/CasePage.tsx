import { deleteCase, readCase, readMaterial, type StudyCase } from '@attune/contract'
import { useNavigate, useParams } from '@solidjs/router'
import { createSignal, Match, Show, Switch } from 'solid-js'
import { createAction } from '../base/action.ts'
import { Button, ButtonLink } from '../base/Button.tsx'
import { call } from '../base/call.ts'
import { ConfirmDialog } from '../base/Dialog.tsx'
import { createLoad } from '../base/load.ts'
import { PageHead } from '../base/PageHead.tsx'
import { usePage } from '../base/page.ts'
import { EmptyState, Loaded, Notice } from '../base/states.tsx'
import { useStudy } from '../base/study.tsx'
import { t } from '../messages/index.ts'
import { CaseFacts } from './CaseFacts.tsx'
import { CaseMedia } from './CaseMedia.tsx'
import { sizeOf } from './material-size.ts'
import { RecordView } from './RecordView.tsx'
import { TranscriptView } from './TranscriptView.tsx'
import './cases.css'

/** One case: what is known of it, and its material as coders will see it. */
export default function CasePage() {
  const { study } = useStudy()
  const params = useParams()
  const load = createLoad(
    () => params.case,
    (id, signal) => call(readCase, { study: study().id, case: id }, { signal }),
  )
  usePage(() => ({
    title: load.value()?.case ?? t().cases.case,
    crumbs: [{ label: t().base.places.cases, href: `/studies/${study().id}/cases` }],
  }))
  return <Loaded of={load}>{(value) => <CaseScreen case={value()} />}</Loaded>
}

function CaseScreen(props: { case: StudyCase }) {
  const { study } = useStudy()
  const navigate = useNavigate()
  const [isDeleting, setDeleting] = createSignal(false)
  const at = (end: string) => `/studies/${study().id}/cases/${props.case.id}${end}`
  const remove = createAction(async () => {
    await call(deleteCase, { study: study().id, case: props.case.id })
    navigate(`/studies/${study().id}/cases`)
  })
  return (
    <>
      <PageHead
        title={props.case.case}
        intro={props.case.material ? sizeOf(props.case.material) : t().cases.noMaterial}
        actions={
          <>
            <ButtonLink href={at('/edit')} icon="pen">
              {t().cases.change}
            </ButtonLink>
            <Button look="quiet" icon="trash" onClick={() => setDeleting(true)}>
              {t().cases.delete}
            </Button>
          </>
        }
      />
      <div class="case">
        <CaseFacts case={props.case} />
        <div class="stack">
          <Material case={props.case} at={at} />
          <CaseMedia case={props.case.id} />
        </div>
      </div>
      <ConfirmDialog
        open={isDeleting()}
        onClose={() => setDeleting(false)}
        title={t().cases.deleteTitle(props.case.case)}
        confirm={t().cases.deleteCase}
        danger
        action={remove}
      >
        <p>{t().cases.deleteLoses(props.case.material !== null)}</p>
      </ConfirmDialog>
    </>
  )
}

function Material(props: { case: StudyCase; at: (end: string) => string }) {
  const { study } = useStudy()
  const material = createLoad(
    () => props.case.material && { case: props.case.id },
    ({ case: id }, signal) => call(readMaterial, { study: study().id, case: id }, { signal }),
  )
  return (
    <Show when={props.case.material} fallback={<NoMaterial study={study().id} record={props.at('/record')} />}>
      <div class="stack">
        <Show when={props.case.contentNote}>
          <Notice kind="warn" title={t().cases.columns.contentNote}>
            <p>{props.case.contentNote}</p>
          </Notice>
        </Show>
        <Loaded of={material} label={t().cases.loadingMaterial}>
          {(value) => (
            <Switch>
              <Match when={asTranscript(value())}>{(transcript) => <TranscriptView transcript={transcript()} />}</Match>
              <Match when={asRecord(value())}>
                {(record) => <RecordView record={record()} edit={props.at('/record')} />}
              </Match>
            </Switch>
          )}
        </Loaded>
      </div>
    </Show>
  )
}

type AnyMaterial = Awaited<ReturnType<typeof call<typeof readMaterial>>>
const asTranscript = (value: AnyMaterial) => (value.kind === 'transcript' ? value : undefined)
const asRecord = (value: AnyMaterial) => (value.kind === 'observation' ? value : undefined)

function NoMaterial(props: { study: string; record: string }) {
  return (
    <div class="panel">
      <EmptyState
        title={t().cases.noMaterialTitle}
        actions={
          <>
            <ButtonLink href={`/studies/${props.study}/cases/import`} look="primary" icon="upload">
              {t().cases.importFile}
            </ButtonLink>
            <ButtonLink href={props.record}>{t().cases.enterRecord}</ButtonLink>
          </>
        }
      >
        {t().cases.noMaterialAdvice}
      </EmptyState>
    </div>
  )
}
