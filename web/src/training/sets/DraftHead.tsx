import { deleteTrainingSet, type TrainingSet } from '@attune/contract'
import { useNavigate } from '@solidjs/router'
import { createSignal } from 'solid-js'
import { createAction } from '../../base/action.ts'
import { announce } from '../../base/announce.tsx'
import { Button } from '../../base/Button.tsx'
import { call } from '../../base/call.ts'
import { ConfirmDialog } from '../../base/Dialog.tsx'
import { PageHead } from '../../base/PageHead.tsx'
import { useStudy } from '../../base/study.tsx'
import { t } from '../../messages/index.ts'
import { StateBadge } from './StateBadge.tsx'

/** What a draft is called, and how to be rid of it. */
export function DraftHead(props: { set: TrainingSet }) {
  const { study } = useStudy()
  const navigate = useNavigate()
  const [isDeleting, setDeleting] = createSignal(false)
  const remove = createAction(async () => {
    await call(deleteTrainingSet, { study: study().id, set: props.set.id })
    announce(t().training.builder.deleted)
    navigate(`/studies/${study().id}/training`)
  })
  return (
    <>
      <PageHead
        title={
          <>
            {props.set.name} <StateBadge state={props.set.state} />
          </>
        }
        intro={t().training.builder.intro}
        actions={
          <Button look="quiet" icon="trash" onClick={() => setDeleting(true)}>
            {t().training.builder.delete}
          </Button>
        }
      />
      <ConfirmDialog
        open={isDeleting()}
        onClose={() => setDeleting(false)}
        title={t().training.builder.deleteTitle(props.set.name)}
        confirm={t().training.builder.deleteConfirm}
        danger
        action={remove}
      >
        <p>{t().training.builder.deleteLoses}</p>
      </ConfirmDialog>
    </>
  )
}
