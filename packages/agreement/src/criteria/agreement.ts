import { casesOf, type Topic, topicsOf } from './asked.ts'
import { type About, noFigure } from './figure.ts'
import { holdsForOneCase, isUnitMeasure } from './fit.ts'
import { heldValue, holds } from './held.ts'
import { countedItems } from './items.ts'
import type { Figure, Judged, RulePredicate } from './rule.ts'
import type { Compared } from './types.ts'
import { unansweredUnits, unitFigure } from './unit-figures.ts'
import { variableFigure } from './variable-figures.ts'

type Reason = Exclude<Judged['reason'], null>

interface Measured {
  readonly figure: Figure
  readonly reason: Reason | null
}

/** What came out of some cases. */
export interface Outcome {
  readonly met: boolean
  readonly reason: Reason | null
  readonly figures: Figure[]
}

/** One predicate on all or the last cases, taken together. */
export function judgeTogether(predicate: RulePredicate, compared: Compared): Outcome {
  const { cases, isShort } = casesOf(predicate, compared)
  const measured = topicsOf(predicate, compared).map((topic) =>
    measure({ predicate, compared, topic, cases, quick: false }),
  )
  if (measured.length === 0) return nothingAsked(predicate)
  const found = outcome(measured)
  return isShort && found.reason !== 'undefined' ? { ...found, met: false, reason: 'too-few' } : found
}

/** Whether it is met and nothing else: stops at the first variable that does not, and needs no interval that nobody looks at. */
export function meetsTogether(predicate: RulePredicate, compared: Compared): boolean {
  const { cases, isShort } = casesOf(predicate, compared)
  const topics = isShort ? [] : topicsOf(predicate, compared)
  const quick = predicate.on === 'estimate'
  return (
    topics.length > 0 && topics.every((topic) => measure({ predicate, compared, topic, cases, quick }).reason === null)
  )
}

/** One predicate on one case by itself. A variable that the reference could not rate in this case is passed over. */
export function judgeCase(predicate: RulePredicate, compared: Compared, id: string): Outcome {
  const topics = topicsOf(predicate, compared)
  if (topics.length === 0) return nothingAsked(predicate)
  const measured = topics.map((topic) => measure({ predicate, compared, topic, cases: [id], quick: true }))
  if (holdsForOneCase(predicate.measure)) {
    const counted = measured.filter(({ figure }) => figure.n > 0)
    return outcome(counted.length > 0 ? counted : measured)
  }
  const message = `One case by itself does not determine ${predicate.measure}.`
  const figures = measured.map(({ figure }) => noFigure(figure, figure.n, 'not-determined', message))
  return { met: false, reason: 'undefined', figures }
}

const order: readonly Reason[] = ['undefined', 'too-few', 'missed']

function outcome(measured: readonly Measured[]): Outcome {
  const reason = order.find((one) => measured.some((found) => found.reason === one)) ?? null
  return { met: reason === null, reason, figures: measured.map(({ figure }) => figure) }
}

function nothingAsked({ measure, collapse, confidence }: RulePredicate): Outcome {
  const about: About = { variable: null, label: '', measure, collapse, confidence, cases: 0 }
  const figure = noFigure(about, 0, 'no-items', 'Nothing that was compared is of the kind that the rule asks about.')
  return { met: false, reason: 'undefined', figures: [figure] }
}

interface Asked {
  readonly predicate: RulePredicate
  readonly compared: Compared
  readonly topic: Topic
  readonly cases: readonly string[]
  /** Leave out intervals that have to be resampled. */
  readonly quick: boolean
}

function measure(asked: Asked): Measured {
  const { predicate } = asked
  const { figure, unanswered } = isUnitMeasure(predicate.measure) ? figureOfUnits(asked) : figureOfVariables(asked)
  return { figure, reason: whyNot(predicate, figure, unanswered) }
}

const isShare = ({ measure: one }: RulePredicate): boolean => holdsForOneCase(one) && one !== 'bias'

/** Perfect answers leave most coefficients without a standard error: an interval without width says nothing about their certainty. */
const isWithoutWidth = ({ on }: RulePredicate, { lower, upper }: Figure): boolean =>
  on !== 'estimate' && lower !== null && lower === upper

/** Shares count what was left out as not agreeing. No coefficient can, so that it is not met where anything was left out. */
function whyNot(predicate: RulePredicate, figure: Figure, unanswered: number): Reason | null {
  const value = heldValue(predicate, figure)
  if (value === null || isWithoutWidth(predicate, figure)) return 'undefined'
  if (figure.n < predicate.minimum || (unanswered > 0 && !isShare(predicate))) return 'too-few'
  return holds(predicate, value) ? null : 'missed'
}

function figureOfVariables({ predicate, compared, topic, cases, quick }: Asked) {
  const chosen = new Set(cases)
  const subjects = topic.variables.map((id) => {
    const variable = compared.variable(id, predicate.collapse, predicate.against)
    return { variable, items: countedItems(variable, predicate.against, chosen) }
  })
  const items = subjects.flatMap((subject) => subject.items)
  const counted = isShare(predicate) ? items : items.filter((item) => item.answered)
  const about: About = {
    variable: topic.id,
    label: topic.label,
    measure: predicate.measure,
    collapse: subjects.length === 1 ? (subjects[0]?.variable.collapse ?? null) : commonCollapse(subjects),
    confidence: predicate.confidence,
    cases: new Set(counted.map((item) => item.case)).size,
  }
  const figure = variableFigure(about, subjects, { ...predicate, tolerance: compared.tolerance, quick })
  return { figure, unanswered: items.filter((item) => !item.answered).length }
}

function commonCollapse(
  subjects: readonly { readonly variable: { readonly collapse: string | null } }[],
): string | null {
  const all = new Set(subjects.flatMap(({ variable }) => variable.collapse ?? []))
  const [only] = all
  return all.size === 1 && only !== undefined ? only : null
}

function figureOfUnits({ predicate, compared, topic, cases, quick }: Asked) {
  const chosen = new Set(cases)
  const about: About = {
    variable: topic.id,
    label: topic.label,
    measure: predicate.measure,
    collapse: null,
    confidence: predicate.confidence,
    cases: new Set(compared.units.filter((one) => chosen.has(one.case)).map((one) => one.case)).size,
  }
  const figure = unitFigure(about, compared, chosen, { measure: predicate.measure, codes: topic.codes, quick })
  // An F1 counts every unit of a case that was left out as missed; a kappa cannot.
  return { figure, unanswered: predicate.measure === 'unit-kappa' ? unansweredUnits(compared, chosen) : 0 }
}
