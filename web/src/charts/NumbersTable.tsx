import { For, Show } from 'solid-js'
import { TableFrame } from '../base/states.tsx'
import { type ChartData, shownOf } from './chart-data.ts'

/** The numbers of a chart as a table: the first column names the row. */
export function NumbersTable(props: { data: ChartData }) {
  return (
    <TableFrame label={props.data.label}>
      <table class="table table--compact">
        <caption>{props.data.label}</caption>
        <thead>
          <tr>
            <For each={props.data.columns}>
              {(column, index) => (
                <Show when={column !== ''} fallback={<td />}>
                  <th scope="col" classList={{ number: index() > 0 }}>
                    {column}
                  </th>
                </Show>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={props.data.rows}>
            {(row) => (
              <tr>
                <For each={row}>
                  {(datum, index) => (
                    <Show when={index() > 0} fallback={<th scope="row">{shownOf(datum)}</th>}>
                      <td class="number">{shownOf(datum)}</td>
                    </Show>
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </TableFrame>
  )
}
