import { Show } from 'solid-js'
import { Notice } from '../base/states.tsx'
import { t } from '../messages/index.ts'

/** A link that was cut off on its way here. */
export function LinkFault(props: { isMissing: boolean; fault?: string | undefined }) {
  return (
    <Show when={props.isMissing || props.fault}>
      <Notice kind="warn" title={t().door.linkCut} alert>
        <p>{t().door.linkCutAdvice}</p>
      </Notice>
    </Show>
  )
}
