import type { Reply, suggestCharts } from '@attune/contract'
import { Show } from 'solid-js'
import { formatNumber } from '../base/numbers.ts'
import { Notice } from '../base/states.tsx'
import { t } from '../messages/index.ts'

/** From so many cases on a standard deviation is known well enough to lean on: its upper bound is then less than half as much again. */
const enough = 20

/** How sure the suggested standard deviation is: the cases behind it, its interval, and advice while they are few. */
export function Estimated(props: { estimate: Reply<typeof suggestCharts>['estimate'] }) {
  const words = () => t().drift.builder.estimate
  return (
    <Show when={props.estimate} fallback={<p class="quiet">{words().none}</p>}>
      {(estimate) => {
        const sentence = () =>
          words().sentence(
            estimate().cases,
            formatNumber(estimate().deviation),
            formatNumber(estimate().lower),
            formatNumber(estimate().upper),
          )
        return (
          <Show when={estimate().cases < enough} fallback={<p class="quiet">{sentence()}</p>}>
            <Notice kind="info" title={words().few}>
              <p>{sentence()}</p>
              <p>{words().advice(enough)}</p>
            </Notice>
          </Show>
        )
      }}
    </Show>
  )
}
