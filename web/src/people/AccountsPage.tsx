import { type Account, listAccounts } from '@attune/contract'
import { createSignal, For, Show } from 'solid-js'
import { call } from '../base/call.ts'
import { matches } from '../base/commands.ts'
import { TextField } from '../base/Field.tsx'
import { createLoad } from '../base/load.ts'
import { NotFound } from '../base/NotFound.tsx'
import { PageHead } from '../base/PageHead.tsx'
import { usePage } from '../base/page.ts'
import { me } from '../base/session.ts'
import { EmptyState, Loaded, Panel } from '../base/states.tsx'
import { t } from '../messages/index.ts'
import { AccountRow } from './AccountRow.tsx'
import { DisableDialog, EnableDialog } from './account-dialogs.tsx'
import './accounts.css'

/** From this many on one looks for a name rather than read them all. */
const many = 10

/** Every account of the lab, for its owner: who is where, and whose account is disabled. */
export default function AccountsPage() {
  return (
    <Show when={me()?.isOwner} fallback={<NotFound />}>
      <Accounts />
    </Show>
  )
}

function Accounts() {
  usePage(() => ({ title: t().accounts.title, crumbs: [{ label: t().base.home, href: '/' }] }))
  const [disabling, setDisabling] = createSignal<Account>()
  const [enabling, setEnabling] = createSignal<Account>()
  const load = createLoad(
    () => true,
    (_, signal) => call(listAccounts, {}, { signal }),
  )
  return (
    <>
      <PageHead title={t().accounts.title} intro={t().accounts.intro} />
      <Loaded of={load}>
        {(answer) => <AccountList accounts={answer().accounts} onDisable={setDisabling} onEnable={setEnabling} />}
      </Loaded>
      <DisableDialog account={disabling()} onClose={() => setDisabling(undefined)} onDone={() => void load.reload()} />
      <EnableDialog account={enabling()} onClose={() => setEnabling(undefined)} onDone={() => void load.reload()} />
    </>
  )
}

function AccountList(props: {
  accounts: readonly Account[]
  onDisable: (account: Account) => void
  onEnable: (account: Account) => void
}) {
  const [words, setWords] = createSignal('')
  const disabled = () => props.accounts.filter((one) => one.disabledAt !== null).length
  // People of the demo come last: nobody disables them.
  const ordered = () => [...props.accounts].sort((one, other) => Number(one.isDemo) - Number(other.isDemo))
  const found = () => ordered().filter((one) => matches(wordsOf(one), words().trim()))
  return (
    <Panel title={t().accounts.counted(props.accounts.length, disabled())} flush>
      <Show when={props.accounts.length > many}>
        <div class="accounts__find">
          <TextField label={t().accounts.find} type="search" value={words()} onText={setWords} />
        </div>
      </Show>
      <Show
        when={found().length > 0}
        fallback={<EmptyState title={t().accounts.noneFound}>{t().accounts.noneFoundAdvice}</EmptyState>}
      >
        <ul class="plain-list accounts" aria-label={t().accounts.title}>
          <For each={found()}>
            {(account) => (
              <AccountRow
                account={account}
                onDisable={() => props.onDisable(account)}
                onEnable={() => props.onEnable(account)}
              />
            )}
          </For>
        </ul>
      </Show>
    </Panel>
  )
}

function wordsOf({ person, memberships }: Account): string {
  return [person.name, person.login, ...memberships.map((one) => one.study)].join(' ')
}
