import { createUniqueId, Show } from 'solid-js'
import { Choices, FieldFault, TextArea } from '../../base/Field.tsx'
import { t } from '../../messages/index.ts'
import { useDesk } from '../desk-context.ts'
import './training-bar.css'

/** Before submitting: what the coder knew of the family or the group. */
export function DeclarationFields() {
  const { sight } = useDesk()
  const draft = sight.declaration
  const id = createUniqueId()
  const words = () => t().myTraining.declaration
  return (
    <section class="declaration" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{words().title}</h3>
      <p class="quiet">{words().intro}</p>
      <Choices
        label={words().title}
        hideLabel
        value={draft.knew()}
        options={[
          { value: 'nothing', label: words().knewNothing },
          { value: 'something', label: words().knew },
        ]}
        onChoose={draft.setKnew}
      />
      <Show when={draft.knew() === 'something'}>
        <TextArea
          label={words().what}
          hint={words().whatHint}
          value={draft.note()}
          onText={draft.setNote}
          rows={2}
          maxLength={2000}
        />
      </Show>
      <div role="alert">
        <FieldFault id={`${id}-fault`} fault={draft.fault() || undefined} />
      </div>
      <Show when={sight.given.left() > 0}>
        <p>{words().uncodedUnits(sight.given.left())}</p>
      </Show>
    </section>
  )
}
