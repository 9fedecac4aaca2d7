import { IconButton } from '../../base/Button.tsx'
import { t } from '../../messages/index.ts'
import { type Edge, moveBorder } from '../borders.ts'
import { useDesk } from '../desk-context.ts'
import type { Segment } from '../turns.ts'

/** Moves the beginning or the end of a passage by a word. */
export function Borders(props: { annotation: Segment }) {
  const { desk } = useDesk()
  const move = (edge: Edge, forward: boolean) => moveBorder(desk, props.annotation, edge, forward)
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
