import type { TrainingSet } from '@attune/contract'
import { createSignal, For, Show } from 'solid-js'
import { Button } from '../../base/Button.tsx'
import { ConfirmDialog } from '../../base/Dialog.tsx'
import { Notice } from '../../base/states.tsx'
import { t } from '../../messages/index.ts'
import type { Draft } from './draft.ts'
import { warningsOf } from './warnings.ts'

/** Always in view: whether everything is saved, and the way on. */
export function BuilderFoot(props: {
  draft: Draft
  others: readonly TrainingSet[]
  onSave: () => void
  /** Opening was refused: what stands in the way is said at the fields. */
  onRefused: () => void
}) {
  const words = () => t().training.builder
  const [isOpening, setOpening] = createSignal(false)
  const stateWords = () => {
    if (!props.draft.isStored()) return words().notSaved
    return props.draft.isChanged() ? words().changed : words().allSaved
  }
  const open = async () => {
    if (!(await props.draft.open.run())) props.onRefused()
    // Either way there is nothing more to ask.
    return true
  }
  return (
    <>
      <footer class="builder__foot">
        <span role="status" class="builder__state">
          {stateWords()}
        </span>
        <Button
          look={props.draft.isStored() ? 'usual' : 'primary'}
          busy={props.draft.save.pending()}
          disabled={props.draft.isStored() && !props.draft.isChanged()}
          onClick={() => props.onSave()}
        >
          {props.draft.isStored() ? words().save : words().saveDraft}
        </Button>
        <Show when={props.draft.isStored()}>
          <Button look="primary" busy={props.draft.open.pending()} onClick={() => setOpening(true)}>
            {words().open}
          </Button>
        </Show>
      </footer>
      <ConfirmDialog
        open={isOpening()}
        onClose={() => setOpening(false)}
        title={words().openTitle(props.draft.form().name)}
        confirm={words().open}
        action={{ ...props.draft.open, run: open, failure: () => undefined, clear: () => undefined }}
      >
        <p>{words().openMeans}</p>
        <For each={warningsOf(props.draft.form(), props.others)}>
          {(warning) => <Notice kind="warn" title={warning} />}
        </For>
      </ConfirmDialog>
    </>
  )
}
