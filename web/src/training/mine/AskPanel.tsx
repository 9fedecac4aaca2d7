import { type MyTraining, requestAttempt } from '@attune/contract'
import { createSignal, Show } from 'solid-js'
import { createAction } from '../../base/action.ts'
import { Button } from '../../base/Button.tsx'
import { call } from '../../base/call.ts'
import { TextArea } from '../../base/Field.tsx'
import { Form } from '../../base/Form.tsx'
import { t } from '../../messages/index.ts'

/** Asks the trainer for another attempt. */
export function AskPanel(props: { study: string; set: string; onAsked: (training: MyTraining) => void }) {
  const words = () => t().myTraining.mine
  const [isOpen, setOpen] = createSignal(false)
  const [note, setNote] = createSignal('')
  const ask = createAction(async () => {
    props.onAsked(await call(requestAttempt, { study: props.study, set: props.set }, { body: { note: note() } }))
  })
  return (
    <Show when={isOpen()} fallback={<Button onClick={() => setOpen(true)}>{words().ask}</Button>}>
      <Form
        action={ask}
        submit={words().askSend}
        label={words().ask}
        more={
          <Button look="quiet" onClick={() => setOpen(false)}>
            {t().base.cancel}
          </Button>
        }
      >
        <TextArea label={words().askNote} value={note()} onText={setNote} rows={3} maxLength={2000} />
      </Form>
    </Show>
  )
}
