import type { CertificateHead } from '@attune/contract'
import { Match, Switch } from 'solid-js'
import { formatDay } from '../base/dates.tsx'
import { t } from '../messages/index.ts'
import { asSentence } from './state.ts'

/** Across the top of a certificate that is not valid, on the screen and in print. A valid one has none. */
export function StateBand(props: { head: CertificateHead }) {
  const words = () => t().certificates.paper
  const ended = () => (props.head.state === 'valid' ? null : props.head.ended)
  return (
    <Switch>
      <Match when={props.head.state === 'expired' && props.head.expiresAt}>
        {(at) => <Band title={words().band.expired(formatDay(at()))} advice={words().bandAdvice.expired()} />}
      </Match>
      <Match when={props.head.state === 'revoked' && ended()}>
        {(end) => (
          <Band
            title={words().band.revoked(formatDay(end().at))}
            advice={words().bandAdvice.revoked(end().by, asSentence(end().reason))}
          />
        )}
      </Match>
      <Match when={props.head.state === 'replaced' && ended()}>
        {(end) => (
          <Band
            title={words().band.replaced(formatDay(end().at))}
            advice={words().bandAdvice.replaced(end().by, asSentence(end().reason))}
          />
        )}
      </Match>
    </Switch>
  )
}

function Band(props: { title: string; advice: string }) {
  return (
    <div class="certificate__band" role="note">
      <strong>{props.title}</strong>
      <p>{props.advice}</p>
    </div>
  )
}
