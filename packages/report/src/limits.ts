import { blandAltman, type Detail, type Options, type RaterTable, type Result } from '@attune/agreement'
import type { Band } from '@attune/charts'

/** The slope of the differences on the means, with its interval: whether two raters drift apart along the scale. */
export interface ProportionalBias extends Band {
  readonly slope: number
  readonly p: number | null
}

export interface Limits extends Band {
  /** Share of differences that is expected between them. */
  readonly coverage: number
  readonly lowerInterval: Band
  readonly upperInterval: Band
  /** Null where the means do not vary. */
  readonly proportional: ProportionalBias | null
}

/** Limits of agreement of two raters with all that is drawn of them; null limits where the data determine none. */
export function limitsOfAgreement(
  table: RaterTable,
  { confidence, coverage, limits, limitsInterval }: Options,
): { readonly result: Result; readonly limits: Limits | null } {
  const result = blandAltman(table, {
    ...(confidence !== undefined && { confidence }),
    ...(coverage !== undefined && { coverage }),
    ...(limits !== undefined && { limits }),
    ...(limitsInterval !== undefined && { limitsInterval }),
  })
  if (result.estimate === null) return { result, limits: null }
  const { details } = result
  return {
    result,
    limits: {
      ...band(details?.limits),
      coverage: result.options.coverage ?? 0.95,
      lowerInterval: band(member(details?.limits, 'lowerInterval')),
      upperInterval: band(member(details?.limits, 'upperInterval')),
      proportional: proportionalOf(details?.proportionalBias),
    },
  }
}

function proportionalOf(detail: Detail | undefined): ProportionalBias | null {
  const [slope, lower, upper, p] = ['slope', 'lower', 'upper', 'p'].map((name) => member(detail, name))
  if (typeof slope !== 'number' || typeof lower !== 'number' || typeof upper !== 'number') return null
  return { slope, lower, upper, p: typeof p === 'number' ? p : null }
}

const isRecord = (detail: Detail | undefined): detail is { readonly [name: string]: Detail } =>
  typeof detail === 'object' && detail !== null && !Array.isArray(detail)

const member = (detail: Detail | undefined, name: string) => (isRecord(detail) ? detail[name] : undefined)

function band(detail: Detail | undefined): Band {
  const [lower, upper] = [member(detail, 'lower'), member(detail, 'upper')]
  if (typeof lower === 'number' && typeof upper === 'number') return { lower, upper }
  throw new Error('Limits of agreement have two ends.')
}
