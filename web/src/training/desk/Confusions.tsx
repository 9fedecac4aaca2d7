import { For, Show } from 'solid-js'
import { arrowsInList } from '../../base/arrows.ts'
import { formatPercent } from '../../base/numbers.ts'
import { Panel, TableFrame } from '../../base/states.tsx'
import { t } from '../../messages/index.ts'
import { outcomeWords } from '../mine/progress-words.ts'
import type { CohortConfusion } from './cohort.ts'

/** What the cohort takes for what, costliest first. A line opens the cases where it happened. */
export function Confusions(props: {
  confusions: readonly CohortConfusion[]
  opened: number | undefined
  onOpen: (index: number) => void
}) {
  const words = () => t().desk.cohort.confusions
  return (
    <Panel title={words().title} intro={words().intro} flush>
      <Show when={props.confusions.length > 0} fallback={<p class="cohort__empty">{words().none}</p>}>
        <TableFrame label={words().title}>
          <table class="table table--compact" onKeyDown={arrowsInList}>
            <caption class="visually-hidden">{words().title}</caption>
            <thead>
              <tr>
                <th scope="col">{words().variable}</th>
                <th scope="col">{words().master}</th>
                <th scope="col">{words().given}</th>
                <th scope="col" class="number">
                  {words().count}
                </th>
                <th scope="col" class="number">
                  {words().people}
                </th>
                <th scope="col" class="number">
                  {words().cost}
                </th>
              </tr>
            </thead>
            <tbody>
              <For each={props.confusions}>
                {(one, index) => (
                  <tr>
                    <th scope="row">
                      <button
                        type="button"
                        class="link confusion-link"
                        data-stop
                        aria-pressed={props.opened === index()}
                        aria-label={words().open({
                          variable: one.label,
                          given: outcomeWords(one.given),
                          master: outcomeWords(one.master),
                          count: one.count,
                        })}
                        onClick={() => props.onOpen(index())}
                      >
                        {one.label}
                      </button>
                    </th>
                    <td>{outcomeWords(one.master)}</td>
                    <td>{outcomeWords(one.given)}</td>
                    <td class="number">{words().share(one.count, one.of)}</td>
                    <td class="number">{one.people}</td>
                    <td class="number">{formatPercent(one.cost)}</td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </TableFrame>
      </Show>
    </Panel>
  )
}
