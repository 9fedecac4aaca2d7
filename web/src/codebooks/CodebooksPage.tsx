import { type CodebookVersion, listCodebooks } from '@attune/contract'
import { A } from '@solidjs/router'
import { createMemo, createSignal, For, Show } from 'solid-js'
import { arrowsInList } from '../base/arrows.ts'
import { Button } from '../base/Button.tsx'
import { call } from '../base/call.ts'
import { formatDay } from '../base/dates.tsx'
import { createLoad } from '../base/load.ts'
import { counted } from '../base/numbers.ts'
import { PageHead } from '../base/PageHead.tsx'
import { usePage } from '../base/page.ts'
import { Badge, EmptyState, Loaded, Panel, TableFrame } from '../base/states.tsx'
import { useStudy } from '../base/study.tsx'
import { AddCodebook } from './AddCodebook.tsx'
import './codebooks.css'

/** The codebooks a study can use, with their versions. */
export default function CodebooksPage() {
  const { study } = useStudy()
  const [isAdding, setAdding] = createSignal(false)
  usePage(() => ({ title: 'Codebooks' }))
  const load = createLoad(
    () => study().id,
    (id, signal) => call(listCodebooks, { study: id }, { signal }),
  )
  return (
    <>
      <PageHead
        title="Codebooks"
        intro="Structure only: names, ranges, categories. The manuals belong to their authors; a coding stays pinned to the version it was made with."
        actions={
          <Button look="primary" icon="upload" aria-expanded={isAdding()} onClick={() => setAdding((was) => !was)}>
            Add a codebook
          </Button>
        }
      />
      <div class="stack">
        <Show when={isAdding()}>
          <AddCodebook
            onAdded={() => {
              setAdding(false)
              void load.reload()
            }}
            onCancel={() => setAdding(false)}
          />
        </Show>
        <Loaded of={load}>
          {(answer) => (
            <Show
              when={answer().versions.length > 0}
              fallback={<EmptyState title="No codebooks.">Add a codebook file to begin.</EmptyState>}
            >
              <Books versions={answer().versions} />
            </Show>
          )}
        </Loaded>
      </div>
    </>
  )
}

function Books(props: { versions: readonly CodebookVersion[] }) {
  const books = createMemo(() => [...new Set(props.versions.map((one) => one.codebook))])
  return <For each={books()}>{(book) => <Book versions={props.versions.filter((one) => one.codebook === book)} />}</For>
}

function Book(props: { versions: readonly CodebookVersion[] }) {
  const { study } = useStudy()
  const first = () => props.versions[0]
  return (
    <Panel
      title={first()?.title}
      intro={first()?.material === 'observation' ? 'For observation records' : 'For transcripts'}
      flush
    >
      <TableFrame label={`Versions of ${first()?.title}`}>
        <table class="table" onKeyDown={arrowsInList}>
          <thead>
            <tr>
              <th scope="col">Version</th>
              <th scope="col">Variables</th>
              <th scope="col">Codes</th>
              <th scope="col">Used in this study</th>
              <th scope="col">Added</th>
              <th scope="col">Origin</th>
            </tr>
          </thead>
          <tbody>
            <For each={props.versions}>
              {(one) => (
                <tr>
                  <th scope="row">
                    <A href={`/studies/${study().id}/codebooks/${one.id}`} class="cases__id" data-stop>
                      {one.title} {one.version}
                    </A>
                  </th>
                  <td>{one.variables}</td>
                  <td>{one.codes}</td>
                  <td>{one.codings === 0 ? <span class="quiet">Not yet</span> : counted(one.codings, 'coding')}</td>
                  <td>{formatDay(one.addedAt)}</td>
                  <td>
                    <Badge>{one.origin === 'shipped' ? 'Comes with Attune' : 'Added by the lab'}</Badge>
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </TableFrame>
    </Panel>
  )
}
