import type { Annotation, Workspace } from '@attune/contract'
import { Show } from 'solid-js'
import { t } from '../../messages/index.ts'
import { CodeLabel, codeLabelIn } from './CodeLabel.tsx'
import { whereWords } from './sides.ts'

/** One piece of evidence: its code and place. A passage is shown in the text beside; an event has its time, and no text to go to. */
export function EvidenceLink(props: {
  annotation: Annotation
  workspace: Workspace
  isAgainst: boolean
  isShown: boolean
  onShow: () => void
}) {
  const words = () => t().myTraining.feedback
  const label = () => codeLabelIn(props.workspace.codebook, props.annotation.code)
  const place = () => {
    const { material } = props.workspace
    return whereWords(props.annotation, material.kind === 'transcript' ? material.turns : [])
  }
  const content = () => (
    <>
      <CodeLabel code={props.annotation.code} codebook={props.workspace.codebook} />, {place()}
      <Show when={props.isAgainst}>, {words().against}</Show>
    </>
  )
  return (
    <li>
      <Show when={props.annotation.unit === 'segment'} fallback={content()}>
        <button
          type="button"
          class="evidence-link"
          aria-pressed={props.isShown}
          title={words().showPassage(label(), place())}
          onClick={() => props.onShow()}
        >
          {content()}
        </button>
      </Show>
    </li>
  )
}
