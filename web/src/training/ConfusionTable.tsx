import type { TrainingProgress } from '@attune/contract'
import { For, type JSX, Show } from 'solid-js'
import { arrowsInList } from '../base/arrows.ts'
import { formatPercent } from '../base/numbers.ts'
import { TableFrame } from '../base/states.tsx'
import { t } from '../messages/index.ts'
import { outcomeWords } from './mine/progress-words.ts'

/** What was given where the master has something else; `people`: how many did so, where it is told of a cohort. */
type Confusion = TrainingProgress['confusions'][number] & { readonly people?: number }

type Props<One extends Confusion> = {
  confusions: readonly One[]
  caption: string
  /** The title of the panel says it already. */
  isCaptionHidden?: boolean
  /** Head of the last column: what the cost of a confusion is. */
  cost: string
  /** The name of a line, where it opens something. */
  name?: (one: One, index: () => number) => JSX.Element
}

/** Which outcome was taken for which, how often, and what share of all disagreements that is. */
export function ConfusionTable<One extends Confusion>(props: Props<One>) {
  const words = () => t().myTraining.progress.confusions
  const hasPeople = () => props.confusions.some(({ people }) => people !== undefined)
  return (
    <TableFrame label={props.caption}>
      <table class="table table--compact" onKeyDown={arrowsInList}>
        <caption classList={{ 'visually-hidden': props.isCaptionHidden ?? false }}>{props.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words().variable}</th>
            <th scope="col">{words().master}</th>
            <th scope="col">{words().given}</th>
            <th scope="col" class="number">
              {words().count}
            </th>
            <Show when={hasPeople()}>
              <th scope="col" class="number">
                {t().desk.cohort.confusions.people}
              </th>
            </Show>
            <th scope="col" class="number">
              {props.cost}
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={props.confusions}>
            {(one, index) => (
              <tr>
                <th scope="row">{props.name?.(one, index) ?? one.label}</th>
                <td>{outcomeWords(one.master)}</td>
                <td>{outcomeWords(one.given)}</td>
                <td class="number">{words().of(one.count, one.of)}</td>
                <Show when={hasPeople()}>
                  <td class="number">{one.people}</td>
                </Show>
                <td class="number">{formatPercent(one.cost)}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </TableFrame>
  )
}
