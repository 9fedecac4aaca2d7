import type { Codebook } from '@attune/codebooks'
import type { TrainingScope } from '@attune/contract'
import type { Criterion } from '@attune/criteria'
import { createMemo, createSignal, Show } from 'solid-js'
import { Button } from '../../base/Button.tsx'
import { CheckField, TextField } from '../../base/Field.tsx'
import { Notice } from '../../base/states.tsx'
import { t } from '../../messages/index.ts'
import { criterionInWords, namesOf, validityInWords } from '../criterion-words.ts'
import type { SetFaults } from '../sets/faults.ts'
import { NumberField } from '../sets/NumberField.tsx'
import type { Editing } from './editing.ts'
import { Presets } from './Presets.tsx'
import { RuleGroup } from './RuleGroup.tsx'
import { asGroup } from './rule-edit.ts'
import { ruleSubjects } from './subjects.ts'
import './criterion.css'

type Props = {
  criterion: Criterion
  onCriterion: (criterion: Criterion) => void
  attempts: number
  onAttempts: (attempts: number) => void
  codebook: Codebook
  scope: TrainingScope
  faults: SetFaults
}

/** A rule to begin with, its conditions, how long it lasts, and what it says, in a sentence. */
export function CriterionEditor(props: Props) {
  const words = () => t().training.criterion
  const change = (part: Partial<Criterion>) => props.onCriterion({ ...props.criterion, ...part })
  const names = createMemo(() => namesOf(props.codebook, props.scope))
  const subjects = createMemo(() => ruleSubjects(props.codebook, props.scope))
  const rule = createMemo(() => asGroup(props.criterion.rule))
  const [opened, setOpened] = createSignal<string | null>(null)
  const editing = (): Editing => ({
    root: rule(),
    onRoot: (root) => change({ rule: root }),
    opened: opened(),
    open: (path) => setOpened(path?.join('.') ?? null),
    subjects: subjects(),
    names: names(),
    faults: props.faults,
  })
  return (
    <div class="criterion">
      <Presets
        onPreset={({ criterion }) => props.onCriterion({ ...criterion, rule: asGroup(criterion.rule) })}
        attempts={props.attempts}
        onAttempts={props.onAttempts}
      />
      <TextField
        label={words().name}
        required
        value={props.criterion.title}
        onText={(title) => change({ title })}
        fault={props.faults.at('criterion.title')}
      />
      <Show when={props.criterion.modelledOn}>
        {(source) => (
          <div class="criterion__source">
            <p lang="en">{source().words}</p>
            <p>
              {words().source}{' '}
              <Show when={source().url} fallback={source().source}>
                <a href={source().url} target="_blank" rel="noreferrer">
                  {source().source}
                </a>
              </Show>
            </p>
            <div class="button-row">
              <Button small look="quiet" onClick={() => change({ modelledOn: null })}>
                {words().ownRule}
              </Button>
            </div>
          </div>
        )}
      </Show>
      <Notice kind="info" title={words().says}>
        <p class="criterion__sentence" aria-live="polite">
          {criterionInWords(props.criterion.rule, names())}
        </p>
        <p class="quiet">{validityInWords(props.criterion)}</p>
      </Notice>
      <Show when={props.faults.at('criterion.rule')}>{(fault) => <Notice kind="bad" title={fault()} />}</Show>
      <RuleGroup group={rule()} path={[]} editing={editing()} />
      <Validity criterion={props.criterion} onChange={change} faults={props.faults} />
    </div>
  )
}

function Validity(props: { criterion: Criterion; onChange: (part: Partial<Criterion>) => void; faults: SetFaults }) {
  const words = () => t().training.criterion
  const days = () => (props.criterion.renewal.kind === 'repeat' ? props.criterion.renewal.daysBefore : null)
  const isRenewable = () => props.criterion.validMonths !== null && days() !== null
  return (
    <>
      <div class="form__pair criterion__validity">
        <NumberField
          label={words().valid}
          hint={words().validHint}
          optional
          whole
          min={1}
          max={120}
          value={props.criterion.validMonths}
          onNumber={(validMonths) => props.onChange({ validMonths })}
          fault={props.faults.at('criterion.validMonths')}
        />
        <Show when={isRenewable()}>
          <NumberField
            label={words().daysBefore}
            hint={words().daysBeforeHint}
            whole
            min={0}
            max={3650}
            value={days()}
            onNumber={(daysBefore) =>
              props.onChange({ renewal: { kind: 'repeat', daysBefore: daysBefore ?? Number.NaN } })
            }
          />
        </Show>
      </div>
      <Show when={props.criterion.validMonths !== null}>
        <CheckField
          label={words().renewable}
          checked={days() !== null}
          onCheck={(isOn) => props.onChange({ renewal: isOn ? { kind: 'repeat', daysBefore: 60 } : { kind: 'none' } })}
        />
      </Show>
    </>
  )
}
