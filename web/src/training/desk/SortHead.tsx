import { type JSX, Show } from 'solid-js'
import { t } from '../../messages/index.ts'
import type { Sorting } from './sorting.ts'

/** The head of a column by which a table can be sorted: pressed once lowest first, again highest first. */
export function SortHead(props: {
  column: string
  label: string
  sorting: Sorting
  onSort: (column: string) => void
  class?: string | undefined
  /** Below the label, e.g. what is measured. */
  children?: JSX.Element
}) {
  const isBy = () => props.sorting.by === props.column
  return (
    <th
      scope="col"
      class={props.class}
      aria-sort={isBy() ? (props.sorting.isDown ? 'descending' : 'ascending') : undefined}
    >
      <button
        type="button"
        class="sort-head"
        title={t().desk.cohort.sortBy(props.label)}
        onClick={() => props.onSort(props.column)}
      >
        {props.label}
        <span class="sort-head__sign" aria-hidden="true">
          <Show when={isBy()}>{props.sorting.isDown ? '↓' : '↑'}</Show>
        </span>
      </button>
      {props.children}
    </th>
  )
}
