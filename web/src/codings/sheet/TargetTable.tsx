import type { Codebook } from '@attune/codebooks'
import { type Slot, slotLabel } from '@attune/codebooks'
import { For, Show } from 'solid-js'
import { formatScore } from '../../base/numbers.ts'
import { TableFrame } from '../../base/states.tsx'
import { t } from '../../messages/index.ts'
import { valueWords } from '../instruments/value-words.ts'
import type { Comparison, ComparisonCell, ComparisonRow } from './comparison.ts'
import './target-table.css'

/** Several targets side by side: values, how sure, how many pieces for and against, and how far apart. */
export function TargetTable(props: { codebook: Codebook; comparison: Comparison; onGo: (slot: Slot) => void }) {
  return (
    <TableFrame label={t().evidence.targets.title}>
      <table class="table table--compact target-table">
        <caption>{t().evidence.targets.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t().evidence.targets.rating}</th>
            <For each={props.comparison.targets}>{(target) => <th scope="col">{target.label}</th>}</For>
            <th scope="col">{t().evidence.targets.apart}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.comparison.rows}>
            {(row) => (
              <tr>
                <th scope="row">{row.variable.label}</th>
                <For each={row.cells}>
                  {(cell) => (
                    <td>
                      <Show when={cell} fallback={<span class="quiet">{t().evidence.targets.notRatedHere}</span>}>
                        {(one) => (
                          <Cell
                            cell={one()}
                            label={slotLabel(props.codebook, one().slot)}
                            onGo={() => props.onGo(one().slot)}
                          />
                        )}
                      </Show>
                    </td>
                  )}
                </For>
                <td class="target-table__apart">{apartWords(row)}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </TableFrame>
  )
}

function Cell(props: { cell: ComparisonCell; label: string; onGo: () => void }) {
  return (
    <button type="button" class="target-table__go" onClick={() => props.onGo()}>
      <span class="visually-hidden">{props.label}: </span>
      <span
        class="target-table__value"
        classList={{
          'target-table__value--none': props.cell.value?.kind !== 'score' && props.cell.value?.kind !== 'class',
        }}
      >
        {valueWords(props.cell.value)}
      </span>
      <span class="target-table__more">
        <Show when={props.cell.confidence}>{(confidence) => <span>{t().ratings.confidence(confidence())}</span>}</Show>
        <Show when={props.cell.supports > 0}>
          <span>{t().evidence.targets.supports(props.cell.supports)}</span>
        </Show>
        <Show when={props.cell.contradicts > 0}>
          <span class="target-table__against">{t().evidence.countAgainst(props.cell.contradicts)}</span>
        </Show>
      </span>
    </button>
  )
}

function apartWords({ apart }: ComparisonRow): string {
  if (apart === null) return ''
  if (apart.kind === 'scores') return formatScore(apart.distance)
  return apart.differ ? t().evidence.targets.differ : t().evidence.targets.same
}
