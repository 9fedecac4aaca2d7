import { createSignal, onCleanup, onMount } from 'solid-js'
import type { Sight } from '../desk-context.ts'
import { stretchSelected } from '../selection.ts'
import type { Surface } from './surface.ts'

const DOUBLE_CLICK = 320

/** Mouse and touch on the text: what is selected, and what a click raises. */
export function createPointer(surface: Surface, sight: Sight, leaveCaret: () => void) {
  const { text, turns, bodies, place } = surface
  const [isDragging, setDragging] = createSignal(false)
  /** With Alt a selection stays exactly as it is drawn. */
  let isAltHeld = false
  let raising: ReturnType<typeof setTimeout> | undefined

  /** What the browser says is selected; a selection elsewhere, as in a field, leaves ours alone. */
  function readSelection(): void {
    const now = document.getSelection()
    if (!now || now.rangeCount === 0 || !place.list) return
    const range = now.getRangeAt(0)
    if (!place.list.contains(range.startContainer) && !place.list.contains(range.endContainer)) return
    const stretch = now.isCollapsed ? null : stretchSelected(text, turns, bodies, range)
    sight.setSelection(surface.snapped(stretch, sight.isExact() || isAltHeld))
  }
  const up = () => setDragging(false)
  onMount(() => {
    document.addEventListener('selectionchange', readSelection)
    window.addEventListener('pointerup', up)
    onCleanup(() => {
      clearTimeout(raising)
      cancelAnimationFrame(looking)
      document.removeEventListener('selectionchange', readSelection)
      window.removeEventListener('pointerup', up)
    })
  })

  /** A click on coded words raises what covers them; clicking again goes through what lies there. */
  function click(event: MouseEvent): void {
    const selection = document.getSelection()
    if (!(event.target instanceof Element) || !selection?.isCollapsed || !selection.anchorNode) return
    const item = event.target.closest('[data-turn]')
    const index = Number(item?.getAttribute('data-turn') ?? -1)
    const [turn, body] = [turns[index], bodies[index]]
    if (!turn || !body) return
    leaveCaret()
    surface.activate(index, false)
    if (!body.contains(selection.anchorNode)) return
    const range = document.createRange()
    range.setStart(body, 0)
    range.setEnd(selection.anchorNode, selection.anchorOffset)
    const at = turn.bodyStart + range.toString().length
    const unit = sight.given.unitAt(at)
    if (unit >= 0 && unit !== sight.given.at() && event.detail === 1) {
      sight.given.choose(unit)
      return
    }
    const here = surface.codedIn(index).filter((one) => one.start <= at && at <= one.end)
    const was = here.findIndex((one) => one.id === sight.raised())
    const next = here[(was + 1) % Math.max(1, here.length)]
    clearTimeout(raising)
    // A double click selects a word: what is raised must not move the text away under it.
    if (event.detail === 1) raising = setTimeout(() => sight.setRaised(next?.id ?? null), DOUBLE_CLICK)
  }

  /** The mouse over coded words: of those that overlap the shortest stands out, once a frame. */
  let looking = 0
  function moved(event: PointerEvent): void {
    cancelAnimationFrame(looking)
    if (event.pointerType !== 'mouse' || isDragging()) return
    const { clientX, clientY } = event
    looking = requestAnimationFrame(() => sight.setPointed(codedAt(clientX, clientY)))
  }

  function left(): void {
    cancelAnimationFrame(looking)
    sight.setPointed(null)
  }

  function codedAt(x: number, y: number): string | null {
    const spot = document.caretPositionFromPoint?.(x, y)
    const item = spot?.offsetNode.parentElement?.closest('[data-turn]')
    const index = Number(item?.getAttribute('data-turn') ?? -1)
    const [turn, body] = [turns[index], bodies[index]]
    if (!spot || !turn || !body?.contains(spot.offsetNode)) return null
    const range = document.createRange()
    range.setStart(body, 0)
    range.setEnd(spot.offsetNode, spot.offset)
    const at = turn.bodyStart + range.toString().length
    const here = surface.codedIn(index).filter((one) => one.start <= at && at <= one.end)
    const [shortest] = here.toSorted((one, other) => one.end - one.start - (other.end - other.start))
    return shortest?.id ?? null
  }

  function down(event: PointerEvent): void {
    isAltHeld = event.altKey
    setDragging(event.pointerType === 'mouse')
  }

  /** Whoever goes on by keyboard has let go of Alt. */
  function keyed(event: KeyboardEvent): void {
    if (event.key !== 'Alt') isAltHeld = false
  }

  return { click, keyed, isDragging, down, moved, left }
}
