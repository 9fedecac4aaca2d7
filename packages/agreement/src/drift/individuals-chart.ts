import { type ChartPoint, type ControlChart, checkAbove, type DriftDirection, type DriftRule } from './control-chart.ts'

/** Where a value stands: 0 within 2 standard deviations, ±1 beyond 2, ±2 beyond 3. */
export type Zone = -2 | -1 | 0 | 1 | 2

export function zoneOf(value: number, expected: number, deviation: number): Zone {
  const off = (value - expected) / deviation
  const zone = Math.abs(off) > 3 ? 2 : Math.abs(off) > 2 ? 1 : 0
  return off < 0 ? (-zone as Zone) : zone
}

/** Rules that a value breaks, given the zones of the two before it. */
export function brokenRules(zone: Zone, before: readonly Zone[]): DriftRule[] {
  const side = Math.sign(zone)
  const isSecond = side !== 0 && before.some((earlier) => Math.sign(earlier) === side)
  return [
    ...(Math.abs(zone) === 2 ? (['beyond-limits'] as const) : []),
    ...(isSecond ? (['two-of-three'] as const) : []),
  ]
}

/**
 * Individuals chart: does each case's value stay within 3 standard deviations of what was expected, and no two of three near the same limit?
 *
 * Two of the rules of the Western Electric handbook, chosen: one point beyond 3 sigma, and two of three beyond 2 sigma on the same side. Together they
 * give a false alarm every 225 cases on average and find a shift of 2 sigma in 3.7. Adding the two others (four of five beyond 1 sigma, eight in a row on one
 * side) would give one every 92. The deviation is given, not taken from moving ranges of the same few cases.
 *
 * Where cases have deviations of their own, each is held against limits of its own and the second rule counts in its own deviations: the rules are those of
 * the standardised values, and so are the run lengths.
 *
 * @param values in order; a case without a value (`null`) is passed over.
 * @param options.deviation of every case, or one for each.
 * @throws RangeError if a deviation is not above 0, or one is missing.
 * @source Montgomery (2013), Introduction to Statistical Quality Control, 7th ed., sections 6.3.2 and 7.2.2 (limits of cases of different size). Wiley.
 * @source Western Electric (1956), Statistical Quality Control Handbook.
 * @source Champ & Woodall (1987), Technometrics 29(4), 393-399 (their run lengths). doi:10.1080/00401706.1987.10488266
 * @example individualsChart([0.2, 2.4, 0, 2.1], { expected: 0, deviation: 1 }).points.map(({ signals }) => signals.length) // [0, 0, 0, 1]
 */
export function individualsChart(
  values: readonly (number | null)[],
  { expected, deviation }: { readonly expected: number; readonly deviation: number | readonly number[] },
): ControlChart {
  const deviations = typeof deviation === 'number' ? values.map(() => deviation) : deviation
  if (deviations.length !== values.length)
    throw new RangeError(`There are ${deviations.length} deviations for ${values.length} values; each needs its own.`)
  if (typeof deviation === 'number') checkAbove(deviation, 'The deviation')
  let before: Zone[] = []
  const points = values.map((value, index): ChartPoint => {
    const own = checkAbove(deviations[index]!, 'The deviation of a case')
    const [lower, upper] = [expected - 3 * own, expected + 3 * own]
    if (value === null) return { value, shown: value, lower, upper, signals: [], direction: null }
    const zone = zoneOf(value, expected, own)
    const signals = brokenRules(zone, before)
    before = [zone, ...before].slice(0, 2)
    const side: DriftDirection = zone < 0 ? 'below' : 'above'
    return { value, shown: value, lower, upper, signals, direction: signals.length > 0 ? side : null }
  })
  const rules = [
    { id: 'beyond-limits', words: 'One case beyond 3 standard deviations.' },
    { id: 'two-of-three', words: 'Two of three successive cases beyond 2 standard deviations on the same side.' },
  ] as const
  return { chart: 'individuals', centre: expected, points, rules }
}
