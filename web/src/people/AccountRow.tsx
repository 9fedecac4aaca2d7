import type { Account } from '@attune/contract'
import { For, Match, Show, Switch } from 'solid-js'
import { Button } from '../base/Button.tsx'
import { formatDay, Moment } from '../base/dates.tsx'
import { me } from '../base/session.ts'
import { Badge } from '../base/states.tsx'
import { t } from '../messages/index.ts'

/** One account: who it is, where it belongs, when it was last used, whether it is open. */
export function AccountRow(props: { account: Account; onDisable: () => void; onEnable: () => void }) {
  const account = () => props.account
  const isMe = () => account().person.id === me()?.person.id
  return (
    <li class="account">
      <div class="account__who">
        <h3>{account().person.name}</h3>
        <p class="account__login">{account().person.login}</p>
        <p class="account__marks">
          <Show when={isMe()}>
            <Badge>{t().people.you}</Badge>
          </Show>
          <Show when={account().isOwner}>
            <Badge>{t().accounts.owner}</Badge>
          </Show>
          <Show when={account().isDemo}>
            <Badge>{t().base.demo}</Badge>
          </Show>
          <Show when={account().disabledAt}>
            {(at) => (
              <Badge kind="warn" icon="lock">
                {t().accounts.disabledSince(formatDay(at()))}
              </Badge>
            )}
          </Show>
        </p>
      </div>
      <Studies memberships={account().memberships} />
      <p class="account__seen">
        <Show when={account().lastSeenAt} fallback={<span class="quiet">{t().accounts.notSeen}</span>}>
          {(at) => (
            <>
              <span class="quiet">{t().accounts.seen}</span> <Moment at={at()} ago />
            </>
          )}
        </Show>
      </p>
      <div class="account__act">
        <Switch>
          <Match when={account().disabledAt !== null}>
            <Button small aria-label={t().accounts.enableOf(account().person.name)} onClick={() => props.onEnable()}>
              {t().accounts.enable}
            </Button>
          </Match>
          <Match when={!isMe() && !account().isDemo}>
            <Button
              small
              look="quiet"
              aria-label={t().accounts.disableOf(account().person.name)}
              onClick={() => props.onDisable()}
            >
              {t().accounts.disable}
            </Button>
          </Match>
        </Switch>
      </div>
    </li>
  )
}

function Studies(props: { memberships: Account['memberships'] }) {
  return (
    <ul class="plain-list account__studies">
      <For each={props.memberships} fallback={<li class="quiet">{t().accounts.noStudy}</li>}>
        {(one) => (
          <li>
            {t().accounts.inStudy(one.study, t().base.roles[one.role])}
            <Show when={one.isOnlyPi}>
              {' '}
              <span class="quiet">({t().accounts.onlyPi})</span>
            </Show>
          </li>
        )}
      </For>
    </ul>
  )
}
