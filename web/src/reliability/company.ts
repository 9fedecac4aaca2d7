import type { KappaCompany } from '@attune/contract'
import { formatCoefficient, formatPercent } from '../base/numbers.ts'
import type { ChartData, Datum } from '../charts/chart-data.ts'
import type { ForestLine } from '../charts/ForestChart.tsx'
import { t } from '../messages/index.ts'

type Line = KappaCompany['lines'][number]
type Found = NonNullable<Line['result']>

/** Indices are shares of cells and not coefficients: they stand in the table, not on the axis. */
const isIndex = ({ measure }: Line) => measure.endsWith('-index')

const boundsOf = ({ interval }: Found): string => {
  if (interval === null) return ''
  const bound = (value: number | null, open: string) => (value === null ? open : formatCoefficient(Math.min(1, value)))
  return `[${bound(interval.lower, '−∞')}, ${bound(interval.upper, '∞')}]`
}

/** Why kappa is what it is. */
export function sentenceOf({ lines, paradox, commonest }: KappaCompany): string {
  const words = t().reliability.company
  const text = (measure: string) => {
    const estimate = lines.find((line) => line.measure === measure)?.result?.estimate ?? null
    return estimate === null ? t().reliability.matrix.undefined : formatCoefficient(estimate)
  }
  return words.title[paradox]({
    gap: words.gap(text('percent-agreement'), text('cohen-kappa')),
    beside: words.beside(text('brennan-prediger'), text('gwet-ac1')),
    code: commonest?.label ?? '',
    share: formatPercent(commonest?.share ?? 0),
    most: text('kappa-max'),
  })
}

/** The coefficients as lines of a forest plot. */
export function linesOf({ lines }: KappaCompany): ForestLine[] {
  return lines.flatMap((line) => {
    const { result, label } = line
    if (result === null || isIndex(line)) return []
    const { estimate, interval, n } = result
    const figures =
      estimate === null ? t().reliability.undefinedOf(n) : `${formatCoefficient(estimate)} ${boundsOf(result)}`.trim()
    return [{ label, estimate, interval, figures }]
  })
}

/** All of them, the indices too. */
export function numbersOf({ lines }: KappaCompany): ChartData {
  const { columns, numbers, twoOnly } = t().reliability.company
  return {
    label: numbers,
    columns: [columns.measure, columns.estimate, columns.interval, columns.n],
    rows: lines.map(({ label, result }): Datum[] => {
      if (result === null) return [label, twoOnly, '', '']
      const n: Datum = { shown: String(result.n), value: result.n }
      if (result.estimate === null) return [label, t().base.fromServer(result.undefined?.message ?? ''), '', n]
      return [label, { shown: formatCoefficient(result.estimate), value: result.estimate }, boundsOf(result), n]
    }),
  }
}
