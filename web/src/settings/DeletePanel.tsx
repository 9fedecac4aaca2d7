import { deleteDemo, deleteStudy } from '@attune/contract'
import { useNavigate } from '@solidjs/router'
import { createSignal } from 'solid-js'
import { createAction } from '../base/action.ts'
import { announce } from '../base/announce.tsx'
import { Button } from '../base/Button.tsx'
import { call } from '../base/call.ts'
import { ConfirmDialog } from '../base/Dialog.tsx'
import { createLoad } from '../base/load.ts'
import { leave, loadSession } from '../base/session.ts'
import { Panel } from '../base/states.tsx'
import { useStudy } from '../base/study.tsx'
import { t } from '../messages/index.ts'
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
    announce(isDemo ? t().settings.demoDeleted : t().settings.studyDeleted)
    // The demo's people go with it: whoever was one of them stands at the door again. Only then away from here: a screen that
    // still loads would be waited for after the door has taken its place.
    await loadSession().catch(leave)
    navigate('/')
  })
  const goes = () => {
    const now = size.value()
    if (!now) return t().settings.allOfIt
    return t().settings.casesAndCodings(t().base.cases(now.cases.length), t().base.codings(now.codings.length))
  }
  return (
    <Panel title={study().isDemo ? t().settings.deleteDemo : t().settings.deleteStudyTitle}>
      <div class="stack">
        <p>{study().isDemo ? t().settings.demoGoes : t().settings.studyGoes}</p>
        <div class="button-row">
          <Button look="danger" icon="trash" onClick={() => setOpen(true)}>
            {study().isDemo ? t().settings.deleteDemo : t().settings.deleteStudy}
          </Button>
        </div>
      </div>
      <ConfirmDialog
        open={isOpen()}
        onClose={() => setOpen(false)}
        title={t().settings.deleteTitle(study().name)}
        confirm={study().isDemo ? t().settings.deleteDemo : t().settings.deleteStudy}
        danger
        action={remove}
        {...(study().isDemo ? {} : { word: study().name })}
      >
        <p>{t().settings.goesForGood(goes(), study().isDemo)}</p>
      </ConfirmDialog>
    </Panel>
  )
}
