import { wilsonInterval } from '../base/proportion.ts'
import type { Result } from '../result.ts'
import type { Figure } from './rule.ts'

/** What a figure is about, whatever comes out. */
export interface About {
  readonly variable: string | null
  readonly label: string
  readonly measure: string
  readonly collapse: string | null
  readonly confidence: number
  /** Cases that counted items come from. */
  readonly cases: number
}

export function noFigure(about: About, n: number, code: string, message: string): Figure {
  const empty = { estimate: null, lower: null, upper: null, method: '' }
  return { ...about, n, ...empty, undefined: { code, message } }
}

/** A share with Wilson's interval; undefined of no item. */
export function shareFigure(about: About, hits: number, n: number): Figure {
  if (n === 0) return noFigure(about, 0, 'no-items', 'The reference gave no value to compare with.')
  const { lower, upper, method } = wilsonInterval(hits, n, about.confidence)
  return { ...about, n, estimate: hits / n, lower, upper, method, undefined: null }
}

/** A coefficient of the library, as it came out. */
export function resultFigure(about: About, result: Result): Figure {
  if (result.estimate === null) return noFigure(about, result.n, result.undefined.code, result.undefined.message)
  const { lower = null, upper = null, method = '' } = result.interval ?? {}
  return { ...about, n: result.n, estimate: result.estimate, lower, upper, method, undefined: null }
}
