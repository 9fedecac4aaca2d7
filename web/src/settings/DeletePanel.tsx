import { deleteDemo, deleteStudy } from '@attune/contract'
import { useNavigate } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { createAction } from '../base/action.ts'
import { announce } from '../base/announce.tsx'
import { Button } from '../base/Button.tsx'
import { call } from '../base/call.ts'
import { ConfirmDialog } from '../base/Dialog.tsx'
import { createLoad } from '../base/load.ts'
import { counted } from '../base/numbers.ts'
import { leave, loadSession } from '../base/session.ts'
import { Panel } from '../base/states.tsx'
import { useStudy } from '../base/study.tsx'
import { readWholeProgress } from '../studies/progress.ts'

/** Deletes a study, or the demo with its people. Says first exactly what will go. */
export function DeletePanel() {
  const { study } = useStudy()
  const navigate = useNavigate()
  const [isOpen, setOpen] = createSignal(false)
  const size = createLoad(() => isOpen() && study().id, readWholeProgress)
  const remove = createAction(async () => {
    const isDemo = study().isDemo
    if (isDemo) await call(deleteDemo, {})
    else await call(deleteStudy, { study: study().id }, { body: { name: study().name } })
    announce(isDemo ? 'The demo is deleted.' : 'The study is deleted.')
    // The demo's people go with it: whoever was one of them stands at the door again. Only then away from here: a screen that
    // still loads would be waited for after the door has taken its place.
    await loadSession().catch(leave)
    navigate('/')
  })
  const goes = () => {
    const now = size.value()
    if (!now) return 'all its cases, materials and codings'
    return `${counted(now.cases.length, 'case')} with their material, ${counted(now.codings.length, 'coding')}`
  }
  return (
    <Panel title={study().isDemo ? 'Delete the demo' : 'Delete this study'}>
      <div class="stack">
        <p>
          <Show when={study().isDemo} fallback="Everything in the study goes for good. Export what you need before.">
            The demo study and its people disappear; nothing of your own is touched.
          </Show>
        </p>
        <div class="button-row">
          <Button look="danger" icon="trash" onClick={() => setOpen(true)}>
            {study().isDemo ? 'Delete the demo' : 'Delete the study'}
          </Button>
        </div>
      </div>
      <ConfirmDialog
        open={isOpen()}
        onClose={() => setOpen(false)}
        title={`Delete “${study().name}”?`}
        confirm={study().isDemo ? 'Delete the demo' : 'Delete the study'}
        danger
        action={remove}
        {...(study().isDemo ? {} : { word: study().name })}
      >
        <p>
          These go for good: {goes()}, master codings with their rationales, invitations and the history of this study
          {study().isDemo ? ', and the accounts of the demo people' : '; accounts of people stay'}.
        </p>
      </ConfirmDialog>
    </Panel>
  )
}
