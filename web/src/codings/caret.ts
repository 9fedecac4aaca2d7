import type { Turn } from '@attune/contract'
import { characterStart, nextEdge, previousEdge, tidy, type Unit, unitAround } from './text-units.ts'
import { type Stretch, turnIndexAt } from './turns.ts'

/** A keyboard selection: where it began and where the caret stands, in code units of the raw text. */
export type Caret = { readonly anchor: number; readonly focus: number }
export type Move = { unit: Unit | 'turn'; forward: boolean; extend: boolean }

type Text = { text: string; turns: readonly Turn[] }

/** At the beginning of a turn's words. */
export function caretAt(turns: readonly Turn[], index: number): Caret {
  const start = turns[Math.min(Math.max(index, 0), turns.length - 1)]?.bodyStart ?? 0
  return { anchor: start, focus: start }
}

export const stretchOf = (caret: Caret): Stretch => ({
  start: Math.min(caret.anchor, caret.focus),
  end: Math.max(caret.anchor, caret.focus),
})

/** The caret stays among the words: speakers' labels and the gaps between turns are stepped over. */
export function moveCaret(material: Text, caret: Caret, move: Move): Caret {
  const isSelection = caret.anchor !== caret.focus
  if (isSelection && !move.extend && move.unit === 'character') {
    const { start, end } = stretchOf(caret)
    const edge = move.forward ? end : start
    return { anchor: edge, focus: edge }
  }
  const focus =
    move.unit === 'turn' ? byTurn(material, caret.focus, move) : byUnit(material, caret.focus, move.unit, move.forward)
  return { anchor: move.extend ? caret.anchor : focus, focus }
}

function byUnit({ text, turns }: Text, from: number, unit: Unit, forward: boolean): number {
  const index = Math.max(0, turnIndexAt(turns, from))
  const turn = turns[index]
  if (!turn) return from
  const at = Math.min(Math.max(from, turn.bodyStart), turn.end)
  const neighbour = turns[forward ? index + 1 : index - 1]
  if (forward && at >= turn.end) return neighbour ? neighbour.bodyStart : at
  if (!forward && at <= turn.bodyStart) return neighbour ? neighbour.end : at
  const words = text.slice(turn.bodyStart, turn.end)
  const edge = forward ? nextEdge(words, at - turn.bodyStart, unit) : previousEdge(words, at - turn.bodyStart, unit)
  return turn.bodyStart + edge
}

/** Forwards to the end of a turn, then on to the next one's; backwards likewise to beginnings. Not extending: to beginnings. */
function byTurn({ turns }: Text, from: number, move: Move): number {
  const index = Math.max(0, turnIndexAt(turns, from))
  const turn = turns[index]
  if (!turn) return from
  if (!move.extend) return turns[move.forward ? index + 1 : index - 1]?.bodyStart ?? turn.bodyStart
  if (move.forward) return from < turn.end ? turn.end : (turns[index + 1]?.end ?? turn.end)
  return from > turn.bodyStart ? turn.bodyStart : (turns[index - 1]?.bodyStart ?? turn.bodyStart)
}

/** The caret with the word (or sentence, or turn) it stands in selected. */
export function selectAround({ text, turns }: Text, caret: Caret, unit: Unit | 'turn'): Caret {
  const turn = turns[Math.max(0, turnIndexAt(turns, caret.focus))]
  if (!turn) return caret
  if (unit === 'turn') return { anchor: turn.bodyStart, focus: turn.end }
  const words = text.slice(turn.bodyStart, turn.end)
  const around = unitAround(words, Math.max(0, caret.focus - turn.bodyStart), unit)
  return { anchor: turn.bodyStart + around.start, focus: turn.bodyStart + around.end }
}

/** A caret from any position, for instance from a click: never inside a character, never outside the words. */
export function caretFrom({ text, turns }: Text, position: number): Caret {
  const turn = turns[Math.max(0, turnIndexAt(turns, position))]
  if (!turn) return { anchor: 0, focus: 0 }
  const at = characterStart(text, Math.min(Math.max(position, turn.bodyStart), turn.end))
  return { anchor: at, focus: at }
}

/** The stretch grown to whole units at both ends, as a codebook may ask for. */
export function grown({ text, turns }: Text, stretch: Stretch, unit: Unit | 'turn'): Stretch {
  const first = unitAt({ text, turns }, stretch.start, unit)
  const last = unitAt({ text, turns }, stretch.end - 1, unit)
  return tidy(text, Math.min(stretch.start, first.start), Math.max(stretch.end, last.end)) ?? stretch
}

/** The unit a character stands in; between units only the character. */
function unitAt({ text, turns }: Text, at: number, unit: Unit | 'turn'): Stretch {
  const alone = { start: at, end: at + 1 }
  const turn = turns[turnIndexAt(turns, at)]
  if (!turn || at < turn.bodyStart || at >= turn.end) return alone
  if (unit === 'turn') return { start: turn.bodyStart, end: turn.end }
  const around = unitAround(text.slice(turn.bodyStart, turn.end), at - turn.bodyStart, unit)
  const found = { start: turn.bodyStart + around.start, end: turn.bodyStart + around.end }
  return found.start <= at && at < found.end ? found : alone
}
