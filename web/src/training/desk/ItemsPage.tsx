import { exportItems, type ItemAnalysis, readItemAnalysis, readTrainingSet } from '@attune/contract'
import { useNavigate, useParams, useSearchParams } from '@solidjs/router'
import { createMemo, Show } from 'solid-js'
import { ButtonLink } from '../../base/Button.tsx'
import { addressOf, call } from '../../base/call.ts'
import { SelectField, TextField } from '../../base/Field.tsx'
import { createLoad } from '../../base/load.ts'
import { PageHead } from '../../base/PageHead.tsx'
import { usePage } from '../../base/page.ts'
import { createShortcuts } from '../../base/shortcuts.ts'
import { EmptyState, Loaded } from '../../base/states.tsx'
import { useStudy } from '../../base/study.tsx'
import { t } from '../../messages/index.ts'
import { figureWords } from '../figure-words.ts'
import { ItemsTable } from './ItemsTable.tsx'
import { filterItems, itemFilters, sortItems, summaryOf } from './items.ts'
import { sortedBy, sortingFrom } from './sorting.ts'
import { cohortCrumbs } from './way.ts'
import './desk.css'

/** Which items of a set are hard, which tell good from poor coders, and where the masters themselves disagree. */
export default function ItemsPage() {
  const { study } = useStudy()
  const params = useParams<{ set: string }>()
  const navigate = useNavigate()
  const load = createLoad(
    () => ({ study: study().id, set: params.set }),
    async (where, signal) => {
      const [set, { items }] = await Promise.all([
        call(readTrainingSet, where, { signal }),
        call(readItemAnalysis, where, { signal }),
      ])
      return { set, items }
    },
  )
  const set = () => load.value()?.set
  const cohort = () => `/studies/${study().id}/training/sets/${params.set}/cohort`
  usePage(() => ({ title: t().desk.items.title, crumbs: cohortCrumbs(study().id, set()) }))
  createShortcuts(
    () => t().desk.items.title,
    () => [{ keys: 'c', label: t().desk.items.cohort, run: () => navigate(cohort()) }],
  )
  return (
    <>
      <PageHead
        title={set() ? t().desk.items.titleOf(set()?.name ?? '') : t().desk.items.title}
        actions={
          <>
            <ButtonLink href={cohort()} icon="people">
              {t().desk.items.cohort}
            </ButtonLink>
            <a class="button" href={addressOf(exportItems, { study: study().id, set: params.set })} download="">
              {t().desk.cohort.csv.items}
            </a>
          </>
        }
      />
      <Loaded of={load}>
        {(answer) => (
          <Show
            when={answer().items.some(({ n }) => n > 0)}
            fallback={<EmptyState title={t().desk.items.finding.none}>{t().desk.items.finding.noneAdvice}</EmptyState>}
          >
            <Shown items={answer().items} />
          </Show>
        )}
      </Loaded>
    </>
  )
}

function Shown(props: { items: readonly ItemAnalysis[] }) {
  const [search, setSearch] = useSearchParams<{ sort?: string; show?: string; words?: string }>()
  const filter = () => itemFilters.find((one) => one === search.show) ?? 'all'
  const sorting = () => sortingFrom(search.sort, 'agreed')
  const shown = createMemo(() => sortItems(filterItems(props.items, filter(), search.words ?? ''), sorting()))
  const words = () => t().desk.items
  return (
    <div class="stack desk">
      <Finding items={props.items} />
      <search class="filter">
        <TextField
          label={words().search}
          type="search"
          value={search.words ?? ''}
          onText={(typed) => setSearch({ words: typed || null }, { replace: true })}
        />
        <SelectField
          label={words().show}
          value={filter()}
          options={itemFilters.map((value) => ({ value, label: words().filters[value] }))}
          onChoose={(value) => setSearch({ show: value === 'all' ? null : value }, { replace: true })}
        />
        <p class="filter__summary" role="status">
          {words().shown(shown().length, props.items.length)}
        </p>
      </search>
      <p class="quiet cohort__caption">{words().caption}</p>
      <div class="panel">
        <Show
          when={shown().length > 0}
          fallback={<EmptyState title={words().noneFits}>{words().noneFitsAdvice}</EmptyState>}
        >
          <ItemsTable
            items={shown()}
            sorting={sorting()}
            onSort={(column) => setSearch({ sort: sortedBy(column, sorting()) }, { replace: true })}
          />
        </Show>
      </div>
    </div>
  )
}

function Finding(props: { items: readonly ItemAnalysis[] }) {
  const words = () => t().desk.items.finding
  const summary = createMemo(() => summaryOf(props.items))
  return (
    <div class="desk__finding">
      <p>
        <Show when={summary().hardest} fallback={words().allRight}>
          {(item) => words().hardest(item().label, item().caseId, figureWords(item().agreed))}
        </Show>{' '}
        {words().masters(summary().disagreeing, props.items.length)}
      </p>
      <Show when={summary().reversed > 0}>
        <p>{words().reversed(summary().reversed)}</p>
      </Show>
    </div>
  )
}
