import { findCode, type Sampling, type Series } from '@attune/codebooks'
import { For } from 'solid-js'
import { clock } from '../../../base/clock.ts'
import { TableFrame } from '../../../base/states.tsx'
import { t } from '../../../messages/index.ts'
import { useDesk } from '../../desk-context.ts'
import { markOf, placeOf } from './interval-actions.ts'

/** All intervals of a series and what was seen in each; a row leads to its interval. */
export function IntervalTable(props: {
  sampling: Sampling
  series: Series
  label: string
  count: number
  at: number
  span: (interval: number) => { onset: number; offset: number }
  onGo: (interval: number) => void
}) {
  const { desk } = useDesk()
  const numbers = () => Array.from({ length: props.count }, (_, index) => index + 1)
  const words = (interval: number): string => {
    const mark = markOf(desk, placeOf(props.sampling, props.series, interval))
    if (!mark) return t().intervals.open
    if (mark.isUnscorable) return t().intervals.outOfView
    const labels = mark.present.map((id) => findCode(desk.codebook, id)?.label ?? id)
    return labels.length === 0 ? t().intervals.nothing : labels.join(', ')
  }
  return (
    <TableFrame label={t().intervals.table(props.label)}>
      <table class="table table--compact">
        <caption>{t().intervals.table(props.label)}</caption>
        <thead>
          <tr>
            <th scope="col">{t().intervals.interval}</th>
            <th scope="col" class="number">
              {t().observations.from}
            </th>
            <th scope="col" class="number">
              {t().observations.to}
            </th>
            <th scope="col">{t().intervals.seenHere}</th>
          </tr>
        </thead>
        <tbody>
          <For each={numbers()}>
            {(interval) => (
              <tr classList={{ 'event-row--raised': props.at === interval }}>
                <th scope="row">
                  <button
                    type="button"
                    class="sort"
                    aria-current={props.at === interval ? 'true' : undefined}
                    aria-label={t().intervals.go(interval)}
                    onClick={() => props.onGo(interval)}
                  >
                    {interval}
                  </button>
                </th>
                <td class="number">{clock(props.span(interval).onset)}</td>
                <td class="number">{clock(props.span(interval).offset)}</td>
                <td>{words(interval)}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </TableFrame>
  )
}
