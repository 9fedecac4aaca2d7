import { listCases, type StudyCase } from '@attune/contract'
import { A, useNavigate, useSearchParams } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { arrowsInList } from '../base/arrows.ts'
import { Button, ButtonLink } from '../base/Button.tsx'
import { call } from '../base/call.ts'
import { TextField } from '../base/Field.tsx'
import { createLoad } from '../base/load.ts'
import { counted } from '../base/numbers.ts'
import { PageHead } from '../base/PageHead.tsx'
import { usePage } from '../base/page.ts'
import { createShortcuts } from '../base/shortcuts.ts'
import { EmptyState, Loaded, TableFrame } from '../base/states.tsx'
import { useStudy } from '../base/study.tsx'
import { createDelayed } from './delayed.ts'
import './cases.css'

const pageSize = 100

/** The cases of a study, for pi and trainer: found by id, wave or population. */
export default function CasesPage() {
  const { study } = useStudy()
  const navigate = useNavigate()
  const [search, setSearch] = useSearchParams<{ search?: string }>()
  const [trail, setTrail] = createSignal<readonly string[]>([])
  const words = createDelayed(() => search.search ?? '', 200)
  usePage(() => ({ title: 'Cases' }))
  const load = createLoad(
    () => ({ id: study().id, words: words(), after: trail().at(-1) }),
    ({ id, words: typed, after }, signal) => {
      const query = { limit: pageSize, ...(typed ? { search: typed } : {}), ...(after ? { after } : {}) }
      return call(listCases, { study: id }, { query, signal })
    },
  )
  const at = (end: string) => `/studies/${study().id}/cases${end}`
  createShortcuts('Cases', () => [
    { keys: 'n', label: 'New case', run: () => navigate(at('/new')) },
    { keys: 'i', label: 'Import', run: () => navigate(at('/import')) },
  ])
  return (
    <>
      <PageHead
        title="Cases"
        intro="One interview or observation each, under a pseudonymous id."
        actions={
          <>
            <ButtonLink href={at('/new')} icon="plus">
              New case
            </ButtonLink>
            <ButtonLink href={at('/import')} look="primary" icon="upload">
              Import
            </ButtonLink>
          </>
        }
      />
      <div class="stack">
        <search class="cases__search">
          <TextField
            label="Search"
            type="search"
            placeholder="Id, wave or population"
            value={search.search ?? ''}
            onText={(text) => {
              setTrail([])
              setSearch({ search: text || null }, { replace: true })
            }}
          />
        </search>
        <Loaded of={load} label="Loading cases">
          {(answer) => (
            <Show when={answer().cases.length > 0} fallback={<NoCases isSearch={words() !== ''} at={at} />}>
              <CaseTable cases={answer().cases} at={at} />
              <div class="button-row">
                <span class="quiet" role="status">
                  {counted(answer().total, 'case')}
                </span>
                <Show when={trail().length > 0 || answer().next}>
                  <Button
                    small
                    icon="left"
                    disabled={trail().length === 0}
                    onClick={() => setTrail((was) => was.slice(0, -1))}
                  >
                    Earlier
                  </Button>
                  <Button
                    small
                    disabled={!answer().next}
                    onClick={() => setTrail((was) => [...was, answer().next ?? ''])}
                  >
                    Further
                  </Button>
                </Show>
              </div>
            </Show>
          )}
        </Loaded>
      </div>
    </>
  )
}

function CaseTable(props: { cases: readonly StudyCase[]; at: (end: string) => string }) {
  return (
    <div class="panel">
      <TableFrame label="Cases">
        <table class="table" onKeyDown={arrowsInList}>
          <thead>
            <tr>
              <th scope="col">Case</th>
              <th scope="col">Material</th>
              <th scope="col">Wave</th>
              <th scope="col">Population</th>
              <th scope="col">About</th>
              <th scope="col">Content note</th>
            </tr>
          </thead>
          <tbody>
            <For each={props.cases}>
              {(one) => (
                <tr>
                  <th scope="row">
                    <A href={props.at(`/${one.id}`)} data-stop class="cases__id">
                      {one.case}
                    </A>
                  </th>
                  <td>{one.material ? one.material.summary : <span class="quiet">None yet</span>}</td>
                  <td>{one.wave}</td>
                  <td>{one.population}</td>
                  <td>{one.targets.join(', ')}</td>
                  <td class="cases__note">{one.contentNote}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </TableFrame>
    </div>
  )
}

function NoCases(props: { isSearch: boolean; at: (end: string) => string }) {
  return (
    <div class="panel">
      <Show
        when={!props.isSearch}
        fallback={<EmptyState title="No case fits these words.">Try a part of its id.</EmptyState>}
      >
        <EmptyState
          title="No cases yet."
          actions={
            <ButtonLink href={props.at('/import')} look="primary" icon="upload">
              Import transcripts or records
            </ButtonLink>
          }
        >
          Paste a transcript or choose files, several at once. You see what would be stored before it is.
        </EmptyState>
      </Show>
    </div>
  )
}
