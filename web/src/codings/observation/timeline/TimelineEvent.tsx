import { findCode } from '@attune/codebooks'
import { Show } from 'solid-js'
import { clock } from '../../../base/clock.ts'
import { useDesk } from '../../desk-context.ts'
import { codeLabel } from '../../evidence.ts'
import type { EventAnnotation } from '../../turns.ts'
import type { Part } from './move.ts'
import { partAt } from './pointing.ts'

const SIGN = 18

/** A coded event: its sign at the beginning, and as long as it lasts. Without an end it fades out open. */
export function TimelineEvent(props: {
  event: EventAnnotation
  top: number
  /** Where a time lies on the screen; only what is between `left` and `right` is drawn. */
  x: (seconds: number) => number
  left: number
  right: number
  onGrip: (pointer: PointerEvent, part: Part) => void
}) {
  const { desk, sight } = useDesk()
  const code = () => findCode(desk.codebook, props.event.code)
  const begin = () => props.x(props.event.onset)
  const isOpen = () => code()?.event === 'state' && props.event.offset === null
  const end = () => (isOpen() ? Math.min(props.right, begin() + 60) : props.x(props.event.offset ?? props.event.onset))
  const from = () => Math.max(props.left, begin())
  const to = () => Math.min(props.right, end())
  const grip = (pointer: PointerEvent) => {
    const svg = (pointer.currentTarget as SVGElement).ownerSVGElement
    const at = pointer.clientX - (svg?.getBoundingClientRect().left ?? 0)
    pointer.stopPropagation()
    props.onGrip(pointer, partAt(at, { left: begin(), right: end() }, props.event.offset !== null))
  }
  return (
    <g
      class="timeline__code"
      classList={{ 'timeline__code--raised': sight.raised() === props.event.id }}
      data-code-colour={code()?.colour}
      data-event={props.event.id}
      on:pointerdown={grip}
    >
      <title>{`${codeLabel(desk, props.event)}, ${clock(props.event.onset)}`}</title>
      <Show when={to() > from()}>
        <rect
          class="timeline__state"
          classList={{ 'timeline__state--open': isOpen() }}
          x={from()}
          y={props.top + 4}
          width={Math.max(2, to() - from())}
          height="14"
          rx="3"
        />
        <Show when={props.event.offset !== null && end() - begin() > SIGN && end() <= props.right}>
          <rect class="timeline__edge" x={end() - 4} y={props.top + 4} width="4" height="14" />
        </Show>
      </Show>
      <Show when={begin() >= props.left}>
        <rect class="timeline__sign" x={begin()} y={props.top + 2} width={SIGN} height={SIGN} rx="3" />
        <text class="timeline__letter" x={begin() + SIGN / 2} y={props.top + 15}>
          {desk.signs.get(props.event.code)}
        </text>
      </Show>
    </g>
  )
}
