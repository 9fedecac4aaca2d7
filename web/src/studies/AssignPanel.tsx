import { assignCodings } from '@attune/contract'
import { createSignal, For, Show } from 'solid-js'
import { createAction } from '../base/action.ts'
import { announce } from '../base/announce.tsx'
import { Button } from '../base/Button.tsx'
import { call } from '../base/call.ts'
import { CheckField } from '../base/Field.tsx'
import { FailureNotice, Panel } from '../base/states.tsx'
import { useStudy } from '../base/study.tsx'
import { t } from '../messages/index.ts'
import type { ProgressCase, ProgressPerson, Version } from './progress.ts'

/** Gives the cases ticked below to people, with the codebook version chosen below. */
export function AssignPanel(props: {
  version: Version
  people: readonly ProgressPerson[]
  cases: readonly ProgressCase[]
  onAssigned: () => void
  onCancel: () => void
}) {
  const { study } = useStudy()
  const [people, setPeople] = createSignal<readonly string[]>([])
  const assign = createAction(async () => {
    const body = { cases: props.cases.map((one) => one.id), people: [...people()], codebookVersion: props.version.id }
    const done = await call(assignCodings, { study: study().id }, { body })
    const words = [t().studies.assigned(t().base.codings(done.created))]
    if (done.alreadyThere > 0) words.push(t().studies.wereThere(done.alreadyThere))
    announce(words.join(' '))
    props.onAssigned()
  })
  const tick = (person: string, isOn: boolean) =>
    setPeople((was) => (isOn ? [...was, person] : was.filter((one) => one !== person)))
  const isReady = () => props.cases.length > 0 && people().length > 0
  return (
    <Panel
      title={t().studies.assign}
      intro={t().studies.assignIntro(`${props.version.title} ${props.version.version}`, props.version.material)}
    >
      <div class="assign">
        <fieldset class="assign__people">
          <legend class="field__label">{t().base.places.people}</legend>
          <For each={props.people.filter((person) => !person.isDisabled)}>
            {(person) => (
              <CheckField
                label={t().studies.personWithRole(person.name, t().base.roles[person.role])}
                checked={people().includes(person.id)}
                onCheck={(isOn) => tick(person.id, isOn)}
              />
            )}
          </For>
        </fieldset>
        <FailureNotice failure={assign.failure()} />
        <div class="button-row">
          <Button look="primary" disabled={!isReady()} busy={assign.pending()} onClick={() => void assign.run()}>
            {t().studies.assignTo(t().base.cases(props.cases.length), t().base.people(people().length))}
          </Button>
          <Button look="quiet" onClick={() => props.onCancel()}>
            {t().base.cancel}
          </Button>
          <Show when={isReady()}>
            <span class="quiet">{t().studies.assignKeeps}</span>
          </Show>
        </div>
      </div>
    </Panel>
  )
}
