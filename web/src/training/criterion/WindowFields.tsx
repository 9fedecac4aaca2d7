import type { CriterionWindow, Predicate } from '@attune/criteria'
import { Show } from 'solid-js'
import { SelectField } from '../../base/Field.tsx'
import { t } from '../../messages/index.ts'
import { NumberField } from '../sets/NumberField.tsx'

/** Beside whom. */
export function AgainstField(props: {
  against: Predicate['against']
  onAgainst: (against: Predicate['against']) => void
}) {
  const words = () => t().training.predicate
  return (
    <SelectField
      label={words().against}
      value={props.against}
      options={[
        { value: 'master', label: words().master },
        { value: 'coders', label: words().coders },
      ]}
      onChoose={(against) => props.onAgainst(against)}
    />
  )
}

/** Over which cases, in the order in which they are coded. */
export function WindowFields(props: {
  window: CriterionWindow
  mayBeRun: boolean
  onWindow: (window: CriterionWindow) => void
}) {
  const words = () => t().training.predicate
  const cases = () => (props.window.kind === 'all' ? 5 : props.window.cases)
  return (
    <>
      <SelectField
        label={words().window}
        value={props.window.kind}
        options={[
          { value: 'all', label: words().windows.all },
          { value: 'last', label: words().windows.last },
          ...(props.mayBeRun ? [{ value: 'in-a-row' as const, label: words().windows['in-a-row'] }] : []),
        ]}
        onChoose={(kind) => props.onWindow(kind === 'all' ? { kind } : { kind, cases: cases() })}
      />
      <Show when={props.window.kind !== 'all' && props.window.kind}>
        {(kind) => (
          <NumberField
            label={words().windowCases}
            whole
            min={1}
            max={1000}
            value={cases()}
            onNumber={(count) => props.onWindow({ kind: kind(), cases: count ?? Number.NaN })}
          />
        )}
      </Show>
    </>
  )
}
