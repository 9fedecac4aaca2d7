import { type JSX, Show } from 'solid-js'
import type { Action } from './action.ts'
import { Button } from './Button.tsx'
import { Refused } from './refused.ts'
import { FailureNotice } from './states.tsx'

/** Fields, why they were refused, and the button that sends them. Faults of single fields stand at the fields. */
export function Form(props: {
  action: Action<[]>
  submit: string
  /** Says what happened after it went through. */
  onDone?: () => void
  danger?: boolean
  disabled?: boolean
  more?: JSX.Element
  label?: string
  children: JSX.Element
}) {
  const send = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    const form = event.currentTarget
    if (await props.action.run()) props.onDone?.()
    // After the faults are on the screen: the cursor goes to the first.
    else queueMicrotask(() => form.querySelector<HTMLElement>('[aria-invalid=true]')?.focus())
  }
  const failure = () => {
    const refused = props.action.failure()
    const isAtFields = refused instanceof Refused && refused.faults.length > 0 && refused.code === 'bad-request'
    return isAtFields ? undefined : refused
  }
  return (
    <form class="form" noValidate aria-label={props.label} onSubmit={(event) => void send(event)}>
      {props.children}
      <FailureNotice failure={failure()} />
      <div class="form__foot">
        <Button
          type="submit"
          look={props.danger ? 'danger' : 'primary'}
          busy={props.action.pending()}
          disabled={props.disabled}
        >
          {props.submit}
        </Button>
        <Show when={props.more}>{props.more}</Show>
      </div>
    </form>
  )
}
