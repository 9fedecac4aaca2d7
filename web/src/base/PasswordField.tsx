import { createSignal } from 'solid-js'
import { t } from '../messages/index.ts'
import { CheckField, TextField } from './Field.tsx'

/** A password; it can be looked at, because typing it blind twice helps nobody. */
export function PasswordField(props: {
  label: string
  value: string
  onText: (value: string) => void
  isNew?: boolean
  hint?: string | undefined
  fault?: string | undefined
}) {
  const [isShown, setShown] = createSignal(false)
  return (
    <div class="stack stack--tight">
      <TextField
        label={props.label}
        type={isShown() ? 'text' : 'password'}
        autocomplete={props.isNew ? 'new-password' : 'current-password'}
        spellcheck={false}
        required
        hint={props.hint ?? (props.isNew ? t().base.newPasswordHint : undefined)}
        fault={props.fault}
        value={props.value}
        onText={props.onText}
      />
      <CheckField label={t().base.showTyping} checked={isShown()} onCheck={setShown} />
    </div>
  )
}
