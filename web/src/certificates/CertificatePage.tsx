import { exportCertificate, type Reply, readCertificate } from '@attune/contract'
import { useParams } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { Button, ButtonLink } from '../base/Button.tsx'
import { addressOf, call } from '../base/call.ts'
import { createLoad } from '../base/load.ts'
import { PageHead } from '../base/PageHead.tsx'
import { usePage } from '../base/page.ts'
import { createShortcuts } from '../base/shortcuts.ts'
import { Loaded } from '../base/states.tsx'
import { useStudy } from '../base/study.tsx'
import { t } from '../messages/index.ts'
import { CertificatePaper } from './CertificatePaper.tsx'
import { RevokeDialog } from './RevokeDialog.tsx'
import './certificate.css'

type Answer = Reply<typeof readCertificate>

/** One certificate as a page to be printed or saved. */
export default function CertificatePage() {
  const { study, supervises } = useStudy()
  const params = useParams()
  const load = createLoad(
    () => params.certificate,
    (certificate, signal) => call(readCertificate, { study: study().id, certificate }, { signal }),
  )
  usePage(() => ({
    title: t().certificates.one,
    crumbs: supervises()
      ? [{ label: t().certificates.title, href: `/studies/${study().id}/certificates` }]
      : [{ label: t().base.places.myTraining, href: `/studies/${study().id}/my-training` }],
  }))
  return <Loaded of={load}>{(answer) => <Shown answer={answer()} onChanged={() => void load.reload()} />}</Loaded>
}

function Shown(props: { answer: Answer; onChanged: () => void }) {
  const { study, role } = useStudy()
  const [isRevoking, setRevoking] = createSignal(false)
  const head = () => props.answer.head
  createShortcuts(
    () => t().certificates.one,
    () => [{ keys: 'p', label: t().certificates.printKey, run: () => window.print() }],
  )
  return (
    <div class="certificate-page">
      <PageHead
        title={t().certificates.one}
        actions={
          <>
            <Button look="primary" onClick={() => window.print()}>
              {t().certificates.print}
            </Button>
            <a
              class="button"
              href={addressOf(exportCertificate, { study: study().id, certificate: head().id })}
              download="certificate.json"
            >
              {t().certificates.save}
            </a>
            <OtherWays answer={props.answer} />
            <Show when={role() === 'pi' && head().state === 'valid'}>
              <Button look="danger" onClick={() => setRevoking(true)}>
                {t().certificates.revoke}
              </Button>
            </Show>
          </>
        }
      />
      <CertificatePaper answer={props.answer} />
      <RevokeDialog
        certificate={isRevoking() ? head() : undefined}
        onClose={() => setRevoking(false)}
        onRevoked={props.onChanged}
      />
    </div>
  )
}

/** To the attempt behind it, and to the certificate before or after it. */
function OtherWays(props: { answer: Answer }) {
  const { study, supervises } = useStudy()
  const at = (end: string) => `/studies/${study().id}${end}`
  const head = () => props.answer.head
  return (
    <>
      <ButtonLink href={at(`${supervises() ? '/training' : ''}/attempts/${head().attempt}`)}>
        {t().certificates.attempt}
      </ButtonLink>
      <Show when={head().ended?.replacedBy}>
        {(newer) => <ButtonLink href={at(`/certificates/${newer()}`)}>{t().certificates.newer}</ButtonLink>}
      </Show>
      <Show when={props.answer.document.certificate.rescored?.replaces}>
        {(older) => <ButtonLink href={at(`/certificates/${older()}`)}>{t().certificates.older}</ButtonLink>}
      </Show>
    </>
  )
}
