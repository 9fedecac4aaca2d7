import type { CertificateHead } from '@attune/contract'
import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { arrowsInList } from '../base/arrows.ts'
import { Button } from '../base/Button.tsx'
import { formatDay } from '../base/dates.tsx'
import { Badge, TableFrame } from '../base/states.tsx'
import { useStudy } from '../base/study.tsx'
import { t } from '../messages/index.ts'
import { asSentence, stateKinds } from './state.ts'
import './certificates.css'

type Props = { certificates: readonly CertificateHead[]; onRevoke: (certificate: CertificateHead) => void }

/** One row a certificate. Arrow keys move between them, Enter opens one. */
export function CertificateTable(props: Props) {
  const words = () => t().certificates.columns
  return (
    <TableFrame label={t().certificates.table}>
      <table class="table certificates">
        <caption class="visually-hidden">{t().certificates.table}</caption>
        <thead>
          <tr>
            <th scope="col">{words().person}</th>
            <th scope="col">{t().certificates.state}</th>
            <th scope="col">{words().set}</th>
            <th scope="col">{words().criterion}</th>
            <th scope="col">{words().issued}</th>
            <th scope="col">{words().expires}</th>
            <th scope="col">
              <span class="visually-hidden">{t().base.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody onKeyDown={arrowsInList}>
          <For each={props.certificates}>{(one) => <Row certificate={one} onRevoke={props.onRevoke} />}</For>
        </tbody>
      </table>
    </TableFrame>
  )
}

function Row(props: { certificate: CertificateHead; onRevoke: Props['onRevoke'] }) {
  const { study, role } = useStudy()
  const one = () => props.certificate
  return (
    <tr>
      <th scope="row">
        <A
          href={`/studies/${study().id}/certificates/${one().id}`}
          aria-label={t().certificates.open(one().person.name, one().set.name)}
          data-stop
        >
          {one().person.name}
        </A>
      </th>
      <td>
        <StateBadge state={one().state} />
        <Show when={one().ended}>
          {(ended) => (
            <span class="certificates__ended">
              {t().certificates.endedBy({
                at: formatDay(ended().at),
                by: ended().by,
                reason: asSentence(ended().reason),
              })}
            </span>
          )}
        </Show>
      </td>
      <td>{one().set.name}</td>
      <td class="certificates__rule">{one().criterion}</td>
      <td class="certificates__day">{formatDay(one().issuedAt)}</td>
      <td class="certificates__day">
        <Show when={one().expiresAt} fallback={<span class="quiet">{t().certificates.never}</span>}>
          {(at) => formatDay(at())}
        </Show>
      </td>
      <td class="certificates__action">
        <Show when={role() === 'pi' && one().state === 'valid'}>
          <Button small look="quiet" onClick={() => props.onRevoke(one())}>
            {t().certificates.revoke}{' '}
            <span class="visually-hidden">{t().certificates.open(one().person.name, one().set.name)}</span>
          </Button>
        </Show>
      </td>
    </tr>
  )
}

/** The state of a certificate as a word with a sign. */
export function StateBadge(props: { state: CertificateHead['state'] }) {
  return (
    <Badge kind={stateKinds[props.state]} icon={props.state === 'valid' ? 'check' : 'warning'}>
      {t().certificates.states[props.state]}
    </Badge>
  )
}
