import type { CriticalErrorPredicate } from '@attune/criteria'
import { Show } from 'solid-js'
import { SelectField } from '../../base/Field.tsx'
import { t } from '../../messages/index.ts'
import { NumberField } from '../sets/NumberField.tsx'
import type { Kind } from './rule-edit.ts'
import { outcomeOptions, type Subjects } from './subjects.ts'
import { CollapseField, VariablesField } from './VariablesField.tsx'
import { AgainstField, WindowFields } from './WindowFields.tsx'

type Props = {
  predicate: CriticalErrorPredicate
  subjects: Subjects
  onPredicate: (predicate: CriticalErrorPredicate) => void
}

/** Every part of a condition on errors that must not happen. */
export function CriticalErrorFields(props: Props) {
  const words = () => t().training.predicate
  const change = (part: Partial<CriticalErrorPredicate>) => props.onPredicate({ ...props.predicate, ...part })
  const isConfusion = () => props.predicate.error.kind === 'confusion'
  const kinds = (): readonly Kind[] => (isConfusion() ? ['classification', 'presence'] : ['scale', 'count', 'duration'])
  const choose = (kind: 'confusion' | 'distance') =>
    change({
      error: kind === 'confusion' ? { kind, reference: null, given: null } : { kind, points: 3 },
      variables: { kinds: [kind === 'confusion' ? 'classification' : 'scale'] },
    })
  return (
    <>
      <div class="form__pair">
        <SelectField
          label={words().errorKind}
          value={props.predicate.error.kind}
          options={[
            { value: 'confusion', label: words().confusion },
            { value: 'distance', label: words().distance },
          ]}
          onChoose={choose}
        />
        <AgainstField against={props.predicate.against} onAgainst={(against) => change({ against })} />
        <NumberField
          label={words().atMost}
          hint={words().atMostHint}
          whole
          min={0}
          max={1000}
          value={props.predicate.atMost}
          onNumber={(atMost) => change({ atMost: atMost ?? Number.NaN })}
        />
      </div>
      <VariablesField
        selector={props.predicate.variables}
        kinds={kinds()}
        isUnits={false}
        subjects={props.subjects}
        onSelector={(variables) => change({ variables })}
      />
      <ErrorFields {...props} onChange={change} />
      <div class="form__pair">
        <WindowFields window={props.predicate.window} mayBeRun onWindow={(window) => change({ window })} />
      </div>
    </>
  )
}

/** Which confusion, or how many points. */
function ErrorFields(props: Props & { onChange: (part: Partial<CriticalErrorPredicate>) => void }) {
  const words = () => t().training.predicate
  const confusion = () => (props.predicate.error.kind === 'confusion' ? props.predicate.error : undefined)
  const distance = () => (props.predicate.error.kind === 'distance' ? props.predicate.error : undefined)
  const outcomes = () => [
    { value: '', label: words().anyOutcome },
    ...outcomeOptions(props.subjects.variables, props.predicate).map(({ id, label }) => ({
      value: id,
      label: id === label ? id : `${id} · ${label}`,
    })),
  ]
  return (
    <div class="form__pair">
      <Show when={distance()}>
        {(error) => (
          <NumberField
            label={words().points}
            min={0.01}
            max={1000}
            value={error().points}
            onNumber={(points) => props.onChange({ error: { kind: 'distance', points: points ?? Number.NaN } })}
          />
        )}
      </Show>
      <Show when={confusion()}>
        {(error) => (
          <>
            <CollapseField
              collapse={props.predicate.collapse}
              subjects={props.subjects}
              onCollapse={(collapse) =>
                props.onChange({ collapse, error: { kind: 'confusion', reference: null, given: null } })
              }
            />
            <SelectField
              label={words().reference}
              value={error().reference ?? ''}
              options={outcomes()}
              onChoose={(id) => props.onChange({ error: { ...error(), reference: id || null } })}
            />
            <SelectField
              label={words().given}
              value={error().given ?? ''}
              options={outcomes()}
              onChoose={(id) => props.onChange({ error: { ...error(), given: id || null } })}
            />
          </>
        )}
      </Show>
    </div>
  )
}
