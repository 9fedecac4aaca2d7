import { binomialShares, criticalHits } from './binomial-shares.ts'
import { type ChartPoint, type ControlChart, checkShare } from './control-chart.ts'

/** Items of one case that were compared, and how many of them agreed. */
export interface AgreedItems {
  readonly agreed: number
  readonly n: number
}

export interface PChartOptions<Case extends AgreedItems> {
  /** Share of items that agree in control. */
  readonly expected: number
  /** Chance that a case in control falls below its limit, at most; default 0.002. */
  readonly risk?: number
  /** Chances of 0, 1 ... n agreeing items in control, where they are not binomial because the items of a case go together. */
  readonly shares?: (one: Case) => readonly number[]
}

export const defaultRisk = 0.002

/**
 * p chart: does the share of items that agree stay where it was expected, case by case?
 *
 * The limit of each case is exact: the lowest share that still comes up with more than the stated risk, by the distribution for its own number of
 * items (binomial unless told otherwise). The usual formula, p ± 3 √(p(1 − p)/n), is not used: with some ten items a case, of which most agree, its
 * risk is several times the nominal one. There is a lower limit only, for drift makes agreement worse. A case with so few items that even no agreement
 * at all is likelier than the risk has limit 0 and cannot signal.
 *
 * @param cases in the order in which they were coded; a case without items is passed over.
 * @returns shares from 0 to 1; a point signals where it is below `lower`.
 * @throws RangeError if `expected` or `risk` is not between 0 and 1, or a case has more agreements than items.
 * @source Montgomery (2013), Introduction to Statistical Quality Control, 7th ed., section 7.2. Wiley.
 * @example pChart([{ agreed: 5, n: 10 }, { agreed: 4, n: 10 }], { expected: 0.85 }).points.map(({ lower }) => lower) // [0.5, 0.5]
 */
export function pChart<Case extends AgreedItems>(cases: readonly Case[], options: PChartOptions<Case>): ControlChart {
  const expected = checkShare(options.expected, 'The expected share')
  const risk = checkShare(options.risk ?? defaultRisk, 'The risk')
  const { shares = remembered((n) => binomialShares(n, expected)) } = options
  const words = `One case with fewer agreeing items than a coder in control has in ${risk * 1000} of 1,000 cases (exact limit).`
  return {
    chart: 'p',
    centre: expected,
    points: cases.map((one) => pointOf(checkItems(one), criticalHits(shares(one), risk))),
    rules: [{ id: 'beyond-limits', words }],
  }
}

function remembered(shares: (n: number) => number[]): (one: AgreedItems) => number[] {
  const known = new Map<number, number[]>()
  return ({ n }) => {
    const found = known.get(n) ?? shares(n)
    known.set(n, found)
    return found
  }
}

function pointOf({ agreed, n }: AgreedItems, critical: number | null): ChartPoint {
  const lower = n === 0 || critical === null ? 0 : (critical + 1) / n
  const value = n === 0 ? null : agreed / n
  const isLow = value !== null && critical !== null && agreed <= critical
  const signals = isLow ? (['beyond-limits'] as const) : []
  return { value, shown: value, lower, upper: 1, signals, direction: isLow ? 'below' : null }
}

/** @throws RangeError if these are no numbers of items. */
export function checkItems<Case extends AgreedItems>(one: Case): Case {
  const { agreed, n } = one
  if (Number.isInteger(n) && Number.isInteger(agreed) && agreed >= 0 && agreed <= n) return one
  throw new RangeError(`${agreed} of ${n} items cannot agree.`)
}
