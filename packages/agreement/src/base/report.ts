import type { Options, UsedOptions } from '../options.ts'
import type { Detail, Dropped, Estimated, Interval, Test, UndefinedCode, Undetermined, Warning } from '../result.ts'

/** What is known of a result before its value: who, how many, under which options. */
export interface Setting {
  readonly measure: string
  readonly options: UsedOptions
  readonly raters: readonly string[]
  readonly n: number
  readonly dropped: readonly Dropped[]
  readonly warnings?: readonly Warning[]
}

/** What a coefficient found; a part left `undefined` does not appear in the result. */
export interface Findings {
  readonly estimate: number
  readonly observed?: number | undefined
  readonly expected?: number | undefined
  readonly se?: number | undefined
  readonly interval?: Interval | undefined
  readonly test?: Test | undefined
  readonly details?: { readonly [name: string]: Detail } | undefined
}

/** A result with a value. A number that is not finite is a fault of the library, so it is thrown, never returned. */
export function estimated(setting: Setting, found: Findings): Estimated {
  const { estimate, observed, expected, se, interval, test, details } = found
  needFinite(setting.measure, estimate)
  if (observed !== undefined) needFinite(setting.measure, observed)
  if (expected !== undefined) needFinite(setting.measure, expected)
  if (se !== undefined) needFinite(setting.measure, se)
  if (test !== undefined) needFinite(setting.measure, test.value + test.p)
  // Written part by part: spreading a dozen of small objects into one takes longer than computing a kappa.
  const { measure, options, raters, n, dropped, warnings = [] } = setting
  const result: Writable<Estimated> = { measure, options, raters, n, dropped, warnings, estimate: unsigned(estimate) }
  if (observed !== undefined) result.observed = observed
  if (expected !== undefined) result.expected = expected
  if (se !== undefined) result.se = se
  if (interval !== undefined) result.interval = interval
  if (test !== undefined) result.test = test
  if (details !== undefined) result.details = details
  return result
}

type Writable<Type> = { -readonly [Part in keyof Type]: Type[Part] }

function needFinite(measure: string, value: number): void {
  if (!Number.isFinite(value)) throw new Error(`${measure} computed ${value}.`)
}

/** -0 is a trace of the arithmetic, not a result. */
function unsigned(value: number): number {
  return value === 0 ? 0 : value
}

type Known = {
  readonly observed?: number
  readonly expected?: number
  readonly details?: { readonly [name: string]: Detail }
}

/** A result whose value the data do not determine, with the reason. */
export function undetermined(setting: Setting, code: UndefinedCode, message: string, known: Known = {}): Undetermined {
  return { ...setting, ...known, estimate: null, undefined: { code, message }, warnings: setting.warnings ?? [] }
}

/** The drops that happened; a reason with no item is left out. */
export function drops(counts: { readonly [code in Dropped['code']]?: number }): Dropped[] {
  const found: Dropped[] = []
  for (const code of codesOfDrops) {
    const count = counts[code] ?? 0
    if (count > 0) found.push({ code, count })
  }
  return found
}

const codesOfDrops = ['missing', 'not-codable', 'single-rating'] as const

/** The level of the interval that was asked for. */
export function confidenceOf(options: Options): number {
  const { confidence = 0.95 } = options
  if (typeof confidence !== 'number')
    throw new RangeError(`Confidence is a ${typeof confidence}, not a number between 0 and 1.`)
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`Confidence ${confidence} is not between 0 and 1.`)
  return confidence
}
