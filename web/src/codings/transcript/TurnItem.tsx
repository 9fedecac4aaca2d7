import type { Turn } from '@attune/contract'

/** One turn. Kept as light as can be: an interview has thousands, and nothing in it changes but its notes for screen readers. */
export function TurnItem(props: {
  turn: Turn
  words: string
  index: number
  body: (element: HTMLElement) => void
  notes: (element: HTMLElement) => void
}) {
  return (
    <li class={`turn turn--${props.turn.role}`} data-turn={props.index} tabindex="-1">
      <span class="turn__line" aria-hidden="true">
        {props.turn.line}
      </span>
      <span class="turn__speaker">{props.turn.speaker}</span>
      <p class="turn__words" ref={props.body}>
        {props.words}
      </p>
      <span class="visually-hidden" ref={props.notes} />
    </li>
  )
}
