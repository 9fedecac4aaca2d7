import { For, Show } from 'solid-js'
import { Button, IconButton } from '../../../base/Button.tsx'
import { t } from '../../../messages/index.ts'
import { useDesk } from '../../desk-context.ts'
import { codeLabel } from '../../evidence.ts'
import type { EventAnnotation } from '../../turns.ts'
import type { By } from './lay-out.ts'
import { FRAME, type Part } from './move.ts'
import { nudge } from './timeline-keys.ts'
import type { View } from './view.ts'

/** What the mouse and the keys do on the timeline, as buttons. */
export function TimelineTools(props: {
  view: View
  by: By
  onBy: (by: By) => void
  raised: EventAnnotation | undefined
  part: Part
  onPart: (part: Part) => void
}) {
  const { desk } = useDesk()
  return (
    <div class="timeline__tools">
      <IconButton
        small
        icon="plus"
        label={t().timeline.closer}
        onClick={() => props.view.zoom(0.5, props.raised?.onset)}
      />
      <IconButton
        small
        icon="minus"
        label={t().timeline.wider}
        onClick={() => props.view.zoom(2, props.raised?.onset)}
      />
      <IconButton
        small
        icon="left"
        label={t().timeline.earlier}
        disabled={props.view.isWhole()}
        onClick={() => pan(-0.5)}
      />
      <IconButton
        small
        icon="right"
        label={t().timeline.later}
        disabled={props.view.isWhole()}
        onClick={() => pan(0.5)}
      />
      <Button small look="quiet" disabled={props.view.isWhole()} onClick={props.view.fit}>
        {t().timeline.whole}
      </Button>
      <label class="live-bar__choice">
        <span>{t().timeline.lanes}</span>
        <select class="input input--small" onChange={(event) => props.onBy(event.currentTarget.value as By)}>
          <option value="code" selected={props.by === 'code'}>
            {t().timeline.byCode}
          </option>
          <option value="subject" selected={props.by === 'subject'}>
            {t().timeline.bySubject}
          </option>
        </select>
      </label>
      <Show when={desk.mayWrite() && props.raised}>
        {(event) => (
          <fieldset class="timeline__nudge" aria-label={t().timeline.move(codeLabel(desk, event()))}>
            <select
              class="input input--small"
              aria-label={t().timeline.part}
              onChange={(change) => props.onPart(change.currentTarget.value as Part)}
            >
              <For each={['whole', 'begin', 'end'] as const}>
                {(part) => (
                  <option value={part} selected={part === props.part}>
                    {t().timeline.parts[part]}
                  </option>
                )}
              </For>
            </select>
            <For each={steps}>
              {(seconds) => (
                <Button
                  small
                  look="quiet"
                  aria-label={t().timeline.by(seconds < 0, wordsOf(Math.abs(seconds)))}
                  onClick={() => nudge(desk, event(), props.part, seconds)}
                >
                  {seconds < 0 ? '−' : '+'}
                  {wordsOf(Math.abs(seconds))}
                </Button>
              )}
            </For>
          </fieldset>
        )}
      </Show>
    </div>
  )
  function pan(part: number): void {
    const { from, to } = props.view.span()
    props.view.pan((to - from) * part)
  }
}

const steps = [-1, -0.1, -FRAME, FRAME, 0.1, 1]
const wordsOf = (seconds: number): string => (seconds === FRAME ? t().timeline.frame : t().timeline.seconds(seconds))
