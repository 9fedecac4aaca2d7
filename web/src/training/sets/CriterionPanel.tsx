import type { Codebook } from '@attune/codebooks'
import { Show } from 'solid-js'
import { CheckField } from '../../base/Field.tsx'
import { Panel } from '../../base/states.tsx'
import { t } from '../../messages/index.ts'
import { CriterionEditor } from '../criterion/CriterionEditor.tsx'
import { newCriterion } from '../criterion/rule-edit.ts'
import type { SetFaults } from './faults.ts'
import type { ChangeForm, SetForm } from './form.ts'

/** When the set is met, and whether that gives a certificate. */
export function CriterionPanel(props: { form: SetForm; onChange: ChangeForm; codebook: Codebook; faults: SetFaults }) {
  const words = () => t().training.criterion
  const toggle = (isOn: boolean) =>
    props.onChange(isOn ? { criterion: newCriterion(words().ownTitle) } : { criterion: null, certifies: false })
  return (
    <Panel title={words().title} intro={words().intro}>
      <div class="form">
        <CheckField
          label={words().has}
          hint={words().hasHint}
          checked={props.form.criterion !== null}
          onCheck={toggle}
        />
        <Show when={props.form.criterion}>
          {(criterion) => (
            <>
              <CriterionEditor
                criterion={criterion()}
                onCriterion={(next) => props.onChange({ criterion: next })}
                attempts={props.form.attempts}
                onAttempts={(attempts) => props.onChange({ attempts })}
                codebook={props.codebook}
                scope={props.form.scope}
                faults={props.faults}
              />
              <CheckField
                label={words().certifies}
                hint={words().certifiesHint}
                checked={props.form.certifies}
                onCheck={(certifies) => props.onChange({ certifies })}
              />
            </>
          )}
        </Show>
      </div>
    </Panel>
  )
}
