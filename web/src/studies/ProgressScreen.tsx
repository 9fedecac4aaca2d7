import { listCodebooks } from '@attune/contract'
import { useSearchParams } from '@solidjs/router'
import { createMemo, createSignal, Show } from 'solid-js'
import { Button, ButtonLink } from '../base/Button.tsx'
import { call } from '../base/call.ts'
import { createLoad } from '../base/load.ts'
import { PageHead } from '../base/PageHead.tsx'
import { usePage } from '../base/page.ts'
import { createShortcuts } from '../base/shortcuts.ts'
import { Badge, EmptyState, Loaded } from '../base/states.tsx'
import { useStudy } from '../base/study.tsx'
import { t } from '../messages/index.ts'
import { AssignPanel } from './AssignPanel.tsx'
import { CodingDialog } from './CodingDialog.tsx'
import { Filter } from './Filter.tsx'
import { Matrix } from './Matrix.tsx'
import {
  busiestCodebook,
  byCase,
  byCell,
  type Gap,
  gaps,
  hasGap,
  type Progress,
  readWholeProgress,
  type Version,
} from './progress.ts'
import './progress.css'

/** Cases down, people across: who has what, and how far. */
export function ProgressScreen() {
  const { study } = useStudy()
  usePage(() => ({ title: t().base.places.progress }))
  const progress = createLoad(() => study().id, readWholeProgress)
  const codebooks = createLoad(
    () => study().id,
    async (id, signal) => (await call(listCodebooks, { study: id }, { signal })).versions,
  )
  const [isAssigning, setAssigning] = createSignal(false)
  createShortcuts(
    () => t().base.places.progress,
    () => [{ keys: 'a', label: t().studies.assignKey, run: () => setAssigning((was) => !was) }],
  )
  return (
    <>
      <PageHead
        title={study().name}
        intro={study().description || t().studies.whoHasWhat}
        actions={
          <>
            <Show when={study().isDemo}>
              <Badge>{t().base.demo}</Badge>
            </Show>
            <ButtonLink href={`/studies/${study().id}/reliability`} icon="chart">
              {t().base.places.reliability}
            </ButtonLink>
            <Button
              look="primary"
              icon="plus"
              aria-expanded={isAssigning()}
              onClick={() => setAssigning((was) => !was)}
            >
              {t().studies.assign}
            </Button>
          </>
        }
      />
      <Loaded of={progress}>
        {(value) => (
          <Show when={value().cases.length > 0} fallback={<NoCases study={study().id} />}>
            <Loaded of={codebooks}>
              {(versions) => (
                <Progressing
                  progress={value()}
                  versions={versions()}
                  isAssigning={isAssigning()}
                  onAssigned={() => {
                    setAssigning(false)
                    void progress.reload()
                  }}
                  onCancel={() => setAssigning(false)}
                  onChanged={() => void progress.reload()}
                />
              )}
            </Loaded>
          </Show>
        )}
      </Loaded>
    </>
  )
}

function Progressing(props: {
  progress: Progress
  versions: readonly Version[]
  isAssigning: boolean
  onAssigned: () => void
  onCancel: () => void
  onChanged: () => void
}) {
  const [search, setSearch] = useSearchParams<{ codebook?: string; gap?: string; case?: string }>()
  const [selected, setSelected] = createSignal<ReadonlySet<string>>(new Set())
  const [open, setOpen] = createSignal<string>()
  const version = () => {
    const busiest = busiestCodebook(props.progress)
    const wanted = props.versions.find((one) => one.id === search.codebook)
    return wanted ?? props.versions.find((one) => one.id === busiest) ?? props.versions[0]
  }
  const gap = (): Gap => gaps.find((one) => one === search.gap) ?? 'all'
  const cells = createMemo(() => byCell(props.progress, version()?.id ?? ''))
  const fitting = () =>
    props.progress.cases.filter((one) => one.material === version()?.material || one.material === null).length
  const shown = createMemo(() => {
    const codings = byCase(cells().values())
    const words = (search.case ?? '').toLowerCase()
    return props.progress.cases.filter(
      (one) =>
        (one.material === version()?.material || (!props.isAssigning && one.material === null)) &&
        one.case.toLowerCase().includes(words) &&
        hasGap(gap(), one, codings.get(one.id) ?? [], version()?.id ?? ''),
    )
  })
  return (
    <div class="stack">
      <Show when={props.isAssigning && version()}>
        {(book) => (
          <AssignPanel
            version={book()}
            people={props.progress.people}
            cases={props.progress.cases.filter((one) => selected().has(one.id) && one.material === book().material)}
            onAssigned={() => {
              setSelected(new Set<string>())
              props.onAssigned()
            }}
            onCancel={props.onCancel}
          />
        )}
      </Show>
      <Filter
        versions={props.versions}
        version={version()?.id ?? ''}
        gap={gap()}
        text={search.case ?? ''}
        onVersion={(codebook) => setSearch({ codebook }, { replace: true })}
        onGap={(next) => setSearch({ gap: next === 'all' ? null : next }, { replace: true })}
        onText={(text) => setSearch({ case: text || null }, { replace: true })}
        summary={summaryOf(shown().length, fitting())}
      />
      <Matrix
        cases={shown()}
        people={props.progress.people}
        cells={cells()}
        codebookVersion={version()?.id ?? ''}
        selected={props.isAssigning ? selected() : undefined}
        onSelect={setSelected}
        onOpen={setOpen}
      />
      <CodingDialog
        progress={props.progress}
        coding={open()}
        onClose={() => setOpen(undefined)}
        onChanged={props.onChanged}
      />
    </div>
  )
}

function summaryOf(shown: number, all: number): string {
  return shown === all ? t().base.cases(all) : t().studies.shownOf(shown, t().base.cases(all))
}

function NoCases(props: { study: string }) {
  const at = (end: string) => `/studies/${props.study}${end}`
  return (
    <EmptyState
      title={t().studies.noCases}
      actions={
        <>
          <ButtonLink href={at('/cases/import')} look="primary" icon="upload">
            {t().studies.importFirst}
          </ButtonLink>
          <ButtonLink href={at('/people')}>{t().studies.invitePeople}</ButtonLink>
        </>
      }
    >
      {t().studies.noCasesAdvice}
    </EmptyState>
  )
}
