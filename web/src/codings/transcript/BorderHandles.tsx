import { createEffect, createSignal, For, Show } from 'solid-js'
import { t } from '../../messages/index.ts'
import { type Edge, putBorder, withBorder } from '../borders.ts'
import { useDesk } from '../desk-context.ts'
import { rangeIn } from '../selection.ts'
import { type Segment, type Stretch, turnIndexAt } from '../turns.ts'
import type { Surface } from './surface.ts'

type Place = { readonly edge: Edge; readonly left: number; readonly top: number; readonly height: number }

/**
 * At both ends of the passage that has the attention, something to drag by mouse or finger. By keyboard the buttons below the
 * text and their keys do the same.
 */
export function BorderHandles(props: { surface: Surface; layouts: number }) {
  const { sight } = useDesk()
  const segment = (): Segment | null => {
    const annotation = sight.raisedAnnotation()
    return annotation?.unit === 'segment' ? annotation : null
  }
  return (
    <Show when={segment()}>
      {(annotation) => <Handles annotation={annotation()} surface={props.surface} layouts={props.layouts} />}
    </Show>
  )
}

function Handles(props: { annotation: Segment; surface: Surface; layouts: number }) {
  const { desk } = useDesk()
  const [dragged, setDragged] = createSignal<{ edge: Edge; to: number } | null>(null)
  const [places, setPlaces] = createSignal<readonly Place[]>([])
  const shown = (): Stretch => {
    const now = dragged()
    return (now && withBorder(desk, props.annotation, now.edge, now.to)) ?? props.annotation
  }
  createEffect(() => {
    const stretch = shown()
    if (props.layouts >= 0) setPlaces(placesOf(stretch, props.surface))
  })
  const move = (event: PointerEvent, edge: Edge) => {
    const to = positionUnder(event, props.surface)
    if (dragged() && to !== null) setDragged({ edge, to })
  }
  const drop = () => {
    const now = dragged()
    setDragged(null)
    if (now) putBorder(desk, props.annotation, now.edge, now.to)
  }
  return (
    <For each={['start', 'end'] as const}>
      {(edge) => (
        <Show when={places().find((one) => one.edge === edge)}>
          {(place) => (
            <span
              class={`border-handle border-handle--${edge}`}
              aria-hidden="true"
              title={edge === 'start' ? t().annotations.begins : t().annotations.ends}
              style={{ left: `${place().left}px`, top: `${place().top}px`, height: `${place().height}px` }}
              on:pointerdown={(event) => {
                event.preventDefault()
                event.currentTarget.setPointerCapture(event.pointerId)
                setDragged({ edge, to: props.annotation[edge] })
              }}
              on:pointermove={(event) => move(event, edge)}
              on:pointerup={drop}
              on:pointercancel={() => setDragged(null)}
            />
          )}
        </Show>
      )}
    </For>
  )
}

function placesOf({ start, end }: Stretch, { turns, bodies }: Surface): Place[] {
  return (['start', 'end'] as const).flatMap((edge) => {
    const index = Math.max(0, turnIndexAt(turns, edge === 'start' ? start : end - 1))
    const [turn, body] = [turns[index], bodies[index]]
    const frame = body?.closest('.transcript__page')?.getBoundingClientRect()
    if (!turn || !body || !frame) return []
    const length = turn.end - turn.bodyStart
    const at = Math.min(Math.max(0, (edge === 'start' ? start : end - 1) - turn.bodyStart), Math.max(0, length - 1))
    const rect = rangeIn(body, { start: at, end: at + 1 }).getBoundingClientRect()
    const left = (edge === 'start' ? rect.left : rect.right) - frame.left
    return [{ edge, left, top: rect.top - frame.top, height: rect.height }]
  })
}

/** The position in the raw text under a pointer, whatever the handle itself covers. */
function positionUnder({ clientX, clientY }: PointerEvent, { turns, bodies }: Surface): number | null {
  const range = document.caretRangeFromPoint?.(clientX, clientY)
  const point = range
    ? { node: range.startContainer, offset: range.startOffset }
    : pointFrom(document.caretPositionFromPoint?.(clientX, clientY))
  if (!point) return null
  const item = (point.node instanceof Element ? point.node : point.node.parentElement)?.closest('[data-turn]')
  const index = Number(item?.getAttribute('data-turn') ?? -1)
  const [turn, body] = [turns[index], bodies[index]]
  if (!turn || !body?.contains(point.node)) return null
  const before = document.createRange()
  before.setStart(body, 0)
  before.setEnd(point.node, point.offset)
  return turn.bodyStart + before.toString().length
}

const pointFrom = (found: CaretPosition | null | undefined) =>
  found ? { node: found.offsetNode, offset: found.offset } : null
