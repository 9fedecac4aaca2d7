import {
  exportAnnotations,
  exportEpisodes,
  exportEvents,
  exportIntervals,
  exportRatingsLong,
  exportRatingsWide,
  exportReport,
  exportResults,
  exportScript,
  listCodebooks,
  type Reply,
  readReliability,
} from '@attune/contract'
import { createMemo, createSignal, Show } from 'solid-js'
import { addressOf, call } from '../base/call.ts'
import { CheckField, SelectField } from '../base/Field.tsx'
import { createLoad } from '../base/load.ts'
import { formatPercent } from '../base/numbers.ts'
import { PageHead } from '../base/PageHead.tsx'
import { usePage } from '../base/page.ts'
import { createShortcuts } from '../base/shortcuts.ts'
import { EmptyState, Loaded, Panel } from '../base/states.tsx'
import { useStudy } from '../base/study.tsx'
import { setTablesShown } from '../charts/tables.ts'
import { t } from '../messages/index.ts'
import { CloserLook } from './CloserLook.tsx'
import { Controls } from './Controls.tsx'
import { Findings } from './Findings.tsx'
import { type Finding, findingsOf, groupsOf } from './findings.ts'
import { type Question, useQuestion } from './question.ts'
import './reliability.css'

type Report = Reply<typeof readReliability>

/** Agreement of a study: one sentence, one picture, every number, and the files. */
export default function ReliabilityPage() {
  const { study } = useStudy()
  usePage(() => ({ title: t().reliability.screen, crumbs: [] }))
  createShortcuts(
    () => t().reliability.screen,
    () => [{ keys: 't', label: t().reliability.tablesKey, run: () => setTablesShown((shown) => !shown) }],
  )
  const versions = createLoad(
    () => study().id,
    (id, signal) => call(listCodebooks, { study: id }, { signal }),
  )
  const used = () => (versions.value()?.versions ?? []).toSorted((one, other) => other.codings - one.codings)
  const { question, ask } = useQuestion(() => used()[0]?.id ?? '')
  const query = () => {
    const { codebookVersion, comparison, collapse, variables, coders } = question()
    if (codebookVersion === '') return null
    return { codebookVersion, comparison, collapse, variables: variables.join(','), coders: coders.join(',') }
  }
  const report = createLoad(query, (asked, signal) =>
    call(readReliability, { study: study().id }, { query: asked, signal }),
  )
  const last = createLast(report.value)
  const isObservation = () =>
    used().some(({ id, material }) => id === question().codebookVersion && material === 'observation')
  return (
    <div class="reliability">
      <PageHead title={t().reliability.screen} intro={t().reliability.intro} />
      <Loaded of={versions}>
        {() => (
          <>
            <Controls question={question()} onAsk={ask} versions={used()} report={last()} />
            <Loaded of={report} label={t().reliability.computing}>
              {(answer) => (
                <Answer report={answer()} question={question()} onAsk={ask} isObservation={isObservation()} />
              )}
            </Loaded>
          </>
        )}
      </Loaded>
    </div>
  )
}

/** The last answer stays behind the controls while the next one is computed, so that they do not jump. */
function createLast(value: () => Report | undefined): () => Report | undefined {
  let kept: Report | undefined
  return () => {
    kept = value() ?? kept
    return kept
  }
}

function Answer(props: {
  report: Report
  question: Question
  onAsk: (change: Partial<Question>) => void
  isObservation: boolean
}) {
  const { study } = useStudy()
  const [opened, setOpened] = createSignal<Finding>()
  const [allDigits, setAllDigits] = createSignal(false)
  const findings = createMemo(() => findingsOf(props.report.results))
  const groups = createMemo(() => groupsOf(findings()))
  const group = () => groups().find(({ value }) => value === props.question.group)?.value ?? groups()[0]?.value ?? ''
  const isAll = () => props.question.group === 'every'
  const shown = createMemo(() => findings().filter((finding) => isAll() || finding.group === group()))
  const files = () => {
    const { codebookVersion, comparison, collapse, variables, coders } = props.question
    const ratings = { codebookVersion, collapse }
    const asked = { ...ratings, comparison, variables: variables.join(','), coders: coders.join(',') }
    return {
      results: addressOf(exportResults, { study: study().id }, asked),
      report: addressOf(exportReport, { study: study().id }, asked),
      script: addressOf(exportScript, { study: study().id }, asked),
      long: addressOf(exportRatingsLong, { study: study().id }, ratings),
      wide: addressOf(exportRatingsWide, { study: study().id }, ratings),
      annotations: addressOf(exportAnnotations, { study: study().id }, { codebookVersion }),
      events: addressOf(exportEvents, { study: study().id }, { codebookVersion }),
      intervals: addressOf(exportIntervals, { study: study().id }, { codebookVersion }),
      episodes: addressOf(exportEpisodes, { study: study().id }, { codebookVersion }),
    }
  }
  return (
    <Show when={findings().length > 0} fallback={<NothingYet comparison={props.question.comparison} />}>
      <div class="reliability__bar">
        <SelectField
          label={t().reliability.controls.shown}
          value={isAll() ? 'every' : group()}
          options={
            groups().length > 1
              ? [...groups(), { value: 'every', label: t().reliability.controls.everyComparison(groups().length) }]
              : groups()
          }
          onChoose={(next) => {
            setOpened(undefined)
            props.onAsk({ group: next })
          }}
        />
        <CheckField label={t().reliability.controls.allDigits} checked={allDigits()} onCheck={setAllDigits} />
        <nav class="button-row" aria-label={t().reliability.controls.files}>
          <a class="button button--primary" href={files().results} download="">
            {t().reliability.controls.results}
          </a>
          <a class="button" href={files().long} download="">
            {t().reliability.controls.long}
          </a>
          <a class="button" href={files().wide} download="">
            {t().reliability.controls.wide}
          </a>
          <a class="button" href={files().annotations} download="">
            {t().evidence.file}
          </a>
          <Show when={props.isObservation}>
            <a class="button" href={files().events} download="">
              {t().reliability.controls.events}
            </a>
            <a class="button" href={files().intervals} download="">
              {t().reliability.controls.intervals}
            </a>
            <a class="button" href={files().episodes} download="">
              {t().reliability.controls.episodes}
            </a>
          </Show>
        </nav>
      </div>
      <Findings
        findings={shown()}
        criteria={study().criteria}
        nameRaters={isAll()}
        digits={allDigits() ? 17 : 2}
        opened={opened()?.key}
        onOpen={setOpened}
      >
        <Show when={opened()}>
          {(finding) => (
            <CloserLook
              study={study().id}
              codebookVersion={props.question.codebookVersion}
              finding={finding()}
              coders={props.question.coders}
              onClose={() => setOpened(undefined)}
            />
          )}
        </Show>
      </Findings>
      <Methods report={props.report} page={files().report} script={files().script} />
    </Show>
  )
}

function NothingYet(props: { comparison: Question['comparison'] }) {
  return (
    <EmptyState title={t().reliability.nothing.title}>
      {props.comparison === 'master' ? t().reliability.nothing.master : t().reliability.nothing.coders}
    </EmptyState>
  )
}

/** What a reader needs to judge every number above, and what goes into a paper. */
function Methods(props: { report: Report; page: string; script: string }) {
  return (
    <Panel title={t().reliability.methods.title} intro={t().reliability.methods.intro}>
      <p>
        {t().reliability.about({
          codebook: t().reliability.codebookVersion(props.report.codebook.title, props.report.codebook.number),
          cases: props.report.cases,
          level: formatPercent(props.report.results[0]?.interval?.level ?? 0.95),
          isBlind: props.report.blind,
        })}
      </p>
      <p class="methods" lang="en">
        {props.report.methods}
      </p>
      <p class="quiet">{t().reliability.methods.files}</p>
      <div class="button-row">
        <a class="button" href={props.page} download="">
          {t().reliability.saveReport}
        </a>
        <a class="button" href={props.script} download="">
          {t().reliability.saveScript}
        </a>
      </div>
    </Panel>
  )
}
