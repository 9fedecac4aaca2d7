import { createSignal } from 'solid-js'
import type { EventAnnotation } from '../../turns.ts'
import { moved, type Part } from './move.ts'
import type { View } from './view.ts'

/** Pixels from an edge that still mean the edge, and pixels that are no movement yet. */
const EDGE = 6
const STILL = 3

type Grip = { event: EventAnnotation; part: Part } | null
type Hooks = {
  view: View
  /** Seconds a pixel. */
  scale: () => number
  secondsAt: (clientX: number) => number
  mayMove: () => boolean
  onRaise: (event: EventAnnotation) => void
  onPick: (seconds: number) => void
  onMoved: (event: EventAnnotation, times: Pick<EventAnnotation, 'onset' | 'offset'>) => void
}
type Held = { grip: Grip; from: number; last: number; isMoving: boolean }

/** Mouse, pen and fingers on the timeline: an event is moved, its edges too; the ground is pushed; two fingers zoom. */
export function createPointing(hooks: Hooks) {
  const [preview, setPreview] = createSignal<EventAnnotation | null>(null)
  const pointers = new Map<number, Held>()

  function down(pointer: PointerEvent, grip: Grip): void {
    if (pointer.button !== 0) return
    pointers.set(pointer.pointerId, { grip, from: pointer.clientX, last: pointer.clientX, isMoving: false })
  }

  function move(pointer: PointerEvent & { currentTarget: Element }): void {
    const held = pointers.get(pointer.pointerId)
    if (!held) return
    const x = pointer.clientX
    if (!held.isMoving && Math.abs(x - held.from) <= STILL) return
    // Only now: a mere click must stay with what it was made on.
    if (!held.isMoving) pointer.currentTarget.setPointerCapture?.(pointer.pointerId)
    held.isMoving = true
    const other = [...pointers.entries()].find(([id]) => id !== pointer.pointerId)?.[1]
    if (other) pinch(held.last, x, other.last)
    else if (!held.grip) hooks.view.pan((held.last - x) * hooks.scale())
    else if (hooks.mayMove()) {
      const { event, part } = held.grip
      setPreview({ ...event, ...moved(event, part, (x - held.from) * hooks.scale()) })
    }
    held.last = x
  }

  function pinch(before: number, now: number, still: number): void {
    const [was, is] = [Math.abs(before - still), Math.abs(now - still)]
    if (was > 10 && is > 10) hooks.view.zoom(was / is, hooks.secondsAt((now + still) / 2))
  }

  function up(pointer: PointerEvent): void {
    const held = pointers.get(pointer.pointerId)
    pointers.delete(pointer.pointerId)
    const shown = preview()
    setPreview(null)
    if (!held) return
    if (!held.isMoving && held.grip) hooks.onRaise(held.grip.event)
    else if (!held.isMoving) hooks.onPick(hooks.secondsAt(pointer.clientX))
    else if (held.grip && shown) hooks.onMoved(held.grip.event, { onset: shown.onset, offset: shown.offset })
  }

  /** The hand was taken away by the browser: nothing was meant. */
  function cancel(pointer: PointerEvent): void {
    pointers.delete(pointer.pointerId)
    setPreview(null)
  }

  function wheel(event: WheelEvent): void {
    const isZoom = event.ctrlKey || event.metaKey
    const sideways = event.shiftKey ? event.deltaY || event.deltaX : event.deltaX
    if (!isZoom && sideways === 0) return
    event.preventDefault()
    if (isZoom) hooks.view.zoom(1.0015 ** event.deltaY, hooks.secondsAt(event.clientX))
    else hooks.view.pan(sideways * hooks.scale())
  }

  return { preview, down, move, up, cancel, wheel }
}

/** Which part of a mark the pointer has: its edges if it is long enough to have any. */
export function partAt(x: number, { left, right }: { left: number; right: number }, hasEnd: boolean): Part {
  if (!hasEnd || right - left < 3 * EDGE) return 'whole'
  if (x - left <= EDGE) return 'begin'
  return right - x <= EDGE ? 'end' : 'whole'
}
