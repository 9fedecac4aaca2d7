import type { ItemAnalysis } from '@attune/contract'
import { A } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { arrowsInList } from '../../base/arrows.ts'
import { Button } from '../../base/Button.tsx'
import { formatCoefficient } from '../../base/numbers.ts'
import { Badge, TableFrame } from '../../base/states.tsx'
import { useStudy } from '../../base/study.tsx'
import { t } from '../../messages/index.ts'
import { estimateWords } from '../figure-words.ts'
import { outcomeWords } from '../mine/progress-words.ts'
import { bareBounds } from './cell-words.ts'
import { isReversed } from './items.ts'
import { SortHead } from './SortHead.tsx'
import type { Sorting } from './sorting.ts'

const rowsAtOnce = 100
const columns = ['item', 'case', 'agreed', 'n', 'discrimination', 'masters', 'commonest'] as const
const numbers: readonly string[] = ['agreed', 'n', 'discrimination']

/** One row an item. The case opens from here; a hundred rows at a time. */
export function ItemsTable(props: {
  items: readonly ItemAnalysis[]
  sorting: Sorting
  onSort: (column: string) => void
}) {
  const [rows, setRows] = createSignal(rowsAtOnce)
  const rest = () => props.items.length - rows()
  return (
    <>
      <TableFrame label={t().desk.items.table}>
        <table class="table table--compact items" onKeyDown={arrowsInList}>
          <caption class="visually-hidden">{t().desk.items.table}</caption>
          <thead>
            <tr>
              <For each={columns}>
                {(column) => (
                  <SortHead
                    column={column}
                    label={t().desk.items.columns[column]}
                    sorting={props.sorting}
                    onSort={(by) => props.onSort(by)}
                    class={numbers.includes(column) ? 'number' : undefined}
                  />
                )}
              </For>
            </tr>
          </thead>
          <tbody>
            <For each={props.items.slice(0, rows())}>{(item) => <Row item={item} />}</For>
          </tbody>
        </table>
      </TableFrame>
      <Show when={rest() > 0}>
        <div class="items__more">
          <Button look="quiet" onClick={() => setRows((was) => was + rowsAtOnce)}>
            {t().desk.items.more(Math.min(rowsAtOnce, rest()), rest())}
          </Button>
        </div>
      </Show>
    </>
  )
}

function Row(props: { item: ItemAnalysis }) {
  const { study } = useStudy()
  const item = () => props.item
  const words = () => t().desk.items
  return (
    <tr>
      <th scope="row">{item().label}</th>
      <td>
        <A href={`/studies/${study().id}/cases/${item().case}`} class="items__case" data-stop>
          {item().caseId}
        </A>
      </td>
      <td class="number">
        {estimateWords(item().agreed)}{' '}
        <Show when={item().agreed.estimate !== null}>
          <span class="items__bounds">{bareBounds(item().agreed)}</span>
        </Show>
      </td>
      <td class="number">{item().n}</td>
      <td class="number">
        <Show
          when={item().discrimination !== null}
          fallback={<span class="items__why">{words().noDiscrimination}</span>}
        >
          <Show when={isReversed(item())}>
            <span class="items__reversed" aria-hidden="true">
              ▾{' '}
            </span>
          </Show>
          {formatCoefficient(item().discrimination ?? 0)}
        </Show>
      </td>
      <td>
        <Show when={item().mastersDisagree}>
          <Badge kind="warn" icon="warning">
            {words().disagree}
          </Badge>
        </Show>
      </td>
      <td>
        <Show when={item().commonest}>{(one) => words().given(outcomeWords(one().given), one().count)}</Show>
      </td>
    </tr>
  )
}
