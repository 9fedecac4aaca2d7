import { type DriftPlan, endDriftPlan } from '@attune/contract'
import { createSignal, For, Show } from 'solid-js'
import { createAction } from '../base/action.ts'
import { announce } from '../base/announce.tsx'
import { Button } from '../base/Button.tsx'
import { call } from '../base/call.ts'
import { ConfirmDialog } from '../base/Dialog.tsx'
import { formatDay } from '../base/dates.tsx'
import { Panel } from '../base/states.tsx'
import { useStudy } from '../base/study.tsx'
import { t } from '../messages/index.ts'
import { Promised } from './Promised.tsx'

/** The plans of a study, those under way first, with what their charts promise. */
export function Plans(props: { plans: readonly DriftPlan[]; onChanged: () => void }) {
  const { study } = useStudy()
  const [ending, setEnding] = createSignal<DriftPlan>()
  const end = createAction(async () => {
    const plan = ending()
    if (plan === undefined) return
    await call(endDriftPlan, { study: study().id, plan: plan.id }, { body: {} })
    announce(t().drift.plan.hasEnded(plan.name))
    props.onChanged()
  })
  const ordered = () =>
    props.plans.toSorted((one, other) => Number(one.endedAt !== null) - Number(other.endedAt !== null))
  return (
    <Panel title={t().drift.plans}>
      <ul class="plain-list drift__plans">
        <For each={ordered()}>
          {(plan) => (
            <li>
              <div class="drift__plan">
                <div>
                  <h3>{plan.name}</h3>
                  <p class="quiet">{factsOf(plan)}</p>
                  <p class="quiet">{plan.people.map(({ name }) => name).join(', ')}</p>
                </div>
                <Show when={plan.endedAt === null}>
                  <Button small look="quiet" onClick={() => setEnding(plan)}>
                    {t().drift.plan.end}
                  </Button>
                </Show>
              </div>
              <Show when={plan.endedAt === null}>
                <Promised promise={plan.promise} />
              </Show>
            </li>
          )}
        </For>
      </ul>
      <ConfirmDialog
        open={ending() !== undefined}
        onClose={() => setEnding(undefined)}
        title={t().drift.plan.endTitle(ending()?.name ?? '')}
        confirm={t().drift.plan.end}
        action={end}
        danger
      >
        <p>{t().drift.plan.endLoses}</p>
      </ConfirmDialog>
    </Panel>
  )
}

function factsOf(plan: DriftPlan): string {
  const words = t().drift.plan
  return [
    plan.endedAt === null ? words.since(formatDay(plan.createdAt)) : words.ended(formatDay(plan.endedAt)),
    `${plan.codebook.title} ${plan.codebook.number}`,
    t().base.cases(plan.cases.length),
    words.every(plan.every),
    ...(plan.recodeEvery === null ? [] : [words.recodeEvery(plan.recodeEvery)]),
    ...(plan.pauses ? [words.pauses] : []),
  ].join(' · ')
}
