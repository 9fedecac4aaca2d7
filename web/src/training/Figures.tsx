import type { Figure } from '@attune/criteria'
import { For, Show } from 'solid-js'
import { formatCount } from '../base/numbers.ts'
import { TableFrame } from '../base/states.tsx'
import { t } from '../messages/index.ts'
import { plainNames } from './criterion-words.ts'
import { boundsWords, estimateWords, isCut, measureWords } from './figure-words.ts'
import './training.css'

/** Numbers with what makes them readable: what was measured on what, the interval, and how many items from how many cases. */
export function FiguresTable(props: { figures: readonly Figure[]; label: string }) {
  const words = () => t().myTraining.figures
  return (
    <>
      <TableFrame label={props.label}>
        <table class="table table--compact">
          <caption>{props.label}</caption>
          <thead>
            <tr>
              <th scope="col">{words().about}</th>
              <th scope="col">{words().measure}</th>
              <th scope="col" class="number">
                {words().estimate}
              </th>
              <th scope="col" class="number">
                {words().interval}
              </th>
              <th scope="col" class="number">
                {words().items}
              </th>
              <th scope="col" class="number">
                {words().cases}
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={props.figures}>{(figure) => <Line figure={figure} />}</For>
          </tbody>
        </table>
      </TableFrame>
      <Show when={props.figures.some(isCut)}>
        <p class="quiet figures__cut">{t().reliability.cut}</p>
      </Show>
    </>
  )
}

function Line(props: { figure: Figure }) {
  const figure = () => props.figure
  const collapse = () => figure().collapse
  return (
    <tr>
      <th scope="row">{figure().label}</th>
      <td>
        {measureWords(figure().measure)}
        <Show when={collapse() !== null && collapse() !== 'as-coded' && collapse()}>
          {(id) => <span class="quiet"> ({plainNames.collapse(id())})</span>}
        </Show>
      </td>
      <Show
        when={figure().estimate !== null}
        fallback={
          <td class="number figure-why" colspan="2">
            {figure().undefined
              ? t().base.fromServer(figure().undefined?.message ?? '')
              : t().myTraining.figures.undefined}
          </td>
        }
      >
        <td class="number">{estimateWords(figure())}</td>
        <td class="number" title={figure().method || undefined}>
          {boundsWords(figure())}
        </td>
      </Show>
      <td class="number">{formatCount(figure().n)}</td>
      <td class="number">{formatCount(figure().cases)}</td>
    </tr>
  )
}
