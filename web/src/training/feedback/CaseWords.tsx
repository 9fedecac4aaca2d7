import type { CaseFeedback } from '@attune/contract'
import { For, Show } from 'solid-js'
import { t } from '../../messages/index.ts'
import { CommentView } from './RatingCard.tsx'

/** What the master and the trainers wrote on the case as a whole. */
export function CaseWords(props: { feedback: CaseFeedback }) {
  const words = () => t().myTraining.feedback
  const comments = () => props.feedback.comments.filter(({ about }) => about === null)
  return (
    <>
      <Show when={props.feedback.rationale.trim()}>
        <section class="feedback__section">
          <h2>{words().caseRationale}</h2>
          <p class="feedback__prose">{props.feedback.rationale}</p>
        </section>
      </Show>
      <Show when={comments().length > 0}>
        <section class="feedback__section">
          <h2>{words().comments}</h2>
          <For each={comments()}>{(comment) => <CommentView comment={comment} />}</For>
        </section>
      </Show>
    </>
  )
}
