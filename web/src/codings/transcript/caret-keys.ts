import { createSignal } from 'solid-js'
import { announce } from '../../base/announce.tsx'
import { t } from '../../messages/index.ts'
import { type Caret, caretAt, type Move, moveCaret, selectAround, stretchOf } from '../caret.ts'
import type { Sight } from '../desk-context.ts'
import { pointAt } from '../selection.ts'
import { tidy } from '../text-units.ts'
import { turnIndexAt } from '../turns.ts'
import type { Surface } from './surface.ts'

/** The keys of the transcript: from turn to turn, and inside a turn with a caret of its own. */
export function createCaretKeys(surface: Surface, sight: Sight) {
  const { text, turns, bodies, active, activate } = surface
  const [caret, setCaret] = createSignal<Caret | null>(null)

  /** Shows the caret's selection as the browser's own, so that screen readers and copying follow it. */
  function put(next: Caret): void {
    setCaret(next)
    const index = Math.max(0, turnIndexAt(turns, next.focus))
    if (index !== active()) activate(index, true)
    const [from, to] = [documentPoint(next.anchor), documentPoint(next.focus)]
    if (from && to) document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
    const { start, end } = stretchOf(next)
    sight.setSelection(surface.snapped(tidy(text, start, end)))
  }

  function documentPoint(position: number) {
    const index = Math.max(0, turnIndexAt(turns, position))
    const [turn, body] = [turns[index], bodies[index]]
    return turn && body ? pointAt(body, Math.max(0, position - turn.bodyStart)) : null
  }

  function leave(): void {
    if (!caret()) return
    setCaret(null)
  }

  function enter(): void {
    put(caretAt(turns, active()))
    announce(t().transcripts.caretEntered)
  }

  /** A visual line up or down is the browser's business: only it knows where lines break. */
  function moveByLine(forward: boolean, extend: boolean): void {
    const selection = document.getSelection()
    selection?.modify(extend ? 'extend' : 'move', forward ? 'forward' : 'backward', 'line')
    const now = selection?.focusNode
    const index = bodies.findIndex((body) => body?.contains(now ?? null))
    const [turn, body] = [turns[index], bodies[index]]
    const from = caret()
    if (!turn || !body || !selection || !now || !from) return
    const range = document.createRange()
    range.setStart(body, 0)
    range.setEnd(now, selection.focusOffset)
    const focus = turn.bodyStart + range.toString().length
    put({ anchor: extend ? from.anchor : focus, focus })
  }

  function pressInText(event: KeyboardEvent, from: Caret): boolean {
    const move = moveFor(event)
    if (move) put(moveCaret({ text, turns }, from, move))
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') moveByLine(event.key === 'ArrowDown', event.shiftKey)
    else if (event.key === ' ')
      put(selectAround({ text, turns }, from, from.anchor === from.focus ? 'word' : 'sentence'))
    else if (event.key === 'Escape') {
      document.getSelection()?.removeAllRanges()
      sight.setSelection(null)
      leave()
      announce(t().transcripts.caretLeft)
    } else if (event.key === 'Enter' && sight.selection()) sight.setPaletteOpen(true)
    else return false
    return true
  }

  function pressOnTurn(event: KeyboardEvent): boolean {
    if (event.altKey || event.ctrlKey || event.metaKey) return false
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1, PageDown: 8, PageUp: -8 }
    const by = steps[event.key]
    const isFree = sight.selection() === null
    if (by !== undefined && (isFree || event.key.length > 1)) activate(active() + by, true)
    else if (event.key === 'Home') activate(0, true)
    else if (event.key === 'End') activate(turns.length - 1, true)
    else if (event.key === 'Enter') enter()
    else if (event.key === 'c' && isFree) codeThisTurn()
    else return false
    return true
  }

  /** Selects the words of the turn and asks for the code. */
  function codeThisTurn(index = active()): void {
    const turn = turns[index]
    if (!turn) return
    sight.setSelection(tidy(text, turn.bodyStart, turn.end))
    sight.setPaletteOpen(true)
  }

  function press(event: KeyboardEvent): void {
    const from = caret()
    if (event.defaultPrevented || sight.isPaletteOpen()) return
    if (from ? pressInText(event, from) : pressOnTurn(event)) event.preventDefault()
  }

  return { caret, press, leave, enter, codeThisTurn }
}

function moveFor(event: KeyboardEvent): Move | null {
  const extend = event.shiftKey
  const byWord = event.ctrlKey || event.altKey
  switch (event.key) {
    case 'ArrowRight':
    case 'ArrowLeft':
      return { unit: byWord ? 'word' : 'character', forward: event.key === 'ArrowRight', extend }
    case 'ArrowDown':
    case 'ArrowUp':
      return byWord ? { unit: 'sentence', forward: event.key === 'ArrowDown', extend } : null
    case 'PageDown':
    case 'PageUp':
      return { unit: 'turn', forward: event.key === 'PageDown', extend }
    default:
      return null
  }
}
