import type { CohortCell } from '@attune/contract'
import { formatCoefficient } from '../../base/numbers.ts'
import { t } from '../../messages/index.ts'
import { boundsWords, estimateWords } from '../figure-words.ts'

/** `[.55, .87]`: the level stands above the table. */
export function bareBounds(figure: CohortCell['figure']): string {
  const words = boundsWords(figure)
  const from = words.indexOf('[')
  return from === -1 ? words : words.slice(from)
}

/** A change of agreement that a screen can show: smaller ones are the same. */
const visible = 0.005

export type Trend = 'better' | 'worse' | 'same'

export function trendOf({ trend }: CohortCell): Trend | null {
  if (trend === null) return null
  if (Math.abs(trend) < visible) return 'same'
  return trend > 0 ? 'better' : 'worse'
}

export const trendSigns = { better: '↗', worse: '↘', same: '→' } as const

const changeWords = (trend: number) => formatCoefficient(Math.abs(trend))

/** `later half .12 better` */
export function trendWords(cell: CohortCell): string {
  const trend = trendOf(cell)
  if (trend === null) return ''
  const words = t().desk.cohort.trend
  return trend === 'same' ? words.same : words[trend](changeWords(cell.trend ?? 0))
}

/** `↗ .12`, for the eye. */
export function trendShort(cell: CohortCell): string {
  const trend = trendOf(cell)
  if (trend === null) return ''
  return trend === 'same' ? trendSigns.same : `${trendSigns[trend]}\u00a0${changeWords(cell.trend ?? 0)}`
}

/** `bias +0.40 [−0.20, 1.00]`, or nothing where there is none. */
export function biasWords({ bias }: CohortCell): string {
  return bias === null || bias.estimate === null ? '' : t().desk.cohort.bias(estimateWords(bias), bareBounds(bias))
}
