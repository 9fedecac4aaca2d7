import { type JSX, Show } from 'solid-js'

/** The heading of a screen, a line about it, and what can be done here. */
export function PageHead(props: { title: JSX.Element; intro?: JSX.Element; actions?: JSX.Element }) {
  return (
    <header class="page-head">
      <div class="page-head__words">
        <h1>{props.title}</h1>
        <Show when={props.intro}>
          <p class="page-head__intro">{props.intro}</p>
        </Show>
      </div>
      <Show when={props.actions}>
        <div class="button-row">{props.actions}</div>
      </Show>
    </header>
  )
}
