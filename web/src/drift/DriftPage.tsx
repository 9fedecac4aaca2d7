import { exportDrift, listDriftPlans, readDrift } from '@attune/contract'
import { useSearchParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { ButtonLink } from '../base/Button.tsx'
import { addressOf, call } from '../base/call.ts'
import { createLoad } from '../base/load.ts'
import { PageHead } from '../base/PageHead.tsx'
import { usePage } from '../base/page.ts'
import { EmptyState, Loaded, Panel } from '../base/states.tsx'
import { useStudy } from '../base/study.tsx'
import { t } from '../messages/index.ts'
import { CoderCharts } from './CoderCharts.tsx'
import { CodersTable } from './CodersTable.tsx'
import { Plans } from './Plans.tsx'
import './drift.css'

/** Do coders stay reliable? Who is watched, whether they are in control, and the charts of one of them. */
export default function DriftPage() {
  const { study } = useStudy()
  const [search, setSearch] = useSearchParams<{ coder?: string }>()
  usePage(() => ({ title: t().base.places.drift, crumbs: [] }))
  const load = createLoad(
    () => study().id,
    async (id, signal) => {
      const [drift, { plans }] = await Promise.all([
        call(readDrift, { study: id }, { signal }),
        call(listDriftPlans, { study: id }, { signal }),
      ])
      return { coders: drift.coders, plans }
    },
  )
  const coders = () => load.value()?.coders ?? []
  const chosen = () =>
    coders().find(({ person }) => person.id === search.coder) ??
    coders().find(({ alarm }) => alarm !== null) ??
    coders()[0]
  const create = () => (
    <ButtonLink href={`/studies/${study().id}/drift/new`} look="primary" icon="plus">
      {t().drift.newPlan}
    </ButtonLink>
  )
  return (
    <div class="drift">
      <PageHead
        title={t().base.places.drift}
        intro={t().drift.intro}
        actions={
          <Show when={(load.value()?.plans.length ?? 0) > 0}>
            <a class="button" href={addressOf(exportDrift, { study: study().id })} download="drift.csv">
              {t().drift.saveAll}
            </a>
            {create()}
          </Show>
        }
      />
      <Loaded of={load}>
        {(found) => (
          <Show
            when={found().plans.length > 0}
            fallback={
              <EmptyState title={t().drift.none} actions={create()}>
                {t().drift.noneAdvice}
              </EmptyState>
            }
          >
            <Show when={found().coders.length > 0}>
              <Panel title={t().drift.watched} flush>
                <CodersTable
                  coders={found().coders}
                  chosen={chosen()}
                  onChoose={({ person }) => setSearch({ coder: person.id }, { replace: true, scroll: false })}
                />
              </Panel>
            </Show>
            <Show when={chosen()}>
              {(coder) => <CoderCharts coder={coder()} onChanged={() => void load.reload()} />}
            </Show>
            <Plans plans={found().plans} onChanged={() => void load.reload()} />
          </Show>
        )}
      </Loaded>
    </div>
  )
}
