import { decideRequest } from '@attune/contract'
import { createSignal, For, Show } from 'solid-js'
import { createAction } from '../../base/action.ts'
import { announce } from '../../base/announce.tsx'
import { Button } from '../../base/Button.tsx'
import { call } from '../../base/call.ts'
import { Moment } from '../../base/dates.tsx'
import { TextField } from '../../base/Field.tsx'
import { FailureNotice, Panel } from '../../base/states.tsx'
import { useStudy } from '../../base/study.tsx'
import { t } from '../../messages/index.ts'
import type { CohortPerson } from './cohort.ts'

type Request = NonNullable<CohortPerson['request']>

/** Who asks for another attempt, to be granted or refused in place. */
export function Requests(props: { people: readonly CohortPerson[]; onDecided: () => void }) {
  const asking = () => props.people.filter(({ request }) => request !== null)
  return (
    <Show when={asking().length > 0}>
      <Panel title={t().desk.cohort.requests}>
        <ul class="plain-list requests">
          <For each={asking()}>
            {(person) => (
              <Show when={person.request}>
                {(request) => <RequestLine name={person.name} request={request()} onDecided={props.onDecided} />}
              </Show>
            )}
          </For>
        </ul>
      </Panel>
    </Show>
  )
}

function RequestLine(props: { name: string; request: Request; onDecided: () => void }) {
  const { study } = useStudy()
  const [note, setNote] = createSignal('')
  const words = () => t().desk.cohort
  const decide = createAction(async (grant: boolean) => {
    const where = { study: study().id, request: props.request.id }
    await call(decideRequest, where, { body: { grant, note: note() } })
    announce(grant ? words().granted(props.name) : words().refused(props.name))
    props.onDecided()
  })
  return (
    <li>
      <fieldset class="request">
        <legend class="visually-hidden">{words().requestOf(props.name)}</legend>
        <p>
          <strong>{props.name}</strong>{' '}
          <span class="quiet">
            <Moment at={props.request.at} ago />
          </span>
        </p>
        <p class="request__note">{props.request.note || <span class="quiet">{words().noNote}</span>}</p>
        <div class="request__answer">
          <TextField
            label={words().answer}
            hint={words().answerHint}
            value={note()}
            onText={setNote}
            fault={decide.fault('note')}
          />
          <div class="button-row">
            <Button busy={decide.pending()} onClick={() => void decide.run(true)}>
              {words().grant}
            </Button>
            <Button look="quiet" busy={decide.pending()} onClick={() => void decide.run(false)}>
              {words().refuse}
            </Button>
          </div>
        </div>
        <FailureNotice failure={decide.failure()} />
      </fieldset>
    </li>
  )
}
