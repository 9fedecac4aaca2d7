import { type ObservationRecord, readCase, readMaterial, type StudyCase, saveObservationRecord } from '@attune/contract'
import { useParams } from '@solidjs/router'
import { createMemo, createSignal, For, Show } from 'solid-js'
import { createAction } from '../base/action.ts'
import { announce } from '../base/announce.tsx'
import { Button, ButtonLink } from '../base/Button.tsx'
import { call } from '../base/call.ts'
import { LeaveGuard } from '../base/LeaveGuard.tsx'
import { createLoad } from '../base/load.ts'
import { PageHead } from '../base/PageHead.tsx'
import { usePage } from '../base/page.ts'
import { createShortcuts } from '../base/shortcuts.ts'
import { Badge, FailureNotice, Loaded, Notice, Panel } from '../base/states.tsx'
import { useStudy } from '../base/study.tsx'
import { t } from '../messages/index.ts'
import { EntryGrid } from './EntryGrid.tsx'
import { episodeColumns, eventColumns, type RowFault, readEpisodes, readEvents, rowsOf } from './recordRows.ts'
import { createSuggestions } from './suggestions.ts'

/** An observation record, typed while watching: episodes and timed events. */
export default function RecordPage() {
  const { study } = useStudy()
  const params = useParams()
  const load = createLoad(
    () => params.case,
    async (id, signal) => {
      const where = { study: study().id, case: id }
      const found = await call(readCase, where, { signal })
      const material = found.material ? await call(readMaterial, where, { signal }) : undefined
      return { found, record: material?.kind === 'observation' ? material : undefined }
    },
  )
  usePage(() => ({
    title: t().records.title,
    crumbs: [
      { label: t().base.places.cases, href: `/studies/${study().id}/cases` },
      { label: load.value()?.found.case ?? t().cases.case, href: `/studies/${study().id}/cases/${params.case}` },
    ],
  }))
  return (
    <Loaded of={load}>
      {(value) => (
        <Show when={value().found.material?.kind !== 'transcript'} fallback={<IsTranscript />}>
          <Editor case={value().found} record={value().record} />
        </Show>
      )}
    </Loaded>
  )
}

function IsTranscript() {
  return (
    <Notice kind="info" title={t().records.isTranscript}>
      <p>{t().records.isTranscriptAdvice}</p>
    </Notice>
  )
}

function Editor(props: { case: StudyCase; record: ObservationRecord | undefined }) {
  const { study } = useStudy()
  const first = rowsOf(props.record)
  const [episodes, setEpisodes] = createSignal(first.episodes.length > 0 ? first.episodes : [['', '', '']])
  const [events, setEvents] = createSignal(first.events.length > 0 ? first.events : [['', '', '', '', '']])
  const [isChanged, setChanged] = createSignal(false)
  const [base, setBase] = createSignal(props.record?.version ?? 0)
  const suggestions = createSuggestions()
  const spans = createMemo(() => readEpisodes(episodes()))
  const timed = createMemo(() => readEvents(events()))
  const faults = () => [...spans().faults, ...timed().faults]
  const save = createAction(async () => {
    if (faults().length > 0) return
    const body = { base: base(), episodes: spans().spans, events: timed().events }
    const saved = await call(saveObservationRecord, { study: study().id, case: props.case.id }, { body })
    setBase(saved.version)
    setChanged(false)
    announce(t().records.recordSaved)
  })
  const edit = (apply: () => void) => {
    apply()
    setChanged(true)
  }
  createShortcuts(
    () => t().records.title,
    () => [
      { keys: 'Mod+S', label: t().base.save, inFields: true, run: () => save.run() },
      { keys: 'Enter', label: t().records.nextRow, run: () => false },
    ],
  )
  const back = () => `/studies/${study().id}/cases/${props.case.id}`
  return (
    <>
      <PageHead
        title={t().records.titleOf(props.case.case)}
        intro={t().records.intro}
        actions={
          <>
            <Badge kind={isChanged() ? 'warn' : 'good'} icon={isChanged() ? 'pen' : 'check'}>
              {isChanged() ? t().records.notSaved : base() > 0 ? t().records.saved : t().records.nothingToSave}
            </Badge>
            <ButtonLink href={back()} look="quiet">
              {t().records.back}
            </ButtonLink>
            <Button
              look="primary"
              busy={save.pending()}
              disabled={!isChanged() || faults().length > 0}
              onClick={() => void save.run()}
            >
              {t().records.save}
            </Button>
          </>
        }
      />
      <div class="stack">
        <FailureNotice failure={save.failure()} />
        <Show when={isChanged()}>
          <Faults title={t().records.episodes} faults={spans().faults} />
          <Faults title={t().records.events} faults={timed().faults} />
        </Show>
        <Panel title={t().records.episodes} intro={t().base.episodes(spans().spans.length)} flush>
          <EntryGrid
            label={t().records.episodes}
            columns={episodeColumns.map((column) => t().records.columns[column])}
            rows={episodes()}
            faults={isChanged() ? spans().faults : []}
            suggestions={{ 0: suggestions().episodes }}
            addLabel={t().records.addEpisode}
            onRows={(rows) => edit(() => setEpisodes(rows))}
          />
        </Panel>
        <Panel title={t().records.events} intro={t().records.eventsIntro(t().base.events(timed().events.length))} flush>
          <EntryGrid
            label={t().records.events}
            columns={eventColumns.map((column) => t().records.columns[column])}
            rows={events()}
            faults={isChanged() ? timed().faults : []}
            suggestions={{ 2: suggestions().subjects, 3: suggestions().behaviours }}
            addLabel={t().records.addEvent}
            onRows={(rows) => edit(() => setEvents(rows))}
          />
        </Panel>
      </div>
      <LeaveGuard isChanged={isChanged()} what={t().records.theRecord} />
    </>
  )
}

function Faults(props: { title: string; faults: readonly RowFault[] }) {
  return (
    <Show when={props.faults.length > 0}>
      <Notice kind="warn" title={t().records.toMend(props.title, props.faults.length)}>
        <ul class="plain-list">
          <For each={props.faults.slice(0, 8)}>
            {(fault) => <li>{t().records.inRow(fault.row + 1, fault.message)}</li>}
          </For>
        </ul>
        <Show when={props.faults.length > 8}>
          <p class="quiet">{t().base.andMore(props.faults.length - 8)}</p>
        </Show>
      </Notice>
    </Show>
  )
}
