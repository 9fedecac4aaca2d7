import { type ObservationRecord, readCase, readMaterial, type StudyCase, saveObservationRecord } from '@attune/contract'
import { useParams } from '@solidjs/router'
import { createMemo, createSignal, For, Show } from 'solid-js'
import { createAction } from '../base/action.ts'
import { announce } from '../base/announce.tsx'
import { Button, ButtonLink } from '../base/Button.tsx'
import { call } from '../base/call.ts'
import { LeaveGuard } from '../base/LeaveGuard.tsx'
import { createLoad } from '../base/load.ts'
import { counted } from '../base/numbers.ts'
import { PageHead } from '../base/PageHead.tsx'
import { usePage } from '../base/page.ts'
import { createShortcuts } from '../base/shortcuts.ts'
import { Badge, FailureNotice, Loaded, Notice, Panel } from '../base/states.tsx'
import { useStudy } from '../base/study.tsx'
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
    title: 'Observation record',
    crumbs: [
      { label: 'Cases', href: `/studies/${study().id}/cases` },
      { label: load.value()?.found.case ?? 'Case', href: `/studies/${study().id}/cases/${params.case}` },
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
    <Notice kind="info" title="This case has a transcript.">
      <p>A case has one material. Add a new case for the observation record.</p>
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
    announce('Record saved.')
  })
  const edit = (apply: () => void) => {
    apply()
    setChanged(true)
  }
  createShortcuts('Observation record', () => [
    { keys: 'Mod+S', label: 'Save', inFields: true, run: () => save.run() },
    { keys: 'Enter', label: 'Next row, or a new one at the end', run: () => false },
  ])
  const back = () => `/studies/${study().id}/cases/${props.case.id}`
  return (
    <>
      <PageHead
        title={`Observation record of ${props.case.case}`}
        intro="Times in seconds or minutes:seconds. Rows from a spreadsheet can be pasted into a cell."
        actions={
          <>
            <Badge kind={isChanged() ? 'warn' : 'good'} icon={isChanged() ? 'pen' : 'check'}>
              {isChanged() ? 'Not saved yet' : base() > 0 ? 'Saved' : 'Nothing to save'}
            </Badge>
            <ButtonLink href={back()} look="quiet">
              Back to the case
            </ButtonLink>
            <Button
              look="primary"
              busy={save.pending()}
              disabled={!isChanged() || faults().length > 0}
              onClick={() => void save.run()}
            >
              Save the record
            </Button>
          </>
        }
      />
      <div class="stack">
        <FailureNotice failure={save.failure()} />
        <Show when={isChanged()}>
          <Faults title="Episodes" faults={spans().faults} />
          <Faults title="Events" faults={timed().faults} />
        </Show>
        <Panel title="Episodes" intro={counted(spans().spans.length, 'episode')} flush>
          <EntryGrid
            label="Episodes"
            columns={episodeColumns}
            rows={episodes()}
            faults={isChanged() ? spans().faults : []}
            suggestions={{ 0: suggestions().episodes }}
            addLabel="Add an episode"
            onRows={(rows) => edit(() => setEpisodes(rows))}
          />
        </Panel>
        <Panel
          title="Events"
          intro={`${counted(timed().events.length, 'event')}. Leave the offset empty for a point.`}
          flush
        >
          <EntryGrid
            label="Events"
            columns={eventColumns}
            rows={events()}
            faults={isChanged() ? timed().faults : []}
            suggestions={{ 2: suggestions().subjects, 3: suggestions().behaviours }}
            addLabel="Add an event"
            onRows={(rows) => edit(() => setEvents(rows))}
          />
        </Panel>
      </div>
      <LeaveGuard isChanged={isChanged()} what="the observation record" />
    </>
  )
}

function Faults(props: { title: string; faults: readonly RowFault[] }) {
  return (
    <Show when={props.faults.length > 0}>
      <Notice kind="warn" title={`${props.title}: ${counted(props.faults.length, 'cell')} to mend before saving`}>
        <ul class="plain-list">
          <For each={props.faults.slice(0, 8)}>
            {(fault) => (
              <li>
                Row {fault.row + 1}: {fault.message}
              </li>
            )}
          </For>
        </ul>
        <Show when={props.faults.length > 8}>
          <p class="quiet">and {props.faults.length - 8} more</p>
        </Show>
      </Notice>
    </Show>
  )
}
