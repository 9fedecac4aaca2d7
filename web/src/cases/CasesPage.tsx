import { listCases, type StudyCase } from '@attune/contract'
import { A, useNavigate, useSearchParams } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { arrowsInList } from '../base/arrows.ts'
import { Button, ButtonLink } from '../base/Button.tsx'
import { call } from '../base/call.ts'
import { TextField } from '../base/Field.tsx'
import { createLoad } from '../base/load.ts'
import { PageHead } from '../base/PageHead.tsx'
import { usePage } from '../base/page.ts'
import { createShortcuts } from '../base/shortcuts.ts'
import { EmptyState, Loaded, TableFrame } from '../base/states.tsx'
import { useStudy } from '../base/study.tsx'
import { t } from '../messages/index.ts'
import { createDelayed } from './delayed.ts'
import { sizeOf } from './material-size.ts'
import './cases.css'

const pageSize = 100

/** The cases of a study, for pi and trainer: found by id, wave or population. */
export default function CasesPage() {
  const { study } = useStudy()
  const navigate = useNavigate()
  const [search, setSearch] = useSearchParams<{ search?: string }>()
  const [trail, setTrail] = createSignal<readonly string[]>([])
  const words = createDelayed(() => search.search ?? '', 200)
  usePage(() => ({ title: t().base.places.cases }))
  const load = createLoad(
    () => ({ id: study().id, words: words(), after: trail().at(-1) }),
    ({ id, words: typed, after }, signal) => {
      const query = { limit: pageSize, ...(typed ? { search: typed } : {}), ...(after ? { after } : {}) }
      return call(listCases, { study: id }, { query, signal })
    },
  )
  const at = (end: string) => `/studies/${study().id}/cases${end}`
  createShortcuts(
    () => t().base.places.cases,
    () => [
      { keys: 'n', label: t().cases.new, run: () => navigate(at('/new')) },
      { keys: 'i', label: t().imports.import, run: () => navigate(at('/import')) },
    ],
  )
  return (
    <>
      <PageHead
        title={t().base.places.cases}
        intro={t().cases.intro}
        actions={
          <>
            <ButtonLink href={at('/new')} icon="plus">
              {t().cases.new}
            </ButtonLink>
            <ButtonLink href={at('/import')} look="primary" icon="upload">
              {t().imports.import}
            </ButtonLink>
          </>
        }
      />
      <div class="stack">
        <search class="cases__search">
          <TextField
            label={t().cases.search}
            type="search"
            placeholder={t().cases.searchHint}
            value={search.search ?? ''}
            onText={(text) => {
              setTrail([])
              setSearch({ search: text || null }, { replace: true })
            }}
          />
        </search>
        <Loaded of={load} label={t().cases.loading}>
          {(answer) => (
            <Show when={answer().cases.length > 0} fallback={<NoCases isSearch={words() !== ''} at={at} />}>
              <CaseTable cases={answer().cases} at={at} />
              <div class="button-row">
                <span class="quiet" role="status">
                  {t().base.cases(answer().total)}
                </span>
                <Show when={trail().length > 0 || answer().next}>
                  <Button
                    small
                    icon="left"
                    disabled={trail().length === 0}
                    onClick={() => setTrail((was) => was.slice(0, -1))}
                  >
                    {t().cases.earlier}
                  </Button>
                  <Button
                    small
                    disabled={!answer().next}
                    onClick={() => setTrail((was) => [...was, answer().next ?? ''])}
                  >
                    {t().cases.further}
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
      <TableFrame label={t().base.places.cases}>
        <table class="table" onKeyDown={arrowsInList}>
          <thead>
            <tr>
              <th scope="col">{t().cases.case}</th>
              <th scope="col">{t().cases.columns.material}</th>
              <th scope="col">{t().cases.columns.wave}</th>
              <th scope="col">{t().cases.columns.population}</th>
              <th scope="col">{t().cases.columns.about}</th>
              <th scope="col">{t().cases.columns.contentNote}</th>
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
                  <td>{one.material ? sizeOf(one.material) : <span class="quiet">{t().cases.noMaterialYet}</span>}</td>
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
        fallback={<EmptyState title={t().cases.noneFits}>{t().cases.noneFitsAdvice}</EmptyState>}
      >
        <EmptyState
          title={t().cases.none}
          actions={
            <ButtonLink href={props.at('/import')} look="primary" icon="upload">
              {t().cases.importFirst}
            </ButtonLink>
          }
        >
          {t().cases.noneAdvice}
        </EmptyState>
      </Show>
    </div>
  )
}
