import {
  type ChartSettings,
  type CodebookVersion,
  createDriftPlan,
  type Master,
  type Member,
  type Reply,
  readCodebook,
  suggestCharts,
} from '@attune/contract'
import { createMemo, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import { createAction } from '../base/action.ts'
import { announce } from '../base/announce.tsx'
import { call } from '../base/call.ts'
import { SelectField } from '../base/Field.tsx'
import { Form } from '../base/Form.tsx'
import { createLoad } from '../base/load.ts'
import { FailureNotice, Panel } from '../base/states.tsx'
import { useStudy } from '../base/study.tsx'
import { createDelayed } from '../cases/delayed.ts'
import { t } from '../messages/index.ts'
import { ChartsFields } from './ChartsFields.tsx'
import { bodyOf, collapsesIn, emptyDraft, isUsable, type PlanDraft, watchable } from './form.ts'
import { AboutFields, CasesFields } from './PlanFields.tsx'
import { TickList } from './TickList.tsx'

type Props = {
  versions: readonly CodebookVersion[]
  members: readonly Member[]
  masters: readonly Master[]
  /** Decides which cases are drawn. */
  seed: number
  onCreated: () => void
}

/** A plan from nothing: who, which cases, how often, and charts whose promise follows every change. */
export function PlanForm(props: Props) {
  const { study } = useStudy()
  const words = () => t().drift.builder
  const [draft, setDraft] = createStore<PlanDraft>(emptyDraft(t().base.places.drift, busiest(props)))
  const codebook = createLoad(
    () => draft.codebookVersion,
    async (version, signal) => (await call(readCodebook, { study: study().id, version }, { signal })).codebook,
  )
  const question = () => ({
    ...{ codebookVersion: draft.codebookVersion, people: [...draft.people], variables: [...draft.variables] },
    ...{ collapse: draft.collapse, ...(draft.charts === null ? {} : { charts: draft.charts }) },
  })
  const rested = createDelayed(() => JSON.stringify(question()), 250)
  const suggestion = createLoad(
    () => (draft.charts === null || isUsable(draft.charts) ? rested() : null),
    (asked, signal) => call(suggestCharts, { study: study().id }, { body: JSON.parse(asked), signal }),
  )
  // While the next answer is on its way, the last one stays.
  const answer = createMemo<Reply<typeof suggestCharts> | undefined>((before) => suggestion.value() ?? before)
  const charts = (): ChartSettings | undefined => draft.charts ?? answer()?.charts
  const create = createAction(async () => {
    const chosen = charts()
    if (chosen === undefined) return
    await call(createDriftPlan, { study: study().id }, { body: bodyOf(draft, chosen, props.seed) })
    announce(words().created(draft.name))
    props.onCreated()
  })
  const isComplete = () => draft.people.length > 0 && draft.cases.length > 0 && charts() !== undefined
  return (
    <Form
      action={create}
      submit={words().create}
      disabled={!isComplete()}
      more={
        <Show when={!isComplete()}>
          <span class="quiet">{words().missing}</span>
        </Show>
      }
      label={words().title}
    >
      <div class="plan-form">
        <AboutFields draft={draft} set={setDraft} action={create} versions={props.versions} members={props.members} />
        <CasesFields draft={draft} set={setDraft} action={create} masters={props.masters} />
        <Panel title={words().charts}>
          <div class="stack">
            <Show when={codebook.value()}>
              {(content) => (
                <details>
                  <summary>{words().watch}</summary>
                  <div class="stack">
                    <TickList
                      label={words().variables}
                      hint={words().variablesHint}
                      options={watchable(content()).map(({ id, label }) => ({ id, label }))}
                      chosen={draft.variables}
                      onChoose={(chosen) => setDraft({ variables: [...chosen] })}
                      none=""
                      fault={create.fault('variables')}
                    />
                    <SelectField
                      label={words().collapse}
                      value={draft.collapse}
                      options={[
                        { value: 'as-coded', label: words().asCoded },
                        ...collapsesIn(content()).map(({ id, label }) => ({ value: id, label })),
                      ]}
                      onChoose={(collapse) => setDraft({ collapse })}
                    />
                  </div>
                </details>
              )}
            </Show>
            <FailureNotice failure={suggestion.failure()} onRetry={() => void suggestion.reload()} />
            <Show when={answer()}>
              {(found) => (
                <ChartsFields
                  charts={charts() ?? found().charts}
                  answer={found()}
                  isChanged={draft.charts !== null}
                  onChange={(changed) => setDraft({ charts: changed })}
                  onSuggested={() => setDraft({ charts: null })}
                />
              )}
            </Show>
          </div>
        </Panel>
      </div>
    </Form>
  )
}

/** The codebook with the most master codings: what a plan most probably is about. */
function busiest({ versions, masters }: Props): string {
  const count = (id: string) => masters.filter((one) => one.codebookVersion === id).length
  return versions.toSorted((one, other) => count(other.id) - count(one.id))[0]?.id ?? ''
}
