import { endEnrolment, type TrainingSet } from '@attune/contract'
import { A } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { createAction } from '../../base/action.ts'
import { announce } from '../../base/announce.tsx'
import { Button } from '../../base/Button.tsx'
import { call } from '../../base/call.ts'
import { ConfirmDialog } from '../../base/Dialog.tsx'
import { formatMoment } from '../../base/dates.tsx'
import { EmptyState, Panel, TableFrame } from '../../base/states.tsx'
import { useStudy } from '../../base/study.tsx'
import { t } from '../../messages/index.ts'
import { EnrolForm } from './EnrolForm.tsx'

type Props = { set: TrainingSet; onSet: (set: TrainingSet) => void }
type Enrolled = TrainingSet['people'][number]

/** Who has the set, until when, and how many attempts each has made. */
export function PeoplePanel(props: Props) {
  const { study } = useStudy()
  const words = () => t().training.people
  const [isGiving, setGiving] = createSignal(false)
  const [ending, setEnding] = createSignal<Enrolled>()
  const end = createAction(async () => {
    const person = ending()
    if (!person) return
    props.onSet(await call(endEnrolment, { study: study().id, set: props.set.id, person: person.id }))
    announce(words().ended(person.name))
  })
  return (
    <Panel
      title={words().title}
      flush
      actions={
        <Show when={props.set.state === 'open'}>
          <Button icon="plus" small aria-expanded={isGiving()} onClick={() => setGiving((was) => !was)}>
            {words().give}
          </Button>
        </Show>
      }
    >
      <Show when={isGiving()}>
        <div class="enrol">
          <EnrolForm set={props.set} onSet={props.onSet} onClose={() => setGiving(false)} />
        </div>
      </Show>
      <Show
        when={props.set.people.length > 0}
        fallback={
          <Show when={!isGiving()}>
            <EmptyState title={words().none}>{words().noneAdvice}</EmptyState>
          </Show>
        }
      >
        <TableFrame label={words().title}>
          <table class="table table--compact">
            <thead>
              <tr>
                <th scope="col">{words().columns.name}</th>
                <th scope="col">{words().columns.due}</th>
                <th scope="col" class="number">
                  {words().columns.attempts}
                </th>
                <th scope="col">
                  <span class="visually-hidden">{t().base.actions}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              <For each={props.set.people}>
                {(person) => (
                  <tr>
                    <th scope="row">
                      <A href={`/studies/${study().id}/training/people/${person.id}`}>{person.name}</A>
                    </th>
                    <td>
                      <Show when={person.dueAt} fallback={<span class="quiet">{words().noDue}</span>}>
                        {(at) => formatMoment(at())}
                      </Show>
                    </td>
                    <td class="number">{t().base.done(person.attempts, props.set.attempts + person.granted)}</td>
                    <td>
                      <Button
                        small
                        look="quiet"
                        aria-label={words().endOf(person.name)}
                        onClick={() => setEnding(person)}
                      >
                        {words().end}
                      </Button>
                    </td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </TableFrame>
      </Show>
      <ConfirmDialog
        open={ending() !== undefined}
        onClose={() => setEnding(undefined)}
        title={words().endTitle(ending()?.name ?? '')}
        confirm={words().end}
        danger
        action={end}
      >
        <p>{words().endMeans}</p>
      </ConfirmDialog>
    </Panel>
  )
}
