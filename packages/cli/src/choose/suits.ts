import { type Measure, type MeasureId, measures, type Suitability, suitability } from '@attune/agreement'
import type { Rated } from '../agreement/read-input.ts'

/** Whether a coefficient suits a set of ratings, why, and what to know or do. */
export interface Choice {
  readonly id: MeasureId
  readonly title: string
  readonly family: Measure['family']
  readonly suits: boolean
  /** Whether `attune agreement` computes it without being asked. */
  readonly usual: boolean
  readonly why: string
  readonly reasons: readonly string[]
}

/** Every coefficient of ratings, judged by the table that suits it best: as categories, or as plain numbers. */
export function choicesFor(ready: Rated, usual: readonly MeasureId[]): Choice[] {
  const scores = ready.scores()
  const asCodes = suitability(ready.codes())
  const asScores = scores === null ? [] : suitability(scores)
  return asCodes.flatMap((judged): Choice[] => {
    const measure: Measure = measures[judged.id]
    if (measure.family === 'segments' || measure.family === 'events') return []
    const other = asScores.find(({ id }) => id === judged.id)
    const { suits, reasons } = better(judged, other, measure)
    const { id } = judged
    const why = [
      `for ${measure.levels.join(', ')}`,
      measure.raters === 2 ? 'two raters' : 'two or more raters',
      `missing values ${measure.missing[0]}`,
    ].join('; ')
    return [{ id, title: measure.title, family: measure.family, suits, usual: usual.includes(id), why, reasons }]
  })
}

/** What suits counts; else what the kind of table that the coefficient takes stands against. */
function better(codes: Suitability, scores: Suitability | undefined, { tables }: Measure): Suitability {
  if (scores === undefined || codes.suits) return codes
  return scores.suits || tables.includes('scores') ? scores : codes
}
