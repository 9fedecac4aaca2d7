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

/** What is coded in each turn. */
export type CodedTurns = {
  readonly annotations: ReadonlyMap<string, AnnotationInput>
  /** By index of the turn, in text order. A turn in which nothing changed keeps its list. */
  readonly lists: readonly (readonly Segment[])[]
  /** Indices of the turns whose lists are new. */
  readonly changed: ReadonlySet<number>
}

const NONE: readonly Segment[] = []

export const uncoded = (turns: readonly Turn[]): CodedTurns => ({
  annotations: new Map(),
  lists: turns.map(() => NONE),
  changed: new Set(),
})

/** The turns with these annotations instead of those before: only what differs is looked at closely. */
export function codedTurns(
  turns: readonly Turn[],
  annotations: ReadonlyMap<string, AnnotationInput>,
  before: CodedTurns,
): CodedTurns {
  if (annotations === before.annotations) return before
  const fresh = new Map<number, Segment[]>()
  const listsUnder = (segment: Segment): Segment[][] => {
    const { first, last } = turnsOf(turns, segment)
    const found: Segment[][] = []
    for (let index = first; index <= last; index += 1) {
      const list = fresh.get(index) ?? [...(before.lists[index] ?? NONE)]
      fresh.set(index, list)
      found.push(list)
    }
    return found
  }
  for (const [id, old] of before.annotations) {
    if (old.unit !== 'segment' || annotations.get(id) === old) continue
    for (const list of listsUnder(old)) list.splice(list.indexOf(old), 1)
  }
  for (const [id, now] of annotations) {
    if (now.unit !== 'segment' || before.annotations.get(id) === now) continue
    for (const list of listsUnder(now)) list.push(now)
  }
  const lists = [...before.lists]
  for (const [index, list] of fresh) lists[index] = list.length === 0 ? NONE : list.sort(inTextOrder)
  return { annotations, lists, changed: new Set(fresh.keys()) }
}

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
