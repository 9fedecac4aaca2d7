import { assignCodings } from '@attune/contract'
import { createSignal, For, Show } from 'solid-js'
import { createAction } from '../base/action.ts'
import { announce } from '../base/announce.tsx'
import { Button } from '../base/Button.tsx'
import { call } from '../base/call.ts'
import { CheckField } from '../base/Field.tsx'
import { counted } from '../base/numbers.ts'
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
    const kept = done.alreadyThere > 0 ? ` ${done.alreadyThere} were there already.` : ''
    announce(`${counted(done.created, 'coding')} assigned.${kept}`)
    props.onAssigned()
  })
  const tick = (person: string, isOn: boolean) =>
    setPeople((was) => (isOn ? [...was, person] : was.filter((one) => one !== person)))
  const isReady = () => props.cases.length > 0 && people().length > 0
  return (
    <Panel
      title="Assign cases"
      intro={`Tick cases in the table and people here. Codebook: ${props.version.title} ${props.version.version}. Only cases with ${props.version.material === 'transcript' ? 'a transcript' : 'an observation record'} are listed now.`}
    >
      <div class="assign">
        <fieldset class="assign__people">
          <legend class="field__label">People</legend>
          <For each={props.people}>
            {(person) => (
              <CheckField
                label={`${person.name} (${t().base.roles[person.role]})`}
                checked={people().includes(person.id)}
                onCheck={(isOn) => tick(person.id, isOn)}
              />
            )}
          </For>
        </fieldset>
        <FailureNotice failure={assign.failure()} />
        <div class="button-row">
          <Button look="primary" disabled={!isReady()} busy={assign.pending()} onClick={() => void assign.run()}>
            Assign {counted(props.cases.length, 'case')} to {counted(people().length, 'person', 'people')}
          </Button>
          <Button look="quiet" onClick={() => props.onCancel()}>
            Cancel
          </Button>
          <Show when={isReady()}>
            <span class="quiet">What somebody already has stays as it is.</span>
          </Show>
        </div>
      </div>
    </Panel>
  )
}
