import { IconButton } from '../../base/Button.tsx'
import { moveCaret } from '../caret.ts'
import { transcriptOf } from '../coding-actions.ts'
import { changedAnnotation } from '../desk.ts'
import { useDesk } from '../desk-context.ts'
import { codeLabel } from '../evidence.ts'
import { tidy } from '../text-units.ts'
import type { Segment } from '../turns.ts'

/** Moves the beginning or the end of a passage by a word. */
export function Borders(props: { annotation: Segment }) {
  const { desk } = useDesk()
  const move = (edge: 'start' | 'end', forward: boolean) => {
    const material = transcriptOf(desk)
    if (!material) return
    const { start, end } = props.annotation
    const from = edge === 'start' ? start : end
    const to = moveCaret(material, { anchor: from, focus: from }, { unit: 'word', forward, extend: false }).focus
    const next = tidy(material.text, edge === 'start' ? to : start, edge === 'end' ? to : end)
    const isTurnedOver = edge === 'start' ? to >= end : to <= start
    if (!next || isTurnedOver) return
    desk.edit(changedAnnotation(props.annotation, next), {
      label: `${codeLabel(desk, props.annotation)}: ${edge === 'start' ? 'begins' : 'ends'} a word ${forward ? 'later' : 'earlier'}`,
      stroke: `${edge} ${props.annotation.id}`,
    })
  }
  return (
    <fieldset class="borders" aria-label="Borders of the passage">
      <span class="raised__title">Begins</span>
      <IconButton small icon="left" label="Begins a word earlier" onClick={() => move('start', false)} />
      <IconButton small icon="right" label="Begins a word later" onClick={() => move('start', true)} />
      <span class="raised__title">Ends</span>
      <IconButton small icon="left" label="Ends a word earlier" onClick={() => move('end', false)} />
      <IconButton small icon="right" label="Ends a word later" onClick={() => move('end', true)} />
    </fieldset>
  )
}
