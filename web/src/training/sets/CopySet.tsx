import { copyTrainingSet, type TrainingSet } from '@attune/contract'
import { useNavigate } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { createAction } from '../../base/action.ts'
import { call } from '../../base/call.ts'
import { Dialog } from '../../base/Dialog.tsx'
import { TextField } from '../../base/Field.tsx'
import { Form } from '../../base/Form.tsx'
import { useStudy } from '../../base/study.tsx'
import { t } from '../../messages/index.ts'

/** A draft with the content of a set: how an opened one is changed. */
export function CopySet(props: { set: TrainingSet | undefined; onClose: () => void }) {
  return (
    <Dialog
      open={props.set !== undefined}
      onClose={props.onClose}
      title={t().training.copy.title(props.set?.name ?? '')}
      intro={t().training.copy.intro}
    >
      <Show when={props.set}>{(set) => <CopyForm set={set()} onClose={props.onClose} />}</Show>
    </Dialog>
  )
}

function CopyForm(props: { set: TrainingSet; onClose: () => void }) {
  const { study } = useStudy()
  const navigate = useNavigate()
  const [name, setName] = createSignal(t().training.copy.nameOf(props.set.name))
  const copy = createAction(async () => {
    const made = await call(copyTrainingSet, { study: study().id, set: props.set.id }, { body: { name: name() } })
    props.onClose()
    navigate(`/studies/${study().id}/training/sets/${made.id}`)
  })
  return (
    <Form action={copy} submit={t().training.copy.make}>
      <TextField label={t().training.about.name} required value={name()} onText={setName} fault={copy.fault('name')} />
    </Form>
  )
}
