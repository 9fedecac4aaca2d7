import { checkAbove, checkShare } from './control-chart.ts'

/** Which chart watches what, and what counts as in control. */
export interface DriftSettings {
  /** Share of items that agree with the reference, case by case; scales agree within so many points. */
  readonly agreement: { readonly chart: 'p' | 'ewma'; readonly within: number; readonly expected: number }
  /** Mean difference from the reference over the scales of a case, with its standard deviation between cases. */
  readonly bias: {
    readonly chart: 'individuals' | 'ewma'
    readonly expected: number
    readonly deviation: number
    /** The deviation is that of cases with so many rated scales; with fewer it is larger. `null` or left out: it is the same for every case. */
    readonly scales?: number | null | undefined
  }
}

/** What a case has to compare. */
export interface CaseItems {
  /** Items in all. */
  readonly items: number
  /** How many of them are scores on a scale. */
  readonly scales: number
  /** Step of the scales, in points. */
  readonly step: number
}

/** @throws RangeError for what cannot be. */
export function checkSettings({ agreement, bias }: DriftSettings, { items, scales, step }: CaseItems): void {
  checkShare(agreement.expected, 'The expected share')
  if (!(agreement.within >= 0)) throw new RangeError(`Within is ${agreement.within}; it has to be 0 or more points.`)
  if (!Number.isFinite(bias.expected))
    throw new RangeError(`The expected bias is ${bias.expected}; it has to be a number.`)
  checkAbove(bias.deviation, 'The deviation')
  const { scales: rated = null } = bias
  if (rated !== null && !(Number.isInteger(rated) && rated > 0))
    throw new RangeError(`The deviation cannot be that of cases with ${rated} scales; one or more are needed.`)
  checkAbove(step, 'The step')
  const fits = Number.isInteger(items) && Number.isInteger(scales) && scales >= 0 && scales <= items
  if (!fits) throw new RangeError(`A case cannot have ${scales} scales among ${items} items.`)
}
