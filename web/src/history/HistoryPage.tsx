import { listCodebooks, listPeople, type Reply, readHistory } from '@attune/contract'
import { useSearchParams } from '@solidjs/router'
import { createEffect, createMemo, createSignal, on, Show } from 'solid-js'
import { createAction } from '../base/action.ts'
import { Button } from '../base/Button.tsx'
import { call } from '../base/call.ts'
import { SelectField } from '../base/Field.tsx'
import { createLoad } from '../base/load.ts'
import { PageHead } from '../base/PageHead.tsx'
import { usePage } from '../base/page.ts'
import { FailureNotice, Loaded, Notice } from '../base/states.tsx'
import { useStudy } from '../base/study.tsx'
import { t } from '../messages/index.ts'
import { readWholeProgress } from '../studies/progress.ts'
import { Entries, type Entry } from './Entries.tsx'
import { actionWords, namesOf, subjectWords } from './words.ts'
import './history.css'

type Question = { person?: string; action?: string; subject?: string }

/** Who did what, newest first, and whether the record is unbroken. */
export default function HistoryPage() {
  const { study } = useStudy()
  const [search, setSearch] = useSearchParams<Question>()
  usePage(() => ({ title: t().base.places.history }))
  const question = createMemo(() => questionOf(search))
  const ask = (after?: string, signal?: AbortSignal) => {
    const query = { limit: 100, ...question(), ...(after ? { after } : {}) }
    return call(readHistory, { study: study().id }, { query, ...(signal ? { signal } : {}) })
  }
  const load = createLoad(
    () => ({ study: study().id, question: question() }),
    (_, signal) => ask(undefined, signal),
  )
  const surroundings = createSurroundings()
  const further = createFurther(load.value, ask)
  const set = (change: Partial<Record<keyof Question, string | null>>) => setSearch(change, { replace: true })
  return (
    <>
      <PageHead title={t().base.places.history} intro={t().history.intro} />
      <div class="stack">
        <Filters
          question={question()}
          people={surroundings.people()}
          actions={load.value()?.actions ?? []}
          subject={question().subject ? subjectWords(question().subject ?? '', surroundings.names()) : undefined}
          onChange={set}
        />
        <Loaded of={load}>
          {(answer) => (
            <>
              <Chain chain={answer().chain} />
              <Entries
                entries={[...answer().entries, ...further.entries()]}
                names={surroundings.names()}
                onSubject={(subject) => set({ subject })}
              />
              <Show when={further.next()}>
                <div class="button-row">
                  <Button busy={further.more.pending()} onClick={() => void further.more.run()}>
                    {t().history.earlier}
                  </Button>
                </div>
              </Show>
              <FailureNotice failure={further.more.failure()} />
            </>
          )}
        </Loaded>
      </div>
    </>
  )
}

function questionOf(search: Partial<Record<keyof Question, string | string[]>>): Question {
  const question: Question = {}
  for (const name of ['person', 'action', 'subject'] as const) {
    const value = search[name]
    if (typeof value === 'string' && value !== '') question[name] = value
  }
  return question
}

/** Names for the ids in the record, and who can be asked for. */
function createSurroundings() {
  const { study } = useStudy()
  const load = createLoad(
    () => study().id,
    async (id, signal) => {
      const [progress, books, people] = await Promise.all([
        readWholeProgress(id, signal),
        call(listCodebooks, { study: id }, { signal }),
        call(listPeople, { study: id }, { signal }),
      ])
      return { names: namesOf(progress, books.versions), people: people.members.map((member) => member.person) }
    },
  )
  return { names: () => load.value()?.names ?? new Map<string, string>(), people: () => load.value()?.people ?? [] }
}

type Answer = Reply<typeof readHistory>

/** Older entries, page by page, below the first page. */
function createFurther(first: () => Answer | undefined, ask: (after?: string) => Promise<Answer>) {
  const [entries, setEntries] = createSignal<readonly Entry[]>([])
  const [next, setNext] = createSignal<string | null>(null)
  createEffect(
    on(first, (answer) => {
      setEntries([])
      setNext(answer?.next ?? null)
    }),
  )
  const more = createAction(async () => {
    const answer = await ask(next() ?? undefined)
    setEntries((was) => [...was, ...answer.entries])
    setNext(answer.next)
  })
  return { entries, next, more }
}

function Filters(props: {
  question: Question
  people: readonly { id: string; name: string }[]
  actions: readonly string[]
  subject: string | undefined
  onChange: (change: Partial<Record<keyof Question, string | null>>) => void
}) {
  const actions = () => (props.actions.length === 0 && props.question.action ? [props.question.action] : props.actions)
  return (
    <search class="filter history-filter">
      <SelectField
        label={t().history.who}
        value={props.question.person ?? ''}
        options={[
          { value: '', label: t().history.everybody },
          ...props.people.map((person) => ({ value: person.id, label: person.name })),
        ]}
        onChoose={(person) => props.onChange({ person: person || null })}
      />
      <SelectField
        label={t().history.what}
        value={props.question.action ?? ''}
        options={[
          { value: '', label: t().history.everything },
          ...actions().map((one) => ({ value: one, label: actionWords(one) })),
        ]}
        onChoose={(action) => props.onChange({ action: action || null })}
      />
      <Show when={props.subject}>
        <Button icon="cross" onClick={() => props.onChange({ subject: null })}>
          {t().history.only(props.subject ?? '')}
        </Button>
      </Show>
    </search>
  )
}

function Chain(props: { chain: Answer['chain'] }) {
  return (
    <Show
      when={props.chain.intact}
      fallback={
        <Notice kind="bad" title={t().history.broken(props.chain.brokenAt)}>
          <p>{t().history.brokenAdvice}</p>
        </Notice>
      }
    >
      <Notice kind="good" title={t().history.unbroken}>
        <p>{t().history.sealed(props.chain.entries)}</p>
      </Notice>
    </Show>
  )
}
