import { createSignal, createUniqueId, Show } from 'solid-js'
import { createAction } from '../base/action.ts'
import { Button } from '../base/Button.tsx'
import { TextArea } from '../base/Field.tsx'
import { Icon } from '../base/Icon.tsx'
import { FailureNotice } from '../base/states.tsx'
import { t } from '../messages/index.ts'
import { type Waiting, waitingFromFile, waitingFromPaste } from './importItems.ts'

/** Files, several at once, or a paste. */
export function ImportChoose(props: { count: number; onAdd: (items: Waiting[]) => void }) {
  const id = createUniqueId()
  const [isPasting, setPasting] = createSignal(false)
  const [text, setText] = createSignal('')
  const [isOver, setOver] = createSignal(false)
  const take = createAction(async (files: FileList | null | undefined) => {
    props.onAdd(await Promise.all([...(files ?? [])].map(waitingFromFile)))
  })
  const addPaste = () => {
    props.onAdd([waitingFromPaste(text(), props.count + 1)])
    setText('')
    setPasting(false)
  }
  return (
    <section
      class="import-choose"
      aria-label={t().imports.choose}
      data-over={isOver() ? '' : undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        void take.run(event.dataTransfer?.files)
      }}
    >
      <div class="button-row">
        <input
          id={id}
          class="visually-hidden import-choose__file"
          type="file"
          multiple
          accept=".txt,.docx,.srt,.vtt,.csv,.tsv,text/plain,text/vtt,text/csv,text/tab-separated-values"
          onChange={(event) => {
            void take.run(event.currentTarget.files)
            event.currentTarget.value = ''
          }}
        />
        <label class="button button--primary" for={id}>
          <Icon name="upload" /> {t().imports.chooseFiles}
        </label>
        <Button icon="copy" aria-expanded={isPasting()} onClick={() => setPasting((was) => !was)}>
          {t().imports.paste}
        </Button>
      </div>
      <p class="quiet">{t().imports.kinds}</p>
      <Show when={isPasting()}>
        <div class="stack">
          <TextArea label={t().imports.pasteLabel} rows={10} spellcheck={false} value={text()} onText={setText} />
          <div class="button-row">
            <Button disabled={text().trim() === ''} onClick={addPaste}>
              {t().imports.addPasted}
            </Button>
          </div>
        </div>
      </Show>
      <FailureNotice failure={take.failure()} />
    </section>
  )
}
