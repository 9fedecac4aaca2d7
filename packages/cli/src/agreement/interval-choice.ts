import { type Arguments, numberFrom } from '../arguments.ts'
import { Refusal } from '../refusal.ts'

export const INTERVALS = ['analytic', 'bootstrap', 'jackknife', 'none'] as const
export const BOOTSTRAPS = ['bca', 'percentile'] as const

/** How the interval is made; a bootstrap is repeatable by its seed. */
export type IntervalChoice =
  | { readonly method: 'analytic' | 'jackknife' | 'none' }
  | {
      readonly method: 'bootstrap'
      readonly resamples: number
      readonly seed: number
      /** Undefined: corrected for bias and skew wherever that is affordable. */
      readonly kind: (typeof BOOTSTRAPS)[number] | undefined
    }

/** @throws Refusal for an option that belongs to another interval, or a value that is not possible. */
export function intervalOf(args: Arguments): IntervalChoice {
  const method = INTERVALS.find((name) => name === args.text('ci')) ?? 'analytic'
  if (method === 'bootstrap') {
    const isSize = (value: number) => Number.isInteger(value) && value >= 20 && value <= 1_000_000
    const rule = 'a whole number from 20 to a million'
    return {
      method,
      resamples: numberFrom('resamples', args.text('resamples') ?? '2000', isSize, rule),
      seed: seedOf(args) ?? 1,
      kind: BOOTSTRAPS.find((name) => name === args.text('bootstrap')),
    }
  }
  for (const option of ['resamples', 'bootstrap']) {
    if (args.has(option)) throw new Refusal(`--${option} belongs to --ci bootstrap.`, `Leave --${option} out.`)
  }
  return { method }
}

/** Start of the random numbers. */
export function seedOf(args: Arguments): number | undefined {
  const text = args.text('seed')
  if (text === undefined) return undefined
  return numberFrom('seed', text, (value) => Number.isSafeInteger(value) && value >= 0, 'a whole number, 0 or more')
}
