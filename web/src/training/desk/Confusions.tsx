import { Show } from 'solid-js'
import { Panel } from '../../base/states.tsx'
import { t } from '../../messages/index.ts'
import { ConfusionTable } from '../ConfusionTable.tsx'
import { outcomeWords } from '../mine/progress-words.ts'
import type { CohortConfusion } from './cohort.ts'

/** What the cohort takes for what, costliest first. A line opens the cases where it happened. */
export function Confusions(props: {
  confusions: readonly CohortConfusion[]
  opened: number | undefined
  onOpen: (index: number) => void
}) {
  const words = () => t().desk.cohort.confusions
  return (
    <Panel title={words().title} intro={words().intro} flush>
      <Show when={props.confusions.length > 0} fallback={<p class="cohort__empty">{words().none}</p>}>
        <ConfusionTable
          confusions={props.confusions}
          caption={words().title}
          isCaptionHidden
          cost={words().cost}
          name={(one, index) => (
            <button
              type="button"
              class="link confusion-link"
              data-stop
              aria-pressed={props.opened === index()}
              aria-label={words().open({
                variable: one.label,
                given: outcomeWords(one.given),
                master: outcomeWords(one.master),
                count: one.count,
              })}
              onClick={() => props.onOpen(index())}
            >
              {one.label}
            </button>
          )}
        />
      </Show>
    </Panel>
  )
}
