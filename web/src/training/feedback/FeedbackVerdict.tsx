import type { CaseFeedback } from '@attune/contract'
import { Show } from 'solid-js'
import { formatPercent } from '../../base/numbers.ts'
import { t } from '../../messages/index.ts'

/** First of all: how many agree, with the interval. */
export function FeedbackVerdict(props: { feedback: CaseFeedback }) {
  const words = () => t().myTraining.feedback
  return (
    <p class="feedback__verdict">
      <Show when={props.feedback.compared > 0} fallback={words().nothingCompared}>
        <strong>{words().agree(props.feedback.agreed, props.feedback.compared)}</strong>
        <Show when={props.feedback.interval}>
          {(bounds) => (
            <span class="tabular">
              {', '}
              {words().interval(
                formatPercent(bounds().level),
                formatPercent(bounds().lower),
                formatPercent(bounds().upper),
              )}
            </span>
          )}
        </Show>
        .
      </Show>
    </p>
  )
}
