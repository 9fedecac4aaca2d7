import type { DriftPlan } from '@attune/contract'
import { For } from 'solid-js'
import { TableFrame } from '../base/states.tsx'
import { t } from '../messages/index.ts'
import { promisedCases, promisedCount, promiseWords } from './words.ts'

/** What the charts of a plan promise: one sentence, and each chart by itself. */
export function Promised(props: { promise: DriftPlan['promise'] }) {
  const words = () => t().drift.promise
  return (
    <div class="promised">
      <p class="promised__sentence">{promiseWords(props.promise.together)}</p>
      <details>
        <summary>{words().table}</summary>
        <TableFrame label={words().table}>
          <table class="table table--compact">
            <caption class="visually-hidden">{words().table}</caption>
            <thead>
              <tr>
                <th scope="col">{words().columns.chart}</th>
                <For each={[words().columns.falseAlarm, words().columns.found, words().columns.nine]}>
                  {(column) => (
                    <th scope="col" class="number">
                      {column}
                    </th>
                  )}
                </For>
              </tr>
            </thead>
            <tbody>
              <For each={['agreement', 'bias', 'together'] as const}>
                {(chart) => (
                  <tr>
                    <th scope="row">{words()[chart]}</th>
                    <td class="number">{promisedCases(props.promise[chart].falseAlarmAfter)}</td>
                    <td class="number">{promisedCases(props.promise[chart].foundAfter)}</td>
                    <td class="number">{promisedCount(props.promise[chart].ninetyPercentWithin)}</td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </TableFrame>
        <p class="quiet">{words().counted}</p>
      </details>
    </div>
  )
}
