import { bias } from '../bias.ts'
import { cohenKappa } from '../cohen-kappa.ts'
import { gwetAc1 } from '../gwet-ac.ts'
import { icc } from '../icc.ts'
import { jackknife } from '../jackknife.ts'
import { krippendorffAlpha } from '../krippendorff-alpha.ts'
import { pooledKappa } from '../pooled-kappa.ts'
import type { Result } from '../result.ts'
import { ratingTable } from '../table/rating-table.ts'
import type { RaterTable } from '../table/select.ts'
import type { CodeTable } from '../table/types.ts'
import { weightedKappa } from '../weighted-kappa.ts'
import { isWithin } from '../within-k.ts'
import { type About, noFigure, resultFigure, shareFigure } from './figure.ts'
import { fitOf } from './fit.ts'
import { agrees, type CountedItem, isNumeric } from './items.ts'
import type { Figure, RuleMeasure } from './rule.ts'
import type { ComparedVariable } from './types.ts'

/** A variable with the items of it that count. */
export interface Subject {
  readonly variable: ComparedVariable
  readonly items: readonly CountedItem[]
}

export interface Question {
  readonly measure: RuleMeasure
  readonly k: number
  /** Points of a scale that count as agreement for `percent-agreement`. */
  readonly tolerance: number
  readonly confidence: number
  /** Leave out intervals that have to be resampled, where nobody looks at them. */
  readonly quick: boolean
}

/** One measure of one or several variables together. */
export function variableFigure(about: About, subjects: readonly Subject[], question: Question): Figure {
  const n = subjects.reduce((sum, { items }) => sum + items.length, 0)
  if (n === 0) return noFigure(about, 0, 'no-items', 'The reference gave no value to compare with.')
  const misfit = fitOf(question.measure, subjects)
  if (misfit !== null) return noFigure(about, n, 'not-determined', misfit)
  switch (question.measure) {
    case 'percent-agreement':
      return agreedShare(about, subjects, question.tolerance)
    case 'within-k':
      return agreedShare(about, subjects, question.k)
    case 'total-within-k':
      return totalShare(about, subjects, question.k)
    default:
      return resultFigure(about, coefficient(subjects, question))
  }
}

function agreedShare(about: About, subjects: readonly Subject[], points: number): Figure {
  let [hits, n] = [0, 0]
  for (const { variable, items } of subjects) {
    n += items.length
    for (const item of items) if (agrees(variable, item, points)) hits++
  }
  return shareFigure(about, hits, n)
}

/** Cases whose sums lie near each other; a case in which an item is left out does not. */
function totalShare(about: About, subjects: readonly Subject[], k: number): Figure {
  const totals = new Map<string, { own: number; reference: number; complete: boolean }>()
  for (const { items } of subjects) {
    for (const { case: id, rater, own, reference, answered } of items) {
      const key = `${rater} ${id}`
      const total = totals.get(key) ?? { own: 0, reference: 0, complete: true }
      total.own += answered ? Number(own) : 0
      total.reference += Number(reference)
      total.complete &&= answered
      totals.set(key, total)
    }
  }
  const near = [...totals.values()].filter((one) => one.complete && isWithin(one.own, one.reference, k))
  return shareFigure(about, near.length, totals.size)
}

const raters = ['own', 'reference']

function tableOf({ variable, items }: Subject): RaterTable {
  const { level, categories, notCodable } = variable
  const rows = items.map(({ own, reference }) => [own, reference])
  return ratingTable({ raters, level, rows, notCodable, ...(categories !== null && { categories }) })
}

function codesOf(subject: Subject): CodeTable {
  const table = tableOf(subject)
  if (table.kind === 'codes') return table
  throw new RangeError(`${subject.variable.id} has no declared categories.`)
}

function coefficient(subjects: readonly Subject[], { measure, confidence, quick }: Question): Result {
  const [first] = subjects
  if (first === undefined) throw new RangeError('No variable is given.')
  const alone = subjects.length === 1
  switch (measure) {
    case 'cohen-kappa':
      return alone ? cohenKappa(codesOf(first), { confidence }) : pooled(subjects, 'identity', confidence)
    case 'weighted-kappa':
      return alone ? weightedKappa(codesOf(first), { confidence }) : pooled(subjects, 'quadratic', confidence)
    case 'gwet-ac1':
      return gwetAc1(codesOf(first), { confidence, missing: 'listwise' })
    case 'krippendorff-alpha':
      return alpha(first, confidence, quick)
    case 'icc':
      return icc(tableOf(first), { form: 'ICC(A,1)', confidence })
    default:
      return bias(scoresOf(subjects), { confidence })
  }
}

/** Nominal for classes and presence, interval for scores. It has no interval of its own: the jackknife gives one. */
function alpha(subject: Subject, confidence: number, quick: boolean): Result {
  const table = tableOf(subject)
  const options = { confidence, metric: isNumeric(subject.variable) ? 'interval' : 'nominal' } as const
  return quick ? krippendorffAlpha(table, options) : jackknife('krippendorff-alpha', table, options)
}

/** Items of one case belong together if every variable has the same cases in the same order. */
function pooled(subjects: readonly Subject[], weights: 'identity' | 'quadratic', confidence: number): Result {
  const cases = subjects.map(({ items }) => JSON.stringify(items.map((item) => [item.case, item.rater])))
  const items = cases.every((one) => one === cases[0]) ? 'same' : 'own'
  return pooledKappa(subjects.map(codesOf), { items, weights, confidence })
}

function scoresOf(subjects: readonly Subject[]): RaterTable {
  const rows = subjects.flatMap(({ items }) =>
    items.map(({ own, reference, answered }) => [answered ? Number(own) : null, Number(reference)]),
  )
  return ratingTable({ raters, level: 'interval', rows })
}
