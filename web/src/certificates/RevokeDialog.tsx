import { type CertificateHead, revokeCertificate } from '@attune/contract'
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

/** Takes a certificate back, with a reason. It cannot be made valid again, so it asks in front of everything. */
export function RevokeDialog(props: {
  certificate: CertificateHead | undefined
  onClose: () => void
  onRevoked: (head: CertificateHead) => void
}) {
  const { study } = useStudy()
  const [reason, setReason] = createSignal('')
  const close = () => {
    setReason('')
    revoke.clear()
    props.onClose()
  }
  const revoke = createAction(async () => {
    const where = { study: study().id, certificate: props.certificate?.id ?? '' }
    const head = await call(revokeCertificate, where, { body: { reason: reason() } })
    announce(t().certificates.revoked)
    close()
    props.onRevoked(head)
  })
  return (
    <Dialog
      open={props.certificate !== undefined}
      onClose={close}
      title={t().certificates.revokeTitle(props.certificate?.person.name ?? '')}
      intro={t().certificates.revokeHint}
    >
      <Form
        action={revoke}
        submit={t().certificates.revokeIt}
        danger
        label={t().certificates.revoke}
        more={
          <Button look="quiet" onClick={close}>
            {t().base.cancel}
          </Button>
        }
      >
        <TextArea
          label={t().certificates.reason}
          hint={t().certificates.reasonHint}
          rows={3}
          required
          value={reason()}
          onText={setReason}
          fault={revoke.fault('reason')}
        />
      </Form>
    </Dialog>
  )
}
