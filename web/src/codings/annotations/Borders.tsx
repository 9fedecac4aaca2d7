import { IconButton } from '../../base/Button.tsx'
import { t } from '../../messages/index.ts'
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
      label: t().annotations.moved(codeLabel(desk, props.annotation), edge, forward),
      stroke: `${edge} ${props.annotation.id}`,
    })
  }
  return (
    <fieldset class="borders" aria-label={t().annotations.borders}>
      <span class="raised__title">{t().annotations.begins}</span>
      <IconButton small icon="left" label={t().annotations.beginsEarlier} onClick={() => move('start', false)} />
      <IconButton small icon="right" label={t().annotations.beginsLater} onClick={() => move('start', true)} />
      <span class="raised__title">{t().annotations.ends}</span>
      <IconButton small icon="left" label={t().annotations.endsEarlier} onClick={() => move('end', false)} />
      <IconButton small icon="right" label={t().annotations.endsLater} onClick={() => move('end', true)} />
    </fieldset>
  )
}
