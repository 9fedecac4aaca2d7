import { isWithin } from '../within-k.ts'
import type { Outcome } from './agreement.ts'
import { casesOf, selectedVariables, strangersIn } from './asked.ts'
import { noFigure } from './figure.ts'
import { type CountedItem, countedItems, isNumeric } from './items.ts'
import type { CriticalError, Figure, Judged } from './rule.ts'
import type { Compared, ComparedVariable } from './types.ts'

type Errors = Judged['errors']

/** What came out of some cases, with the errors that are critical. */
export interface CriticalOutcome extends Outcome {
  readonly errors: Errors
}

export function judgeErrors(predicate: CriticalError, compared: Compared): CriticalOutcome {
  const { cases, isShort } = casesOf(predicate, compared)
  const found = errorsIn(predicate, compared, cases)
  return isShort && found.met ? { ...found, met: false, reason: 'too-few' } : found
}

/** The errors in some cases. An item that was left out is no error of the kind, but without it nobody can say that there is none. */
export function errorsIn(predicate: CriticalError, compared: Compared, cases: readonly string[]): CriticalOutcome {
  const chosen = new Set(cases)
  const subjects = selectedVariables(predicate.variables, compared.variables).map(({ id }) => {
    const variable = compared.variable(id, predicate.collapse, predicate.against)
    return { variable, items: countedItems(variable, predicate.against, chosen) }
  })
  const items = subjects.flatMap((subject) => subject.items)
  const errors = subjects.flatMap(({ variable, items: own }) =>
    own.filter((item) => isCritical(predicate, variable, item)).map((item) => described(variable, item)),
  )
  const figures = [countFigure(predicate, subjects, items, errors.length)]
  const isAsked = items.length > 0 && strangersIn(predicate.variables, compared).length === 0
  if (!isAsked) return { met: false, reason: 'undefined', figures, errors }
  if (errors.length > predicate.atMost) return { met: false, reason: 'critical-error', figures, errors }
  const isComplete = items.every(({ answered }) => answered)
  return { met: isComplete, reason: isComplete ? null : 'too-few', figures, errors }
}

function isCritical({ error }: CriticalError, variable: ComparedVariable, item: CountedItem): boolean {
  if (error.kind === 'distance') {
    return isNumeric(variable) && item.answered && !isBelow(item, error.points)
  }
  const [reference, given] = [String(item.reference), item.own === null ? null : String(item.own)]
  if (given === null || given === reference) return false
  return (error.reference ?? reference) === reference && (error.given ?? given) === given
}

/** Points apart by less than so many; equal up to rounding counts as so many. */
function isBelow({ own, reference }: CountedItem, points: number): boolean {
  const apart = Math.abs(Number(own) - Number(reference))
  return isWithin(apart, 0, points) && !isWithin(apart, points, 0)
}

const described = ({ id }: ComparedVariable, item: CountedItem): Errors[number] => ({
  case: item.case,
  variable: id,
  reference: String(item.reference),
  given: String(item.own),
})

/** How many there are, of how many items. It is a count, so that no interval belongs to it. */
function countFigure(
  predicate: CriticalError,
  subjects: readonly { readonly variable: ComparedVariable }[],
  items: readonly CountedItem[],
  count: number,
): Figure {
  const [only] = subjects.length === 1 ? subjects : []
  const about = {
    variable: only?.variable.id ?? null,
    label: subjects.map(({ variable }) => variable.label).join(', '),
    measure: predicate.type,
    collapse: only?.variable.collapse ?? null,
    confidence: 0.95,
    cases: new Set(items.map((item) => item.case)).size,
  }
  if (items.length === 0) return noFigure(about, 0, 'no-items', 'The reference gave no value to compare with.')
  return { ...about, n: items.length, estimate: count, lower: null, upper: null, method: '', undefined: null }
}
