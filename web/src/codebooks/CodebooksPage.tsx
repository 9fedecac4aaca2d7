import { type CodebookVersion, listCodebooks } from '@attune/contract'
import { A } from '@solidjs/router'
import { createMemo, createSignal, For, Show } from 'solid-js'
import { arrowsInList } from '../base/arrows.ts'
import { Button } from '../base/Button.tsx'
import { call } from '../base/call.ts'
import { formatDay } from '../base/dates.tsx'
import { createLoad } from '../base/load.ts'
import { PageHead } from '../base/PageHead.tsx'
import { usePage } from '../base/page.ts'
import { Badge, EmptyState, Loaded, Panel, TableFrame } from '../base/states.tsx'
import { useStudy } from '../base/study.tsx'
import { t } from '../messages/index.ts'
import { AddCodebook } from './AddCodebook.tsx'
import './codebooks.css'

/** The codebooks a study can use, with their versions. */
export default function CodebooksPage() {
  const { study } = useStudy()
  const [isAdding, setAdding] = createSignal(false)
  usePage(() => ({ title: t().base.places.codebooks }))
  const load = createLoad(
    () => study().id,
    (id, signal) => call(listCodebooks, { study: id }, { signal }),
  )
  return (
    <>
      <PageHead
        title={t().base.places.codebooks}
        intro={t().codebooks.intro}
        actions={
          <Button look="primary" icon="upload" aria-expanded={isAdding()} onClick={() => setAdding((was) => !was)}>
            {t().codebooks.add}
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
              fallback={<EmptyState title={t().codebooks.none}>{t().codebooks.noneAdvice}</EmptyState>}
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
      intro={first()?.material === 'observation' ? t().codebooks.forObservation : t().codebooks.forTranscripts}
      flush
    >
      <TableFrame label={t().codebooks.versionsOf(first()?.title ?? '')}>
        <table class="table" onKeyDown={arrowsInList}>
          <thead>
            <tr>
              <th scope="col">{t().codebooks.columns.version}</th>
              <th scope="col">{t().codebooks.columns.variables}</th>
              <th scope="col">{t().codebooks.columns.codes}</th>
              <th scope="col">{t().codebooks.columns.used}</th>
              <th scope="col">{t().codebooks.columns.added}</th>
              <th scope="col">{t().codebooks.columns.origin}</th>
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
                  <td>
                    {one.codings === 0 ? <span class="quiet">{t().base.notYet}</span> : t().base.codings(one.codings)}
                  </td>
                  <td>{formatDay(one.addedAt)}</td>
                  <td>
                    <Badge>{one.origin === 'shipped' ? t().codebooks.shipped : t().codebooks.ownLab}</Badge>
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
