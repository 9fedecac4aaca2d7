import type { Figure } from '@attune/criteria'
import { formatCount, formatInterval, formatPercent, formatSigned } from '../base/numbers.ts'
import { t } from '../messages/index.ts'
import { formatOfMeasure, shares } from './criterion-words.ts'

/** How often an error was made is a count: it has no interval and is no estimate. */
const errors = 'no-critical-error'

type Bounds = Pick<Figure, 'measure' | 'lower' | 'upper' | 'confidence'>

/** `95 % CI [.55, .87]`; of a share `95 % CI [64 %, 95 %]`, of a bias in points; in words where there is none. */
export function boundsWords({ measure, lower, upper, confidence }: Bounds): string {
  if (measure === errors) return ''
  if (lower === null && upper === null) return t().myTraining.figures.noInterval
  if (!shares.includes(measure) && measure !== 'bias') return formatInterval(lower, cutAtOne(upper), confidence)
  const end = (value: number | null) => (value === null ? t().base.noBound : formatOfMeasure(measure, value))
  return `${formatPercent(confidence)} CI\u00a0[${end(lower)}, ${end(upper)}]`
}

const cutAtOne = (upper: number | null) => (upper === null ? null : Math.min(1, upper))

/** A symmetric interval can reach beyond what the coefficient can be; it is then shown cut, and said so. */
export function isCut({ measure, upper }: Pick<Bounds, 'measure' | 'upper'>): boolean {
  return measure !== 'bias' && measure !== errors && upper !== null && upper > 1
}

/** The estimate as it is read; a bias keeps its sign, because it says in which direction. */
export function estimateWords({ measure, estimate }: Pick<Figure, 'measure' | 'estimate'>): string {
  if (estimate === null) return t().myTraining.figures.undefined
  if (measure === errors) return formatCount(estimate)
  return measure === 'bias' ? formatSigned(estimate) : formatOfMeasure(measure, estimate)
}

/** `.71, 95 % CI [.55, .87], n = 38`, or why there is no number. */
export function figureWords(figure: Figure): string {
  const n = t().myTraining.figures.n(figure.n)
  if (figure.measure === errors) return `${t().myTraining.figures.errors(figure.estimate ?? 0)}, ${n}`
  if (figure.estimate === null) {
    const why = figure.undefined ? t().base.fromServer(figure.undefined.message) : t().myTraining.figures.undefined
    return `${why} ${n}`
  }
  return `${estimateWords(figure)}, ${boundsWords(figure)}, ${n}`
}

/** What a measure is called. */
export function measureWords(measure: string): string {
  if (measure === errors) return t().criteria.criticalErrors
  const names: Readonly<Record<string, string>> = t().criteria.measures
  return names[measure] ?? measure
}
