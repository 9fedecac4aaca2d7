import { Show } from 'solid-js'
import { Button } from '../../base/Button.tsx'
import { t } from '../../messages/index.ts'

/** Puts one view in step with the others, on this computer alone. */
export function ViewOffset(props: {
  label: string
  stored: number
  own: number | null
  onShift: (seconds: number | null) => void
}) {
  return (
    <span class="media-view__offset">
      <label>
        <span>{t().media.beginsAt}</span>{' '}
        <input
          class="input input--small"
          type="number"
          step="0.04"
          value={props.own ?? props.stored}
          aria-label={t().media.beginsAtOf(props.label)}
          onChange={(event) => {
            const seconds = event.currentTarget.valueAsNumber
            props.onShift(Number.isFinite(seconds) ? seconds : null)
          }}
        />
      </label>
      <Show when={props.own !== null && props.own !== props.stored}>
        <Button small look="quiet" onClick={() => props.onShift(null)}>
          {t().media.asStored}
        </Button>
      </Show>
    </span>
  )
}
