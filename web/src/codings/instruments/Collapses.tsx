import { type ClassificationVariable, collapse, collapsesOf, outcomesOf } from '@attune/codebooks'
import { For } from 'solid-js'
import { t } from '../../messages/index.ts'

/** What the ranking comes to in each way of collapsing the classes. */
export function Collapses(props: { variable: ClassificationVariable; ranked: readonly string[] }) {
  const rows = () =>
    collapsesOf(props.variable)
      .slice(1)
      .map(({ id, label }) => {
        const outcome = collapse(props.variable, id, props.ranked)
        const name = outcomesOf(props.variable, id).find((one) => one.id === outcome)?.label
        return { label, outcome: outcome ?? t().ratings.none, name: name && name !== outcome ? name : '' }
      })
  return (
    <dl class="collapses" aria-label={t().ratings.collapsed}>
      <For each={rows()}>
        {(row) => (
          <div>
            <dt>{row.label}</dt>
            <dd>
              <b>{row.outcome}</b> <span class="quiet">{row.name}</span>
            </dd>
          </div>
        )}
      </For>
    </dl>
  )
}
