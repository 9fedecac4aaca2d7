import { Match, Show, Switch } from 'solid-js'
import { t } from '../messages/index.ts'
import './state-mark.css'

export type CodingState = 'not-started' | 'draft' | 'submitted'

/** The state of a coding as a shape and a word: ring, half disc, disc; a star for a master coding. */
export function StateMark(props: { state: CodingState; rated?: number; required?: number; isMaster?: boolean }) {
  return (
    <span class={`state-mark state-mark--${props.state}`}>
      <svg class="state-mark__shape" viewBox="0 0 12 12" aria-hidden="true">
        <circle cx="6" cy="6" r="4.75" />
        <Switch>
          <Match when={props.state === 'draft'}>
            <path d="M6 1.250a4.750 4.750 0 0 0 0 9.500z" />
          </Match>
          <Match when={props.state === 'submitted'}>
            <circle class="state-mark__disc" cx="6" cy="6" r="4.75" />
          </Match>
        </Switch>
      </svg>
      <span>{t().codings.states[props.state]}</span>
      <Show when={props.state === 'draft' && props.required !== undefined}>
        {' '}
        <span class="state-mark__count tabular">
          {props.rated}/{props.required}
        </span>
      </Show>
      <Show when={props.isMaster}>
        {' '}
        <span class="badge badge--accent">{t().codings.master}</span>
      </Show>
    </span>
  )
}
