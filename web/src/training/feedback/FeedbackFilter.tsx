import { Show } from 'solid-js'
import { CheckField } from '../../base/Field.tsx'
import { t } from '../../messages/index.ts'

type Props = {
  isFiltered: boolean
  /** How many compared things are shown, of how many. */
  shown: number
  all: number
  /** Name of the coder on a trainer's screen; null where it is the reader. */
  person: string | null
  onFilter: (only: boolean) => void
}

/** Whether only what differs is shown, and how much that is. */
export function FeedbackFilter(props: Props) {
  const words = () => t().myTraining.feedback
  return (
    <>
      <Show when={props.all > 0}>
        <div class="feedback__filter">
          <CheckField
            label={props.person === null ? words().onlyDifferent : words().onlyDifferentOf(props.person)}
            checked={props.isFiltered}
            onCheck={props.onFilter}
          />
          <Show when={props.isFiltered}>
            <span class="quiet">{words().shown(props.shown, props.all)}</span>
          </Show>
        </div>
      </Show>
      <Show when={props.isFiltered && props.shown === 0}>
        <p>{words().allAgree}</p>
      </Show>
    </>
  )
}
