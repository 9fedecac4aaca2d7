import { createSignal } from 'solid-js'
import { announce } from '../base/announce.tsx'
import { Button } from '../base/Button.tsx'
import { formatMoment } from '../base/dates.tsx'
import { Notice } from '../base/states.tsx'
import { t } from '../messages/index.ts'

/** A link that works once and is shown once: the server keeps only its fingerprint. */
export function SecretLink(props: { link: string; expiresAt: string; what: string }) {
  const [isCopied, setCopied] = createSignal(false)
  let field: HTMLInputElement | undefined
  const copy = async () => {
    field?.select()
    try {
      await navigator.clipboard.writeText(props.link)
    } catch {
      // Without a secure connection there is no clipboard: the link is selected, Ctrl-C does the rest.
      announce(t().people.linkSelected)
      return
    }
    setCopied(true)
    announce(t().people.linkCopied)
  }
  return (
    <Notice kind="good" title={props.what} alert>
      <p>{t().people.linkWorks(formatMoment(props.expiresAt))}</p>
      <div class="secret-link">
        <input
          class="input"
          readOnly
          aria-label={t().people.link}
          value={props.link}
          ref={field}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button icon={isCopied() ? 'check' : 'copy'} onClick={() => void copy()}>
          {isCopied() ? t().people.copied : t().people.copy}
        </Button>
      </div>
    </Notice>
  )
}
