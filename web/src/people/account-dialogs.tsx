import { type Account, disableAccount, enableAccount } from '@attune/contract'
import { Show } from 'solid-js'
import { createAction } from '../base/action.ts'
import { announce } from '../base/announce.tsx'
import { call } from '../base/call.ts'
import { ConfirmDialog } from '../base/Dialog.tsx'
import { Notice } from '../base/states.tsx'
import { t } from '../messages/index.ts'

type Props = { account: Account | undefined; onClose: () => void; onDone: () => void }

/** Says what ends, what stays, and which studies would have nobody to lead them. */
export function DisableDialog(props: Props) {
  const name = () => props.account?.person.name ?? ''
  const led = () => (props.account?.memberships ?? []).filter((one) => one.isOnlyPi).map((one) => one.study)
  const disable = createAction(async () => {
    const { account } = props
    if (!account) return
    await call(disableAccount, { person: account.person.id }, { body: {} })
    announce(t().accounts.hasBeenDisabled(account.person.name))
    props.onDone()
  })
  return (
    <ConfirmDialog
      open={props.account !== undefined}
      onClose={() => props.onClose()}
      title={t().accounts.disableTitle(name())}
      confirm={t().accounts.disable}
      danger
      action={disable}
    >
      <p>{t().accounts.disableEnds(name())}</p>
      <p>{t().accounts.disableKeeps}</p>
      <Show when={led().length > 0}>
        <Notice kind="warn" title={t().accounts.leavesStudies(name(), led().join(', '))}>
          <p>{t().accounts.leavesStudiesAdvice}</p>
        </Notice>
      </Show>
    </ConfirmDialog>
  )
}

/** Says that the old password opens it again. */
export function EnableDialog(props: Props) {
  const name = () => props.account?.person.name ?? ''
  const enable = createAction(async () => {
    const { account } = props
    if (!account) return
    await call(enableAccount, { person: account.person.id }, { body: {} })
    announce(t().accounts.hasBeenEnabled(account.person.name))
    props.onDone()
  })
  return (
    <ConfirmDialog
      open={props.account !== undefined}
      onClose={() => props.onClose()}
      title={t().accounts.enableTitle(name())}
      confirm={t().accounts.enable}
      action={enable}
    >
      <p>{t().accounts.enableGives(name())}</p>
      <p>{t().accounts.enableAdvice}</p>
    </ConfirmDialog>
  )
}
