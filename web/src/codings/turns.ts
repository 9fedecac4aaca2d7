import type { AnnotationInput, Turn } from '@attune/contract'
import { t } from '../messages/index.ts'

export type Segment = Extract<AnnotationInput, { unit: 'segment' }>
export type EventAnnotation = Extract<AnnotationInput, { unit: 'event' }>
export type Stretch = { start: number; end: number }

/** Index of the last turn that begins at or before a position; -1 before the first. */
export function turnIndexAt(turns: readonly Turn[], position: number): number {
  let low = 0
  let high = turns.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((turns[middle]?.start ?? 0) <= position) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** The part of a stretch that lies in the words of a turn, counted from where the words begin; null if none does. */
export function partInTurn(turn: Turn, stretch: Stretch): Stretch | null {
  const start = Math.max(stretch.start, turn.bodyStart)
  const end = Math.min(stretch.end, turn.end)
  return start < end ? { start: start - turn.bodyStart, end: end - turn.bodyStart } : null
}

/** The turns a stretch touches, first and last. */
export function turnsOf(turns: readonly Turn[], stretch: Stretch): { first: number; last: number } {
  return {
    first: Math.max(0, turnIndexAt(turns, stretch.start)),
    last: Math.max(0, turnIndexAt(turns, stretch.end - 1)),
  }
}

/** Text order: earlier first, and of two that begin together the longer one. */
export function inTextOrder(one: Stretch, other: Stretch): number {
  return one.start - other.start || other.end - one.end
}

/**
 * The annotations of every turn in text order. A turn whose annotations did not change keeps the list it had in
 * `before`, so that only the turns that did are drawn again.
 */
export function annotationsByTurn(
  turns: readonly Turn[],
  annotations: Iterable<AnnotationInput>,
  before: readonly (readonly Segment[])[] = [],
): (readonly Segment[])[] {
  const lists: Segment[][] = turns.map(() => [])
  for (const annotation of annotations) {
    if (annotation.unit !== 'segment') continue
    const { first, last } = turnsOf(turns, annotation)
    for (let index = first; index <= last; index += 1) lists[index]?.push(annotation)
  }
  return lists.map((list, index) => {
    list.sort(inTextOrder)
    const old = before[index]
    const isSame = old !== undefined && old.length === list.length && old.every((one, place) => one === list[place])
    return isSame ? old : list.length === 0 ? NONE : list
  })
}

const NONE: readonly Segment[] = []

/** A quotation for lists: the raw text with line breaks as spaces, shortened in the middle. */
export function quote(text: string, stretch: Stretch, longest = 160): string {
  const whole = text.slice(stretch.start, stretch.end).replace(/\s+/gu, ' ')
  if (whole.length <= longest) return whole
  const half = Math.floor(longest / 2) - 2
  return `${whole.slice(0, half).trimEnd()} … ${whole.slice(-half).trimStart()}`
}

/** "turn 12" or "turns 12 to 14". */
export function placeInWords(turns: readonly Turn[], stretch: Stretch): string {
  const { first, last } = turnsOf(turns, stretch)
  const [from, to] = [turns[first]?.number ?? first + 1, turns[last]?.number ?? last + 1]
  return t().transcripts.place(from, to)
}
