import { type Reply, readHistory } from '@attune/contract'
import { useSearchParams } from '@solidjs/router'
import { createEffect, createSignal, For, on, Show } from 'solid-js'
import { createAction } from '../base/action.ts'
import { Button } from '../base/Button.tsx'
import { call } from '../base/call.ts'
import { formatMoment } from '../base/dates.tsx'
import { SelectField, TextField } from '../base/Field.tsx'
import { createLoad } from '../base/load.ts'
import { counted } from '../base/numbers.ts'
import { PageHead } from '../base/PageHead.tsx'
import { usePage } from '../base/page.ts'
import { EmptyState, FailureNotice, Loaded, Notice, TableFrame } from '../base/states.tsx'
import { useStudy } from '../base/study.tsx'
import { createDelayed } from '../cases/delayed.ts'
import { actionName } from './actions.ts'
import './history.css'

type History = Reply<typeof readHistory>
type Entry = History['entries'][number]
type Question = { person?: string; action?: string; subject?: string }

/** Who did what, newest first, and whether the record is unbroken. */
export default function HistoryPage() {
  const { study } = useStudy()
  const [search, setSearch] = useSearchParams<Question>()
  usePage(() => ({ title: 'History' }))
  const question = createDelayed(() => ({ person: search.person, action: search.action, subject: search.subject }), 250)
  const [further, setFurther] = createSignal<readonly Entry[]>([])
  const [next, setNext] = createSignal<string | null>(null)
  const ask = (after: string | undefined, signal?: AbortSignal) => {
    const { person, action, subject } = question()
    const query = {
      limit: 100,
      ...(person ? { person } : {}),
      ...(action ? { action } : {}),
      ...(subject ? { subject } : {}),
      ...(after ? { after } : {}),
    }
    return call(readHistory, { study: study().id }, { query, ...(signal ? { signal } : {}) })
  }
  const load = createLoad(
    () => ({ study: study().id, ...question() }),
    (_, signal) => ask(undefined, signal),
  )
  createEffect(
    on(load.value, (answer) => {
      setFurther([])
      setNext(answer?.next ?? null)
    }),
  )
  const more = createAction(async () => {
    const answer = await ask(next() ?? undefined)
    setFurther((was) => [...was, ...answer.entries])
    setNext(answer.next)
  })
  const set = (change: Record<keyof Question, string | null> | Partial<Record<keyof Question, string | null>>) =>
    setSearch(change, { replace: true })
  const actions = () => [
    { value: '', label: 'Everything' },
    ...(load.value()?.actions ?? (search.action ? [search.action] : [])).map((one) => ({
      value: one,
      label: actionName(one),
    })),
  ]
  return (
    <>
      <PageHead title="History" intro="Every change in this study. Nothing in it can be altered or removed." />
      <div class="stack">
        <search class="filter history-filter">
          <TextField
            label="Person"
            type="search"
            value={search.person ?? ''}
            onText={(person) => set({ person: person || null })}
          />
          <SelectField
            label="What"
            value={search.action ?? ''}
            options={actions()}
            onChoose={(action) => set({ action: action || null })}
          />
          <TextField
            label="About"
            type="search"
            placeholder="A case id, a name"
            value={search.subject ?? ''}
            onText={(subject) => set({ subject: subject || null })}
          />
        </search>
        <Loaded of={load}>
          {(answer) => (
            <>
              <Chain chain={answer().chain} />
              <Entries entries={[...answer().entries, ...further()]} />
              <Show when={next()}>
                <div class="button-row">
                  <Button busy={more.pending()} onClick={() => void more.run()}>
                    Show earlier entries
                  </Button>
                </div>
              </Show>
              <FailureNotice failure={more.failure()} />
            </>
          )}
        </Loaded>
      </div>
    </>
  )
}

function Chain(props: { chain: History['chain'] }) {
  return (
    <Show
      when={props.chain.intact}
      fallback={
        <Notice kind="bad" title={`The record is broken at entry ${props.chain.brokenAt ?? 'unknown'}.`}>
          <p>Somebody changed the database past the application. Compare with a backup made before that entry.</p>
        </Notice>
      }
    >
      <Notice kind="good" title="The record is unbroken.">
        <p>
          {counted(props.chain.entries, 'entry', 'entries')}, each sealed with the fingerprint of the one before it.
        </p>
      </Notice>
    </Show>
  )
}

function Entries(props: { entries: readonly Entry[] }) {
  return (
    <Show
      when={props.entries.length > 0}
      fallback={
        <div class="panel">
          <EmptyState title="Nothing fits these filters.">Take one of them away to see more.</EmptyState>
        </div>
      }
    >
      <div class="panel">
        <TableFrame label="History">
          <table class="table table--compact history">
            <thead>
              <tr>
                <th scope="col" class="number">
                  No.
                </th>
                <th scope="col">When</th>
                <th scope="col">Who</th>
                <th scope="col">What</th>
                <th scope="col">About</th>
                <th scope="col">Detail</th>
              </tr>
            </thead>
            <tbody>
              <For each={props.entries}>
                {(entry) => (
                  <tr>
                    <td class="number quiet">{entry.sequence}</td>
                    <td class="history__when">
                      <time datetime={entry.at}>{formatMoment(entry.at)}</time>
                    </td>
                    <td>{entry.person}</td>
                    <td>{actionName(entry.action)}</td>
                    <td>{entry.subject}</td>
                    <td class="history__detail">{entry.detail}</td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </TableFrame>
      </div>
    </Show>
  )
}
