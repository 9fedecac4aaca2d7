import { isMeasureId, measures } from '@attune/agreement'
import type { ReportContent } from './content.ts'
import type { RatingSet } from './findings.ts'

/** What the page shows of two raters. */
export interface PairPanel {
  readonly set: RatingSet
  readonly raters: readonly string[]
  /** Their confusions, as a matrix. */
  readonly codes: boolean
  /** Kappa beside what explains it. */
  readonly company: boolean
  /** Limits of agreement. */
  readonly limits: boolean
}

const MOST_PAIRS = 60
export const MOST_CATEGORIES = 30

/** The pairs that are looked at closely, and how many more there are. */
export function pairPanels({ sets, plan, findings }: Pick<ReportContent, 'sets' | 'plan' | 'findings'>) {
  const all = sets.flatMap((set) =>
    pairsOf(set, plan.reference).map((raters): PairPanel => ({ set, raters, ...partsOf(set, findings) })),
  )
  return { shown: all.slice(0, MOST_PAIRS), left: all.length - MOST_PAIRS }
}

function pairsOf({ raters }: RatingSet, reference: string | undefined): (readonly string[])[] {
  if (reference !== undefined) {
    return raters.includes(reference)
      ? raters.filter((rater) => rater !== reference).map((rater) => [rater, reference])
      : []
  }
  return raters.flatMap((first, index) => raters.slice(index + 1).map((second) => [first, second]))
}

function partsOf(set: RatingSet, findings: ReportContent['findings']): Pick<PairPanel, 'codes' | 'company' | 'limits'> {
  const limits = set.level === 'interval' || set.level === 'ratio'
  const asked = findings.filter(({ by }) => by === set.by).map(({ result }) => result.measure)
  const asksForCodes = asked.some((measure) => isMeasureId(measure) && measures[measure].family === 'categories')
  const codes = (!limits || asksForCodes) && set.categories.length > 0
  // How often each point of a scale is used explains nothing, unless somebody takes the points for codes.
  const company = codes && set.categories.length <= MOST_CATEGORIES && (!limits || asked.includes('cohen-kappa'))
  return { codes, company, limits }
}
