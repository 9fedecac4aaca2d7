import { reopenCoding } from '@attune/contract'
import { createSignal } from 'solid-js'
import { createAction } from '../base/action.ts'
import { call } from '../base/call.ts'
import { TextArea } from '../base/Field.tsx'
import { Form } from '../base/Form.tsx'
import { useStudy } from '../base/study.tsx'
import { t } from '../messages/index.ts'
import type { ProgressCoding } from './progress.ts'

/** A submitted coding stays for ever; reopening makes a new version of it, with a reason. */
export function ReopenForm(props: { coding: ProgressCoding; onChanged: (words: string) => void }) {
  const { study } = useStudy()
  const [reason, setReason] = createSignal('')
  const reopen = createAction(async () => {
    await call(reopenCoding, { study: study().id, coding: props.coding.coding }, { body: { reason: reason() } })
    props.onChanged(t().studies.reopened)
  })
  return (
    <details class="panel disclosure">
      <summary>{t().studies.reopenIt}</summary>
      <Form action={reopen} submit={t().studies.reopenAs(props.coding.version + 1)} label={t().studies.reopen}>
        <TextArea
          label={t().studies.reason}
          hint={t().studies.reasonHint(props.coding.version)}
          rows={3}
          required
          value={reason()}
          onText={setReason}
          fault={reopen.fault('reason')}
        />
      </Form>
    </details>
  )
}
