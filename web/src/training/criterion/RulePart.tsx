import { type JSX, Show } from 'solid-js'
import { IconButton } from '../../base/Button.tsx'
import { t } from '../../messages/index.ts'
import type { RulePath } from './rule-edit.ts'

/** A place in a group: a condition or another group, and the buttons that move and remove it. */
export function RulePart(props: {
  path: RulePath
  count: number
  isLast: boolean
  onMove: (by: -1 | 1, from: HTMLElement) => void
  onRemove: () => void
  children: JSX.Element
}) {
  const words = () => t().training.rule
  const place = () => (props.path.at(-1) ?? 0) + 1
  const press = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    if (!(event.target instanceof HTMLElement) || !event.target.dataset.move) return
    event.preventDefault()
    event.stopPropagation()
    props.onMove(event.key === 'ArrowUp' ? -1 : 1, event.target)
  }
  return (
    <li class="rule-part" onKeyDown={press}>
      <div class="rule-part__body">{props.children}</div>
      <div class="rule-part__tools">
        <Show when={props.count > 1}>
          <IconButton
            icon="up"
            small
            data-move="up"
            label={words().up(place())}
            aria-disabled={place() === 1}
            onClick={(event) => props.onMove(-1, event.currentTarget)}
          />
          <IconButton
            icon="down"
            small
            data-move="down"
            label={words().down(place())}
            aria-disabled={place() === props.count}
            onClick={(event) => props.onMove(1, event.currentTarget)}
          />
        </Show>
        <Show when={!props.isLast}>
          <IconButton icon="trash" small label={words().remove(place())} onClick={() => props.onRemove()} />
        </Show>
      </div>
    </li>
  )
}
