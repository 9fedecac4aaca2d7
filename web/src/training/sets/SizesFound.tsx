import type { ChanceToPass } from '@attune/contract'
import { createMemo, Show } from 'solid-js'
import { formatCoefficient, formatPercent } from '../../base/numbers.ts'
import { t } from '../../messages/index.ts'
import { NumbersTable } from '../../reliability/NumbersTable.tsx'
import { chanceDigits, intervalOf } from './CurveChart.tsx'
import { type QualityName, rare } from './plan.ts'

/** How many cases make a wrong pass rare: the answer in a sentence, every size that was asked in a table. */
export function SizesFound(props: {
  sizes: readonly ChanceToPass[]
  enough: number | null
  isRunning: boolean
  quality: number
  name: QualityName
}) {
  const words = () => t().training.planning
  const inOrder = createMemo(() => props.sizes.toSorted((one, other) => one.cases - other.cases))
  const share = (point: ChanceToPass | undefined) =>
    point ? formatPercent(point.chance, chanceDigits(point.chance)) : ''
  const data = () => ({
    label: words().sizesTable(words().ofQuality[props.name](formatCoefficient(props.quality))),
    columns: [words().columns.cases, words().columns.chance, words().columns.interval, words().columns.method],
    rows: inOrder().map((point) => [
      String(point.cases),
      { shown: formatPercent(point.chance, 1), value: point.chance },
      intervalOf(point),
      words().methods[point.method],
    ]),
  })
  const sentence = () => {
    const of = words().ofQuality[props.name](formatCoefficient(props.quality))
    const found = inOrder().find(({ cases }) => cases === props.enough)
    if (props.isRunning && !found) return words().sizesRun
    if (!found) {
      const last = inOrder().at(-1)
      return last && last.chance >= rare
        ? words().notRare({ of, cases: last.cases, chance: share(last) })
        : words().sizesStopped
    }
    const before = inOrder().findLast(({ cases }) => cases < found.cases)
    const begin = words().rareFrom({ of, cases: found.cases, chance: share(found) })
    return before ? `${begin} ${words().stillAt({ cases: before.cases, chance: share(before) })}` : begin
  }
  return (
    <section class="stack stack--tight" aria-label={words().sizesTitle}>
      <p class="chart__title" role="status">
        {sentence()}
      </p>
      <Show when={inOrder().length > 0}>
        <NumbersTable data={data()} />
      </Show>
    </section>
  )
}
