import { Show } from 'solid-js'
import { Notice } from '../base/states.tsx'

/** A link that was cut off on its way here. */
export function LinkFault(props: { isMissing: boolean; fault?: string | undefined }) {
  return (
    <Show when={props.isMissing || props.fault}>
      <Notice kind="warn" title="This link is not complete." alert>
        <p>Open it again from where you got it, whole: the part after the # belongs to it.</p>
      </Notice>
    </Show>
  )
}
