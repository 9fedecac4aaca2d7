import { readCohort, type TrainingSet } from '@attune/contract'
import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { call } from '../../base/call.ts'
import { formatDay } from '../../base/dates.tsx'
import { createLoad } from '../../base/load.ts'
import { Loaded, Panel } from '../../base/states.tsx'
import { useStudy } from '../../base/study.tsx'
import { t } from '../../messages/index.ts'
import { StatusBadge } from './PersonCells.tsx'

/** Which sets somebody works on, and every attempt made. */
export function TraineeSets(props: { person: string; sets: readonly TrainingSet[] }) {
  return (
    <Panel title={t().desk.trainee.sets}>
      <ul class="plain-list trainee-sets">
        <For each={props.sets} fallback={<li>{t().desk.trainee.noSets}</li>}>
          {(set) => <SetLine person={props.person} set={set} />}
        </For>
      </ul>
    </Panel>
  )
}

function SetLine(props: { person: string; set: TrainingSet }) {
  const { study } = useStudy()
  const at = (end: string) => `/studies/${study().id}/training${end}`
  const load = createLoad(
    () => ({ study: study().id, set: props.set.id }),
    async (where, signal) => {
      const { people } = await call(readCohort, where, { signal })
      return people.find(({ id }) => id === props.person) ?? null
    },
  )
  const dueAt = () => props.set.people.find(({ id }) => id === props.person)?.dueAt
  return (
    <li>
      <A
        href={at(`/sets/${props.set.id}/cohort`)}
        class="trainee-sets__name"
        aria-label={t().desk.trainee.toCohort(props.set.name)}
      >
        {props.set.name}
      </A>
      <Loaded of={load}>
        {(value) => (
          <Show when={value()}>
            {(person) => (
              <>
                <StatusBadge status={person().status} />
                <For each={person().attempts}>
                  {(attempt) => (
                    <span>
                      <A href={at(`/attempts/${attempt.id}`)}>{t().desk.cohort.attempt(attempt.number)}</A>{' '}
                      <span class="quiet">{formatDay(attempt.startedAt)}</span>
                    </span>
                  )}
                </For>
              </>
            )}
          </Show>
        )}
      </Loaded>
      <Show when={dueAt()}>{(day) => <span class="quiet">{t().desk.trainee.due(formatDay(day()))}</span>}</Show>
    </li>
  )
}
