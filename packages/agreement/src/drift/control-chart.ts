/** A rule that a point of a control chart can break. */
export type DriftRule = 'beyond-limits' | 'two-of-three'

/** Where a point stands that breaks a rule: lower than expected, or higher. */
export type DriftDirection = 'below' | 'above'

/** One case on a control chart. */
export interface ChartPoint {
  /** What was observed; `null`: nothing could be compared in this case, and the chart passes over it. */
  readonly value: number | null
  /** What is held against the limits: the value itself, or the average that remembers the cases before. */
  readonly shown: number | null
  readonly lower: number
  readonly upper: number
  /** Rules broken here; empty: in control. */
  readonly signals: readonly DriftRule[]
  readonly direction: DriftDirection | null
}

export interface ControlChart {
  readonly chart: 'p' | 'ewma' | 'individuals'
  readonly centre: number
  readonly points: readonly ChartPoint[]
  /** The rules that were applied, in words. */
  readonly rules: readonly { readonly id: DriftRule; readonly words: string }[]
}

/** @throws RangeError unless 0 < share < 1. */
export function checkShare(share: number, name: string): number {
  if (!(share > 0 && share < 1)) throw new RangeError(`${name} is ${share}; it has to lie between 0 and 1.`)
  return share
}

/** @throws RangeError unless the value is a number above 0. */
export function checkAbove(value: number, name: string): number {
  if (!(value > 0 && value < Number.POSITIVE_INFINITY))
    throw new RangeError(`${name} is ${value}; it has to be above 0.`)
  return value
}
