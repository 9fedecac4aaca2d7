import { type ImportReport, importMaterials } from '@attune/contract'
import { createSignal, Show } from 'solid-js'
import { createStore, produce } from 'solid-js/store'
import { createAction } from '../base/action.ts'
import { announce } from '../base/announce.tsx'
import { Button } from '../base/Button.tsx'
import { call } from '../base/call.ts'
import { TextField } from '../base/Field.tsx'
import { PageHead } from '../base/PageHead.tsx'
import { usePage } from '../base/page.ts'
import { FailureNotice, Notice, Panel } from '../base/states.tsx'
import { useStudy } from '../base/study.tsx'
import { t } from '../messages/index.ts'
import { ImportChoose } from './ImportChoose.tsx'
import { ImportDone } from './ImportDone.tsx'
import { ImportReportView } from './ImportReportView.tsx'
import { ImportWaiting } from './ImportWaiting.tsx'
import { bytesAtOnce, type Waiting } from './importItems.ts'
import './import.css'

/** Choose, look at what would be stored, then store: all of it or nothing. */
export default function ImportPage() {
  const { study } = useStudy()
  usePage(() => ({
    title: t().imports.import,
    crumbs: [{ label: t().base.places.cases, href: `/studies/${study().id}/cases` }],
  }))
  const [waiting, setWaiting] = createStore<Waiting[]>([])
  const [interviewers, setInterviewers] = createSignal('')
  const [report, setReport] = createSignal<ImportReport>()
  const change = (work: (items: Waiting[]) => void) => {
    setReport(undefined)
    setWaiting(produce(work))
  }
  const send = async (dryRun: boolean) => {
    const labels = interviewers()
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean)
    const items = waiting.map(({ name, source, case: id, kind }) => ({
      name,
      source,
      case: id,
      kind,
      interviewers: labels,
    }))
    const answer = await call(importMaterials, { study: study().id }, { body: { dryRun, items } })
    setReport(answer)
    const faults = answer.items.reduce((sum, item) => sum + item.faults.length, 0)
    if (answer.stored) announce(t().imports.stored(t().imports.items(answer.items.length)))
    else announce(faults > 0 ? t().imports.faultsFound(t().base.faults(faults)) : t().imports.ready)
  }
  const check = createAction(() => send(true))
  const store = createAction(() => send(false))
  const isClean = () => report()?.items.every((item) => item.faults.length === 0) === true
  const isTooMuch = () => waiting.reduce((sum, item) => sum + item.bytes, 0) > bytesAtOnce
  const startAgain = () => {
    change((items) => items.splice(0))
    store.clear()
  }
  return (
    <>
      <PageHead title={t().imports.title} intro={t().imports.intro} />
      <Show when={!report()?.stored} fallback={<ImportDone items={report()?.items ?? []} onAgain={startAgain} />}>
        <div class="stack import">
          <ImportChoose count={waiting.length} onAdd={(items) => change((all) => all.push(...items))} />
          <Show when={waiting.length > 0}>
            <Panel title={t().imports.toImport(t().imports.items(waiting.length))} flush>
              <ImportWaiting
                items={waiting}
                onChange={change}
                fault={(path) => check.fault(path) ?? store.fault(path)}
              />
              <div class="import__foot">
                <TextField
                  label={t().imports.interviewers}
                  hint={t().imports.interviewersHint}
                  value={interviewers()}
                  onText={(text) => {
                    setReport(undefined)
                    setInterviewers(text)
                  }}
                />
                <Show when={isTooMuch()}>
                  <Notice kind="warn" title={t().imports.tooMuch}>
                    <p>{t().imports.tooMuchAdvice}</p>
                  </Notice>
                </Show>
                <FailureNotice failure={check.failure() ?? store.failure()} />
                <div class="button-row">
                  <Button
                    look={isClean() ? 'usual' : 'primary'}
                    busy={check.pending()}
                    disabled={isTooMuch()}
                    onClick={() => void check.run()}
                  >
                    {t().imports.preview}
                  </Button>
                  <Button
                    look={isClean() ? 'primary' : 'usual'}
                    icon="check"
                    busy={store.pending()}
                    disabled={!isClean()}
                    onClick={() => void store.run()}
                  >
                    {t().imports.store(t().imports.items(waiting.length))}
                  </Button>
                  <Show when={!report()}>
                    <span class="quiet">{t().imports.previewFirst}</span>
                  </Show>
                </div>
              </div>
            </Panel>
          </Show>
          <Show when={report()}>{(answer) => <ImportReportView report={answer()} />}</Show>
        </div>
      </Show>
    </>
  )
}
