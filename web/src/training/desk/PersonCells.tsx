import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { Button } from '../../base/Button.tsx'
import { Badge } from '../../base/states.tsx'
import { useStudy } from '../../base/study.tsx'
import { t } from '../../messages/index.ts'
import { type CohortPerson, releasable } from './cohort.ts'

const statusKinds = {
  'not-begun': 'plain',
  running: 'plain',
  'to-release': 'accent',
  met: 'good',
  revoked: 'warn',
  'not-met': 'warn',
  done: 'plain',
} as const
const statusIcons = { met: 'check', revoked: 'cross', 'not-met': 'cross', 'to-release': 'clock' } as const

/** Who, how it stands, and every attempt with what waits to be released. */
export function PersonCells(props: {
  person: CohortPerson
  isReleasing: boolean
  onRelease: (attempts: readonly string[]) => void
}) {
  const { study } = useStudy()
  const at = (end: string) => `/studies/${study().id}${end}`
  return (
    <>
      <th scope="row" class="cohort__person">
        <A href={at(`/training/people/${props.person.id}`)}>{props.person.name}</A>
      </th>
      <td class="cohort__status">
        <StatusBadge status={props.person.status} />
        <Show when={props.person.certificate}>
          {(certificate) => (
            <A
              class="cohort__certificate"
              href={at(`/certificates/${certificate()}`)}
              aria-label={t().desk.cohort.certificateOf(props.person.name)}
            >
              {t().desk.cohort.certificate}
            </A>
          )}
        </Show>
      </td>
      <td>
        <Attempts {...props} />
      </td>
    </>
  )
}

export function StatusBadge(props: { status: CohortPerson['status'] }) {
  const icon = () => (statusIcons as Partial<Record<CohortPerson['status'], 'check' | 'cross' | 'clock'>>)[props.status]
  return (
    <Badge kind={statusKinds[props.status]} icon={icon()}>
      {t().desk.cohort.status[props.status]}
    </Badge>
  )
}

function Attempts(props: {
  person: CohortPerson
  isReleasing: boolean
  onRelease: (attempts: readonly string[]) => void
}) {
  const { study } = useStudy()
  const isWaiting = (id: string) => releasable(props.person).some((one) => one.id === id)
  return (
    <ul class="plain-list cohort__attempts">
      <For each={props.person.attempts} fallback={<li class="quiet">–</li>}>
        {(attempt) => (
          <li>
            <A href={`/studies/${study().id}/training/attempts/${attempt.id}`}>
              {t().desk.cohort.attempt(attempt.number)}
            </A>{' '}
            <span class="quiet">
              {attempt.met === null
                ? t().desk.cohort.attemptStates[attempt.state]
                : attempt.met
                  ? t().criteria.met
                  : t().criteria.notMet}
              <Show when={attempt.state === 'running'}>
                {' '}
                {t().desk.cohort.submitted(attempt.submitted, attempt.cases)}
              </Show>
            </span>
            <Show when={attempt.isWithheld}>
              {' '}
              <Badge kind="plain" icon="clock">
                {t().desk.cohort.withheld}
              </Badge>
            </Show>
            <Show when={isWaiting(attempt.id)}>
              {' '}
              <Button
                small
                busy={props.isReleasing}
                aria-label={t().desk.cohort.releaseOne(props.person.name, attempt.number)}
                onClick={() => props.onRelease([attempt.id])}
              >
                {t().desk.cohort.release}
              </Button>
            </Show>
          </li>
        )}
      </For>
    </ul>
  )
}
