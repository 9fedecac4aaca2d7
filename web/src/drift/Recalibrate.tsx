import { recalibrate, type WatchedCoder } from '@attune/contract'
import { createSignal } from 'solid-js'
import { createAction } from '../base/action.ts'
import { announce } from '../base/announce.tsx'
import { Button } from '../base/Button.tsx'
import { call } from '../base/call.ts'
import { Dialog } from '../base/Dialog.tsx'
import { TextArea } from '../base/Field.tsx'
import { Form } from '../base/Form.tsx'
import { useStudy } from '../base/study.tsx'
import { t } from '../messages/index.ts'

/** Somebody spoke with the coder; what was done is written down, and the charts begin again. */
export function Recalibrate(props: { coder: WatchedCoder; onDone: () => void }) {
  const { study } = useStudy()
  const [isOpen, setOpen] = createSignal(false)
  const [note, setNote] = createSignal('')
  const name = () => props.coder.person.name
  const save = createAction(async () => {
    const params = { study: study().id, plan: props.coder.plan, person: props.coder.person.id }
    await call(recalibrate, params, { body: { note: note() } })
    setOpen(false)
    setNote('')
    announce(t().drift.recalibrated(name()))
    props.onDone()
  })
  return (
    <>
      <Button small onClick={() => setOpen(true)}>
        {t().drift.recalibrate}
      </Button>
      <Dialog
        open={isOpen()}
        onClose={() => setOpen(false)}
        title={t().drift.recalibrateTitle(name())}
        intro={t().drift.recalibrateIntro}
      >
        <Form action={save} submit={t().drift.recalibrate}>
          <TextArea
            label={t().drift.recalibrateNote}
            hint={t().drift.recalibrateHint}
            rows={3}
            required
            value={note()}
            onText={setNote}
            fault={save.fault('note')}
          />
        </Form>
      </Dialog>
    </>
  )
}
