import type { AttemptView } from '@attune/contract'
import { A } from '@solidjs/router'
import { For, Match, Show, Switch } from 'solid-js'
import { arrowsInList } from '../../base/arrows.ts'
import { Moment } from '../../base/dates.tsx'
import { t } from '../../messages/index.ts'

type Case = AttemptView['cases'][number]

/** The cases in their order; those to come are not named. */
export function AttemptCases(props: { study: string; view: AttemptView }) {
  return (
    <section>
      <h2>{t().myTraining.attempt.casesTitle}</h2>
      <ol class="plain-list attempt-cases" onKeyDown={arrowsInList}>
        <For each={props.view.cases}>
          {(one) => <Line study={props.study} attempt={props.view.attempt.id} case={one} />}
        </For>
      </ol>
    </section>
  )
}

function Line(props: { study: string; attempt: string; case: Case }) {
  const words = () => t().myTraining.attempt
  const one = () => props.case
  const at = (end: string) => `/studies/${props.study}${end}`
  return (
    <li class="attempt-case">
      <span class="tabular quiet">{one().position}</span>
      <span class="attempt-case__name">
        <Show when={one().case} fallback={<span class="quiet">{words().toCome}</span>}>
          {(known) => (
            <Show when={one().coding} fallback={known().case}>
              {(coding) => (
                <A href={at(`/codings/${coding()}`)} data-stop="">
                  {known().case}
                </A>
              )}
            </Show>
          )}
        </Show>
      </span>
      <span>
        {words().state[one().state]}
        <Show when={one().submittedAt}>
          {(moment) => (
            <span class="quiet">
              {' '}
              <Moment at={moment()} ago />
            </span>
          )}
        </Show>
        <Show when={one().reflection.trim()}>
          <span class="quiet">, {words().reflected}</span>
        </Show>
      </span>
      <span>
        <Switch>
          <Match when={one().feedback === 'ready'}>
            <A href={at(`/attempts/${props.attempt}/cases/${one().position}`)} data-stop="">
              {words().feedback.ready}
              <span class="visually-hidden"> {one().case?.case}</span>
            </A>
          </Match>
          <Match when={one().state === 'submitted'}>
            <span class="quiet">{words().feedback[one().feedback]}</span>
          </Match>
        </Switch>
      </span>
      <Show when={one().state === 'next' && one().case?.contentNote}>
        {(note) => <span class="attempt-case__note">{words().contentNote(note())}</span>}
      </Show>
    </li>
  )
}
