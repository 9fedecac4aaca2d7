import type { Predicate } from '@attune/criteria'
import { For, Show } from 'solid-js'
import { Button } from '../../base/Button.tsx'
import { t } from '../../messages/index.ts'
import { predicateInWords } from '../criterion-words.ts'
import { AgreementFields } from './AgreementFields.tsx'
import { CriticalErrorFields } from './CriticalErrorFields.tsx'
import type { Editing } from './editing.ts'
import { namedPath, type RulePath } from './rule-edit.ts'

/** A condition as its sentence; its fields on demand. */
export function Condition(props: {
  condition: Predicate
  path: RulePath
  editing: Editing
  onCondition: (condition: Predicate) => void
}) {
  const isOpen = () => props.editing.opened === props.path.join('.')
  const faults = () => props.editing.faults.under(`criterion.rule${namedPath(props.editing.root, props.path)}`)
  const agreement = () => (props.condition.type === 'agreement' ? props.condition : undefined)
  const error = () => (props.condition.type === 'no-critical-error' ? props.condition : undefined)
  return (
    <>
      <p class="rule-part__words">{predicateInWords(props.condition, props.editing.names)}</p>
      <For each={[...new Set(faults())]}>{(fault) => <p class="field__fault">{fault}</p>}</For>
      <Button
        small
        look="quiet"
        icon={isOpen() ? 'check' : 'pen'}
        aria-expanded={isOpen()}
        onClick={() => props.editing.open(isOpen() ? null : props.path)}
      >
        {isOpen() ? t().training.rule.close : t().training.rule.edit}
      </Button>
      <Show when={isOpen()}>
        <div class="rule-part__fields">
          <Show when={agreement()}>
            {(one) => (
              <AgreementFields predicate={one()} subjects={props.editing.subjects} onPredicate={props.onCondition} />
            )}
          </Show>
          <Show when={error()}>
            {(one) => (
              <CriticalErrorFields
                predicate={one()}
                subjects={props.editing.subjects}
                onPredicate={props.onCondition}
              />
            )}
          </Show>
        </div>
      </Show>
    </>
  )
}
