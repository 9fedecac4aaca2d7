import { type Measure, type MeasureId, measures, type Suitability, suitability } from '@attune/agreement'
import { WEIGH_BY_ORDER } from '../agreement/compute.ts'
import type { Rated } from '../agreement/read-input.ts'
import { QUESTIONS } from './questions.ts'

/** Whether a coefficient suits a set of ratings, what it answers, and what to know or do. */
export interface Choice {
  readonly id: MeasureId
  readonly title: string
  readonly family: Measure['family']
  readonly suits: boolean
  /** Whether `attune agreement` computes it without being asked. */
  readonly usual: boolean
  readonly answers: string
  readonly reasons: readonly string[]
}

/** One group of ratings, or what was marked, with what suits it. */
export interface Chosen extends Pick<Rated, 'by' | 'raters' | 'level' | 'categories'> {
  /** In a sentence. */
  readonly described: string
  readonly choices: readonly Choice[]
}

/** Every coefficient of ratings, judged by the table that suits it best: as categories, or as plain numbers. */
export function choicesFor(ready: Rated, usual: readonly MeasureId[], isOrderDeclared: boolean): Choice[] {
  const scores = ready.scores()
  const asCodes = suitability(ready.codes())
  const asScores = scores === null ? null : suitability(scores)
  return asCodes.flatMap((judged): Choice[] => {
    const measure: Measure = measures[judged.id]
    if (measure.family === 'segments' || measure.family === 'events') return []
    const { id, suits, reasons } = better(judged, asScores, measure)
    const warned = suits ? [...reasons, ...orderReasons(id, ready, isOrderDeclared)] : reasons
    const answers = QUESTIONS[id] ?? `for ${measure.levels.join(', ')}`
    const { title, family } = measure
    return [{ id, title, family, suits, usual: usual.includes(id), answers, reasons: warned }]
  })
}

/** Plain numbers are scores: a coefficient of categories would take each of them for a code of its own. */
function better(asCodes: Suitability, asScores: readonly Suitability[] | null, { tables }: Measure): Suitability {
  const { id } = asCodes
  const judged = asScores?.find((one) => one.id === id)
  if (judged === undefined || judged.suits || tables.includes('scores')) return judged ?? asCodes
  const reason = 'It needs declared categories: name the points of the scale with --categories.'
  return { id, suits: false, reasons: [reason] }
}

function orderReasons(id: MeasureId, { level }: Rated, isOrderDeclared: boolean): string[] {
  if (level !== 'nominal' || isOrderDeclared || !WEIGH_BY_ORDER.has(id)) return []
  return ['It weighs by the order of the categories: declare it with --categories.']
}
