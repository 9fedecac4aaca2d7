import { t } from '../messages/index.ts'
import { moveCaret } from './caret.ts'
import { transcriptOf } from './coding-actions.ts'
import { changedAnnotation, type Desk } from './desk.ts'
import { codeLabel } from './evidence.ts'
import { tidy } from './text-units.ts'
import type { Segment, Stretch } from './turns.ts'

export type Edge = 'start' | 'end'

/** The passage with one border somewhere else; null where nothing of it would be left. */
export function withBorder(desk: Desk, { start, end }: Stretch, edge: Edge, to: number): Stretch | null {
  const material = transcriptOf(desk)
  const isTurnedOver = edge === 'start' ? to >= end : to <= start
  return material && !isTurnedOver
    ? tidy(material.text, edge === 'start' ? to : start, edge === 'end' ? to : end)
    : null
}

/** Moves the beginning or the end of a passage by a word. */
export function moveBorder(desk: Desk, annotation: Segment, edge: Edge, forward: boolean): void {
  const material = transcriptOf(desk)
  if (!material || !desk.mayWrite()) return
  const from = annotation[edge]
  const to = moveCaret(material, { anchor: from, focus: from }, { unit: 'word', forward, extend: false }).focus
  putBorder(desk, annotation, edge, to, forward)
}

/** Puts a border where it was dragged to. */
export function putBorder(
  desk: Desk,
  annotation: Segment,
  edge: Edge,
  to: number,
  forward = to > annotation[edge],
): void {
  const next = withBorder(desk, annotation, edge, to)
  if (!next || next[edge] === annotation[edge]) return
  desk.edit(changedAnnotation(annotation, { start: next.start, end: next.end }), {
    label: t().annotations.moved(codeLabel(desk, annotation), edge, forward),
    stroke: `${edge} ${annotation.id}`,
  })
}
