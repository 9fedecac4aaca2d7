import type { CodebookVersion, TrainingSet } from '@attune/contract'
import { createUniqueId, For, Show } from 'solid-js'
import { CheckField, SelectField, TextArea, TextField } from '../../base/Field.tsx'
import { Notice, Panel } from '../../base/states.tsx'
import { t } from '../../messages/index.ts'
import type { SetFaults } from './faults.ts'
import { type ChangeForm, type SetForm, withCodebook } from './form.ts'
import { warningsOf } from './warnings.ts'

const policies = ['practice', 'check', 'test'] as const

/** What the set is called, with which codebook, and how much trainees learn from it. */
export function AboutPanel(props: {
  form: SetForm
  onChange: ChangeForm
  versions: readonly CodebookVersion[]
  others: readonly TrainingSet[]
  faults: SetFaults
}) {
  const words = () => t().training.about
  return (
    <Panel title={words().title}>
      <div class="form">
        <div class="form__pair">
          <TextField
            label={words().name}
            required
            value={props.form.name}
            onText={(name) => props.onChange({ name })}
            fault={props.faults.at('name')}
          />
          <SelectField
            label={words().codebook}
            value={props.form.codebookVersion}
            options={props.versions.map(({ id, title, version }) => ({ value: id, label: `${title} ${version}` }))}
            onChoose={(version) => props.onChange(withCodebook(props.form, version))}
            fault={props.faults.at('codebookVersion')}
          />
        </div>
        <TextArea
          label={words().description}
          hint={words().descriptionHint}
          rows={2}
          value={props.form.description}
          onText={(description) => props.onChange({ description })}
          fault={props.faults.at('description')}
        />
        <PolicyField form={props.form} onChange={props.onChange} />
        <Show when={props.form.feedback === 'test'}>
          <CheckField
            label={words().showsScores}
            hint={words().showsScoresHint}
            checked={props.form.showsScores}
            onCheck={(showsScores) => props.onChange({ showsScores })}
          />
        </Show>
        <For each={warningsOf(props.form, props.others)}>{(warning) => <Notice kind="warn" title={warning} />}</For>
        <CheckField
          label={words().byTrainer}
          hint={props.form.release === 'trainer' ? words().byTrainerHint : words().automaticHint}
          checked={props.form.release === 'trainer'}
          onCheck={(isByTrainer) => props.onChange({ release: isByTrainer ? 'trainer' : 'automatic' })}
        />
      </div>
    </Panel>
  )
}

/** Each policy with the sentences that say what trainees will and will not see. */
function PolicyField(props: { form: SetForm; onChange: ChangeForm }) {
  const group = createUniqueId()
  const words = () => t().training
  const shows = (policy: SetForm['feedback']) => (policy === 'test' ? words().about.testShows : words().shows[policy])
  return (
    <fieldset class="policies">
      <legend class="field__label">{words().about.policy}</legend>
      <For each={policies}>
        {(policy) => (
          <label class="policy">
            <input
              type="radio"
              name={group}
              checked={props.form.feedback === policy}
              aria-label={words().policies[policy]}
              aria-describedby={`${group}-${policy}`}
              onChange={() => props.onChange({ feedback: policy })}
            />
            <span class="policy__name">{words().policies[policy]}</span>
            <span class="policy__words" id={`${group}-${policy}`}>
              {shows(policy)} {words().about.never[policy]}
            </span>
          </label>
        )}
      </For>
    </fieldset>
  )
}
