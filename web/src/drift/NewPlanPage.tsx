import { listCodebooks, listMasters, listPeople } from '@attune/contract'
import { useNavigate } from '@solidjs/router'
import { Show } from 'solid-js'
import { ButtonLink } from '../base/Button.tsx'
import { call } from '../base/call.ts'
import { createLoad } from '../base/load.ts'
import { PageHead } from '../base/PageHead.tsx'
import { usePage } from '../base/page.ts'
import { EmptyState, Loaded } from '../base/states.tsx'
import { useStudy } from '../base/study.tsx'
import { t } from '../messages/index.ts'
import { PlanForm } from './PlanForm.tsx'
import './drift.css'

/** A plan to watch coders: once begun it stays as it is, and another one replaces it. */
export default function NewPlanPage() {
  const { study } = useStudy()
  const navigate = useNavigate()
  const page = () => `/studies/${study().id}/drift`
  usePage(() => ({ title: t().drift.builder.title, crumbs: [{ label: t().base.places.drift, href: page() }] }))
  const load = createLoad(
    () => study().id,
    async (id, signal) => {
      const [{ versions }, { members }, { masters }] = await Promise.all([
        call(listCodebooks, { study: id }, { signal }),
        call(listPeople, { study: id }, { signal }),
        call(listMasters, { study: id }, { signal }),
      ])
      return { versions, members, masters }
    },
  )
  // Any number will do; what counts is that it is written down with the plan.
  const seed = crypto.getRandomValues(new Uint32Array(1))[0] ?? 1
  return (
    <div class="drift">
      <PageHead title={t().drift.builder.title} intro={t().drift.builder.intro} />
      <Loaded of={load}>
        {(found) => (
          <Show when={found().masters.length > 0} fallback={<NoMasters />}>
            <PlanForm {...found()} seed={seed} onCreated={() => navigate(page(), { replace: true })} />
          </Show>
        )}
      </Loaded>
    </div>
  )
}

function NoMasters() {
  const { study } = useStudy()
  return (
    <EmptyState
      title={t().drift.builder.noMasters}
      actions={<ButtonLink href={`/studies/${study().id}`}>{t().base.places.progress}</ButtonLink>}
    >
      {t().drift.builder.noCases}
    </EmptyState>
  )
}
