import { type ImportReport, importMaterials } from '@attune/contract'
import { createSignal, Show } from 'solid-js'
import { createStore, produce } from 'solid-js/store'
import { createAction } from '../base/action.ts'
import { announce } from '../base/announce.tsx'
import { Button } from '../base/Button.tsx'
import { call } from '../base/call.ts'
import { TextField } from '../base/Field.tsx'
import { counted } from '../base/numbers.ts'
import { PageHead } from '../base/PageHead.tsx'
import { usePage } from '../base/page.ts'
import { FailureNotice, Notice, Panel } from '../base/states.tsx'
import { useStudy } from '../base/study.tsx'
import { ImportChoose } from './ImportChoose.tsx'
import { ImportDone } from './ImportDone.tsx'
import { ImportReportView } from './ImportReportView.tsx'
import { ImportWaiting } from './ImportWaiting.tsx'
import { bytesAtOnce, type Waiting } from './importItems.ts'
import './import.css'

/** Choose, look at what would be stored, then store: all of it or nothing. */
export default function ImportPage() {
  const { study } = useStudy()
  usePage(() => ({ title: 'Import', crumbs: [{ label: 'Cases', href: `/studies/${study().id}/cases` }] }))
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
    if (answer.stored) announce(`${counted(answer.items.length, 'item')} stored.`)
    else
      announce(faults > 0 ? `${counted(faults, 'fault')} found. Nothing is stored.` : 'Nothing wrong. Ready to store.')
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
      <PageHead
        title="Import transcripts and observation records"
        intro="Nothing is stored before you have seen the preview. The text itself is never altered."
      />
      <Show when={!report()?.stored} fallback={<ImportDone items={report()?.items ?? []} onAgain={startAgain} />}>
        <div class="stack import">
          <ImportChoose count={waiting.length} onAdd={(items) => change((all) => all.push(...items))} />
          <Show when={waiting.length > 0}>
            <Panel title={`${counted(waiting.length, 'item')} to import`} flush>
              <ImportWaiting
                items={waiting}
                onChange={change}
                fault={(path) => check.fault(path) ?? store.fault(path)}
              />
              <div class="import__foot">
                <TextField
                  label="Speaker labels of the interviewer"
                  hint="Only if they are unusual; I, INT, Interviewer and the like are known. With commas."
                  value={interviewers()}
                  onText={(text) => {
                    setReport(undefined)
                    setInterviewers(text)
                  }}
                />
                <Show when={isTooMuch()}>
                  <Notice kind="warn" title="This is more than fits into one request (22 MB).">
                    <p>Take some files out and import them afterwards.</p>
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
                    Preview
                  </Button>
                  <Button
                    look={isClean() ? 'primary' : 'usual'}
                    icon="check"
                    busy={store.pending()}
                    disabled={!isClean()}
                    onClick={() => void store.run()}
                  >
                    Store {counted(waiting.length, 'item')}
                  </Button>
                  <Show when={!report()}>
                    <span class="quiet">Look at the preview first.</span>
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
