import { createMemo } from 'solid-js'
import { formatCoefficient } from '../../base/numbers.ts'
import type { ChartData } from '../../charts/chart-data.ts'
import { NumbersTable } from '../../charts/NumbersTable.tsx'
import { t } from '../../messages/index.ts'
import { good, largest, type QualityName, rare, type SizeFound, type SizePoint } from './plan.ts'
import { chanceDatum, chanceInWords, intervalOf } from './plan-words.ts'

/** How many cases make a wrong pass rare: the answer in a sentence, every number that was asked in a table. */
export function SizesFound(props: {
  sizes: readonly SizePoint[]
  enough: SizeFound | null
  isRunning: boolean
  /** True agreement of a coder who should not pass. */
  quality: number
  name: QualityName
}) {
  const words = () => t().training.planning
  const inOrder = createMemo(() => props.sizes.toSorted((one, other) => one.size - other.size))
  const sentence = () => {
    const found = inOrder().find(({ size }) => size === props.enough?.size)
    if (found) return foundWords(found)
    if (props.isRunning) return words().sizesRun
    const last = inOrder().at(-1)
    if (!last || last.size < largest) return words().sizesStopped
    const part = { ...partOf(last), cases: last.size }
    return last.wrong.chance < rare ? words().tooStrict(part) : words().notRare(part)
  }
  const partOf = ({ wrong, right }: SizePoint) => ({
    of: words().ofQuality[props.name](formatCoefficient(props.quality)),
    chance: chanceInWords(wrong),
    good: formatCoefficient(good),
    right: chanceInWords(right),
  })
  const foundWords = (found: SizePoint) => {
    const before = inOrder().findLast(({ size }) => size < found.size)
    const part = { ...partOf(found), cases: found.size }
    const begin = props.enough?.isSteady ? words().rareFrom(part) : words().rareWith(part)
    return before ? `${begin} ${words().stillAt({ ...partOf(before), cases: before.size })}` : begin
  }
  return (
    <div class="stack stack--tight">
      <p class="chart__title" role="status">
        {sentence()}
      </p>
      <NumbersTable data={dataOf(inOrder(), props.quality)} />
    </div>
  )
}

function dataOf(sizes: readonly SizePoint[], quality: number): ChartData {
  const words = t().training.planning
  const isExact = sizes.every(({ wrong, right }) => wrong.lower === null && right.lower === null)
  const interval = isExact ? [] : [words.columns.interval]
  const passes = (value: number) => words.columns.passesOf(formatCoefficient(value))
  return {
    label: words.sizesTitle,
    columns: [words.columns.cases, passes(quality), ...interval, passes(good), ...interval, words.columns.method],
    rows: sizes.map(({ size, wrong, right }) => [
      String(size),
      chanceDatum(wrong),
      ...(isExact ? [] : [intervalOf(wrong)]),
      chanceDatum(right),
      ...(isExact ? [] : [intervalOf(right)]),
      words.methods[wrong.method],
    ]),
  }
}
