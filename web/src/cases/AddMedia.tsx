import type { CaseMedia } from '@attune/contract'
import { createSignal, createUniqueId, Show } from 'solid-js'
import { createAction } from '../base/action.ts'
import { Choices, TextField } from '../base/Field.tsx'
import { Form } from '../base/Form.tsx'
import { Meter } from '../base/states.tsx'
import { hashFile } from '../codings/media/hash-file.ts'
import { t } from '../messages/index.ts'
import { lookInto } from './media-file.ts'
import { registerMedia, sendMedia } from './media-upload.ts'

type Progress = { readonly words: string; readonly share: number }

/** A file becomes a recording of the case: compared, registered, and uploaded where it should lie in the lab. */
export function AddMedia(props: { study: string; case: string; onAdded: (media: CaseMedia) => void }) {
  const id = createUniqueId()
  const [file, setFile] = createSignal<File | null>(null)
  const [fault, setFault] = createSignal('')
  const [label, setLabel] = createSignal('')
  const [offset, setOffset] = createSignal('0')
  const [keep, setKeep] = createSignal<'lab' | 'local'>('lab')
  const [progress, setProgress] = createSignal<Progress | null>(null)

  async function add(chosen: File): Promise<void> {
    const place = { study: props.study, case: props.case }
    const known = await lookInto(chosen)
    if (known === null) {
      setFault(t().media.notPlayable)
      return
    }
    const sha256 = await hashFile(chosen, (share) => setProgress({ words: t().media.comparing, share }))
    const track = { ...known, sha256, size: chosen.size, label: label(), offset: Number(offset()), place: keep() }
    const added = await registerMedia(place, track)
    const upload = (share: number) =>
      setProgress({ words: share < 1 ? t().media.uploading : t().media.checking, share })
    props.onAdded(added.place === 'lab' ? await sendMedia(place, added, chosen, upload) : added)
  }
  const send = createAction(async () => {
    const chosen = file()
    setFault(chosen ? '' : t().media.chooseFile)
    if (chosen) await add(chosen).finally(() => setProgress(null))
  })
  return (
    <Form action={send} submit={keep() === 'lab' ? t().media.upload : t().media.addIt} label={t().media.add}>
      <div class="field">
        <label class="field__label" for={id}>
          {t().media.file}
        </label>
        <input
          id={id}
          type="file"
          accept=".mp4,.webm,.ogg,.oga,.mp3,.wav,.m4a,video/mp4,video/webm,audio/*"
          aria-invalid={fault() ? 'true' : undefined}
          aria-describedby={fault() ? `${id}-fault` : undefined}
          onChange={(event) => setFile(event.currentTarget.files?.[0] ?? null)}
        />
        <Show when={fault()}>
          <span class="field__fault" id={`${id}-fault`} role="alert">
            {fault()}
          </span>
        </Show>
      </div>
      <TextField
        label={t().media.label}
        hint={t().media.labelHint}
        value={label()}
        fault={send.fault('label')}
        onText={setLabel}
      />
      <Choices
        label={t().media.keep}
        value={keep()}
        options={[
          { value: 'lab', label: t().media.keepLab },
          { value: 'local', label: t().media.keepLocal },
        ]}
        onChoose={setKeep}
      />
      <p class="quiet">{keep() === 'lab' ? t().media.keepLabHint : t().media.keepLocalHint}</p>
      <TextField
        label={t().media.offset}
        hint={t().media.offsetHint}
        inputmode="decimal"
        value={offset()}
        fault={send.fault('offset')}
        onText={setOffset}
      />
      <Show when={progress()}>
        {(now) => (
          <p>
            {now().words} <Meter label={now().words} value={now().share} of={1} />
          </p>
        )}
      </Show>
    </Form>
  )
}
