import type { Turn } from '@attune/contract'
import { tidy } from './text-units.ts'
import type { Stretch } from './turns.ts'

/** The elements that hold the words of each turn, and nothing else; by index of the turn. */
export type Bodies = readonly (HTMLElement | undefined)[]

const isBefore = (node: Node, other: Node): boolean =>
  (node.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0

/** Code units between the beginning of an element and a point in it. */
function unitsBefore(body: HTMLElement, node: Node, offset: number): number {
  if (node.nodeType === Node.TEXT_NODE && node.parentNode === body && node.previousSibling === null) return offset
  const range = body.ownerDocument.createRange()
  range.setStart(body, 0)
  range.setEnd(node, offset)
  return range.toString().length
}

/** A point of the document as a position in the raw text. A point beside the words goes to the nearest words inside the selection. */
function positionOf(
  turns: readonly Turn[],
  bodies: Bodies,
  node: Node,
  offset: number,
  isStart: boolean,
): number | null {
  const inside = bodies.findIndex((body) => body?.contains(node))
  const body = bodies[inside]
  const turn = turns[inside]
  if (body && turn) return turn.bodyStart + unitsBefore(body, node, offset)
  const point = node.childNodes[offset] ?? node
  const isAfterPoint = (candidate: HTMLElement | undefined) =>
    candidate !== undefined && (point.contains(candidate) || isBefore(point, candidate))
  if (isStart) return turns[bodies.findIndex(isAfterPoint)]?.bodyStart ?? null
  const next = bodies.findIndex(isAfterPoint)
  const last = next === -1 ? bodies.length - 1 : next - 1
  return turns[last]?.end ?? null
}

/** What is selected in the document, in code units of the raw text: whole characters, no white space at the edges. Null if nothing. */
export function stretchSelected(
  text: string,
  turns: readonly Turn[],
  bodies: Bodies,
  range: Pick<Range, 'startContainer' | 'startOffset' | 'endContainer' | 'endOffset'>,
): Stretch | null {
  const start = positionOf(turns, bodies, range.startContainer, range.startOffset, true)
  const end = positionOf(turns, bodies, range.endContainer, range.endOffset, false)
  if (start === null || end === null || end <= start) return null
  return tidy(text, start, end)
}

/** The place in the document of a position inside a turn's words. */
export function pointAt(body: HTMLElement, units: number): { node: Node; offset: number } {
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT)
  let rest = units
  let last: Node | null = null
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0
    if (rest <= length) return { node, offset: rest }
    rest -= length
    last = node
  }
  return last ? { node: last, offset: last.nodeValue?.length ?? 0 } : { node: body, offset: 0 }
}

/** A live range over a stretch of one turn's words. */
export function rangeIn(body: HTMLElement, part: Stretch): Range {
  const range = body.ownerDocument.createRange()
  const start = pointAt(body, part.start)
  const end = pointAt(body, part.end)
  range.setStart(start.node, start.offset)
  range.setEnd(end.node, end.offset)
  return range
}
