import {
  exportAttempts,
  exportCohort,
  exportComparisons,
  exportItems,
  readCohort,
  readTrainingSet,
  releaseFeedback,
  type TrainingSet,
} from '@attune/contract'
import { useNavigate, useParams, useSearchParams } from '@solidjs/router'
import { createMemo, createSignal, Show } from 'solid-js'
import { createAction } from '../../base/action.ts'
import { announce } from '../../base/announce.tsx'
import { Button, ButtonLink } from '../../base/Button.tsx'
import { addressOf, call } from '../../base/call.ts'
import { createLoad } from '../../base/load.ts'
import { PageHead } from '../../base/PageHead.tsx'
import { usePage } from '../../base/page.ts'
import { createShortcuts } from '../../base/shortcuts.ts'
import { EmptyState, FailureNotice, Loaded } from '../../base/states.tsx'
import { useStudy } from '../../base/study.tsx'
import { t } from '../../messages/index.ts'
import { behindOf } from './behind.ts'
import { CasesBehind } from './CasesBehind.tsx'
import { CohortTable } from './CohortTable.tsx'
import { Confusions } from './Confusions.tsx'
import { type Cohort, cellsOf, countsOf } from './cohort.ts'
import { linesOf, weakestOf } from './lines.ts'
import { Requests } from './Requests.tsx'
import { sortedBy, sortingFrom } from './sorting.ts'
import { setCrumbs } from './way.ts'
import './cohort.css'
import './desk.css'

/** The people who work on a set: how each stands on each variable, and what waits for the trainer. */
export default function CohortPage() {
  const { study } = useStudy()
  const params = useParams<{ set: string }>()
  const load = createLoad(
    () => ({ study: study().id, set: params.set }),
    async (where, signal) => {
      const [set, cohort] = await Promise.all([
        call(readTrainingSet, where, { signal }),
        call(readCohort, where, { signal }),
      ])
      return { set, cohort }
    },
  )
  const set = () => load.value()?.set
  usePage(() => ({ title: t().desk.cohort.title, crumbs: setCrumbs(study().id, set()) }))
  return (
    <>
      <PageHead
        title={set() ? t().desk.cohort.titleOf(set()?.name ?? '') : t().desk.cohort.title}
        actions={
          <>
            <ButtonLink href={`/studies/${study().id}/training/sets/${params.set}`}>{t().desk.cohort.toSet}</ButtonLink>
            <ButtonLink href={`/studies/${study().id}/training/sets/${params.set}/items`}>
              {t().desk.cohort.toItems}
            </ButtonLink>
          </>
        }
      />
      <Loaded of={load}>
        {(answer) => (
          <Show
            when={answer().cohort.people.length > 0}
            fallback={
              <EmptyState title={t().desk.cohort.finding.nobody}>{t().desk.cohort.finding.nobodyAdvice}</EmptyState>
            }
          >
            <Shown set={answer().set} cohort={answer().cohort} onChanged={() => void load.reload()} />
          </Show>
        )}
      </Loaded>
    </>
  )
}

function Shown(props: { set: TrainingSet; cohort: Cohort; onChanged: () => void }) {
  const { study } = useStudy()
  const navigate = useNavigate()
  const [search, setSearch] = useSearchParams<{ sort?: string; open?: string }>()
  const [chosen, setChosen] = createSignal<ReadonlySet<string>>(new Set())
  const sorting = () => sortingFrom(search.sort, 'person')
  const lines = createMemo(() => linesOf(props.cohort, props.set.criterion, study().criteria))
  const behind = createMemo(() => behindOf(props.cohort, search.open))
  const open = (what: string | null) => setSearch({ open: search.open === what ? null : what }, { replace: true })
  // Who came by keyboard goes on where the list was opened.
  const close = () => {
    const opener = document.querySelector<HTMLElement>('.desk [aria-pressed="true"]')
    open(null)
    opener?.focus()
  }
  const release = createAction(async (attempts: readonly string[]) => {
    const where = { study: study().id, set: props.set.id }
    const { alreadyReleased, released } = await call(releaseFeedback, where, { body: { attempts: [...attempts] } })
    setChosen(new Set<string>())
    const words = t().desk.cohort
    announce([words.released(released), alreadyReleased > 0 ? words.wereReleased(alreadyReleased) : ''].join(' '))
    props.onChanged()
  })
  createShortcuts(
    () => t().desk.cohort.title,
    () => [
      {
        keys: 'i',
        label: t().desk.cohort.keys.items,
        run: () => navigate(`/studies/${study().id}/training/sets/${props.set.id}/items`),
      },
      {
        keys: 'r',
        label: t().desk.cohort.keys.release,
        run: () => chosen().size > 0 && void release.run([...chosen()]),
      },
      {
        keys: 'Escape',
        label: t().desk.cohort.keys.close,
        run: () => (search.open ? close() : false),
      },
    ],
  )
  const list = () => <Show when={behind()}>{(one) => <CasesBehind behind={one()} onClose={close} />}</Show>
  const isConfusion = () => search.open?.startsWith('confusion:') ?? false
  return (
    <div class="stack stack--wide desk">
      <Finding
        set={props.set}
        cohort={props.cohort}
        weakest={weakestOf(props.cohort, cellsOf(props.cohort), lines())}
      />
      <Requests people={props.cohort.people} onDecided={props.onChanged} />
      <div class="stack">
        <p class="quiet cohort__caption">
          {t().desk.cohort.caption} <Show when={lines().size > 0}>{t().desk.cohort.belowLegend}</Show>
        </p>
        <Show when={chosen().size > 0}>
          <div class="cohort__release">
            <Button look="primary" busy={release.pending()} onClick={() => void release.run([...chosen()])}>
              {t().desk.cohort.releaseChosen(chosen().size)}
            </Button>
            <span class="quiet">{t().desk.cohort.releaseHint[props.set.feedback]}</span>
          </div>
        </Show>
        <FailureNotice failure={release.failure()} />
        <div class="panel cohort-panel">
          <CohortTable
            cohort={props.cohort}
            lines={lines()}
            sorting={sorting()}
            chosen={chosen()}
            opened={search.open?.startsWith('cell:') ? search.open.slice('cell:'.length) : undefined}
            isReleasing={release.pending()}
            onSort={(column) => setSearch({ sort: sortedBy(column, sorting()) }, { replace: true })}
            onChoose={setChosen}
            onRelease={(attempts) => void release.run(attempts)}
            onOpen={(cell) => open(`cell:${cell}`)}
          />
        </div>
        <Show when={!isConfusion()}>{list()}</Show>
      </div>
      <div class="stack">
        <Confusions
          confusions={props.cohort.confusions}
          opened={isConfusion() ? Number(search.open?.slice('confusion:'.length)) : undefined}
          onOpen={(index) => open(`confusion:${index}`)}
        />
        <Show when={isConfusion()}>{list()}</Show>
      </div>
      <Files set={props.set.id} />
    </div>
  )
}

/** How many are there, and what waits: the two minutes of somebody in a hurry. */
function Finding(props: { set: TrainingSet; cohort: Cohort; weakest: ReturnType<typeof weakestOf> }) {
  const words = () => t().desk.cohort.finding
  const counts = createMemo(() => countsOf(props.cohort))
  return (
    <div class="desk__finding">
      <p>
        {props.set.criterion ? words().met(counts().met, counts().all) : words().done(counts().done, counts().all)}{' '}
        {words().rest(counts().running, counts().notBegun)}{' '}
        <Show when={props.weakest}>{(one) => words().lowest(one().label, one().below, one().of)}</Show>
      </p>
      <p>
        <strong>{words().waits(counts().results, counts().requests)}</strong>
      </p>
    </div>
  )
}

function Files(props: { set: string }) {
  const { study } = useStudy()
  const where = () => ({ study: study().id, set: props.set })
  const words = () => t().desk.cohort.csv
  return (
    <nav class="button-row" aria-label={t().desk.cohort.files}>
      <a class="button" href={addressOf(exportComparisons, where())} download="">
        {words().comparisons}
      </a>
      <a class="button" href={addressOf(exportCohort, where())} download="">
        {words().cohort}
      </a>
      <a class="button" href={addressOf(exportItems, where())} download="">
        {words().items}
      </a>
      <a class="button" href={addressOf(exportAttempts, where())} download="">
        {words().attempts}
      </a>
    </nav>
  )
}
