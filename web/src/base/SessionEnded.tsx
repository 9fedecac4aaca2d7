import { signIn } from '@attune/contract'
import { createSignal } from 'solid-js'
import { t } from '../messages/index.ts'
import { createAction } from './action.ts'
import { Button } from './Button.tsx'
import { call } from './call.ts'
import { Dialog } from './Dialog.tsx'
import { TextField } from './Field.tsx'
import { enter, leave, me, session } from './session.ts'
import { FailureNotice } from './states.tsx'

/** The session ran out: sign in again over the screen, so that nothing typed is lost. */
export function SessionEnded() {
  const [password, setPassword] = createSignal('')
  const again = createAction(async () => {
    const entered = await call(signIn, {}, { body: { login: me()?.person.login ?? '', password: password() } })
    setPassword('')
    enter(entered)
  })
  return (
    <Dialog
      open={session().state === 'ended'}
      onClose={() => {}}
      firm
      title={t().base.ended.title}
      intro={t().base.ended.intro}
    >
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault()
          void again.run()
        }}
      >
        <TextField
          label={t().base.ended.password(me()?.person.login ?? '')}
          type="password"
          autocomplete="current-password"
          value={password()}
          onText={setPassword}
        />
        <FailureNotice failure={again.failure()} />
        <div class="form__foot">
          <Button type="submit" look="primary" busy={again.pending()}>
            {t().base.ended.signIn}
          </Button>
          <Button look="quiet" onClick={leave}>
            {t().base.ended.leave}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
