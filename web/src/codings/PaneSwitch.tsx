import { t } from '../messages/index.ts'
import { useDesk } from './desk-context.ts'

/** On a phone only one side is shown at a time. */
export function PaneSwitch() {
  const { desk, sight } = useDesk()
  return (
    <fieldset class="pane-switch" aria-label={t().codings.shown}>
      <button type="button" aria-pressed={sight.pane() === 'material'} onClick={() => sight.setPane('material')}>
        {desk.workspace.material.kind === 'transcript' ? t().codings.text : t().codings.observation}
      </button>
      <button type="button" aria-pressed={sight.pane() === 'instruments'} onClick={() => sight.setPane('instruments')}>
        {t().codings.instruments}
      </button>
    </fieldset>
  )
}
