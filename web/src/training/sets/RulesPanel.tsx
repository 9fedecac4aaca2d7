import type { TrainingSet } from '@attune/contract'
import { Show } from 'solid-js'
import { Choices, SelectField } from '../../base/Field.tsx'
import { Panel } from '../../base/states.tsx'
import { t } from '../../messages/index.ts'
import type { SetFaults } from './faults.ts'
import type { ChangeForm, SetForm } from './form.ts'
import { NumberField } from './NumberField.tsx'

/** Which master coding counts, how close is close enough, and how often and how long one may try. */
export function RulesPanel(props: {
  form: SetForm
  onChange: ChangeForm
  /** Sets that could come first. */
  others: readonly TrainingSet[]
  hasScales: boolean
  faults: SetFaults
}) {
  const words = () => t().training.rules
  const earlier = () => [
    { value: '', label: words().noPrerequisite },
    ...props.others.map(({ id, name }) => ({ value: id, label: name })),
  ]
  return (
    <Panel title={words().title}>
      <div class="form">
        <div class="stack stack--tight">
          <Choices
            label={words().masters}
            value={props.form.masters}
            options={[
              { value: 'main', label: words().main },
              { value: 'any', label: words().any },
            ]}
            onChoose={(masters) => props.onChange({ masters })}
          />
          <p class="field__hint">{words().mastersMean[props.form.masters]}</p>
        </div>
        <div class="form__pair">
          <Show when={props.hasScales}>
            <NumberField
              label={words().tolerance}
              hint={words().toleranceHint}
              min={0}
              max={100}
              value={props.form.tolerance}
              onNumber={(tolerance) => props.onChange({ tolerance: tolerance ?? Number.NaN })}
              fault={props.faults.at('tolerance')}
            />
          </Show>
          <NumberField
            label={words().attempts}
            hint={words().attemptsHint}
            whole
            min={1}
            max={100}
            value={props.form.attempts}
            onNumber={(attempts) => props.onChange({ attempts: attempts ?? Number.NaN })}
            fault={props.faults.at('attempts')}
          />
          <NumberField
            label={words().timeLimit}
            hint={words().timeLimitHint}
            optional
            whole
            min={1}
            max={525_600}
            value={props.form.timeLimitMinutes}
            onNumber={(timeLimitMinutes) => props.onChange({ timeLimitMinutes })}
            fault={props.faults.at('timeLimitMinutes')}
          />
          <SelectField
            label={words().prerequisite}
            hint={words().prerequisiteHint}
            value={props.form.prerequisite ?? ''}
            options={earlier()}
            onChoose={(prerequisite) => props.onChange({ prerequisite: prerequisite || null })}
            fault={props.faults.at('prerequisite')}
          />
        </div>
      </div>
    </Panel>
  )
}
