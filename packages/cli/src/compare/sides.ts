import type { MeasureId } from '@attune/agreement'
import { comparisonsOf } from '../agreement/comparisons.ts'
import { checkOptions, planTasks, type Task } from '../agreement/plan.ts'
import type { Rated } from '../agreement/read-input.ts'
import type { AgreementRequest } from '../agreement/request.ts'
import { Refusal } from '../refusal.ts'

/** Two coefficients of the same items: two coders with the same reference, or two coefficients of the same raters. */
export interface Sides {
  /** Everybody who has to have worked on an item. */
  readonly all: readonly string[]
  readonly first: { readonly task: Task; readonly raters: readonly string[] }
  readonly second: { readonly task: Task; readonly raters: readonly string[] }
}

/** One coefficient of so many raters, checked to fit; its options are checked with those of the other. */
export type PlanOne = (id: MeasureId, raters: number) => Task

interface Present {
  readonly raters: readonly string[]
}

/** What is to be compared in one group. @throws Refusal if that was not said. */
export function sidesOf(request: AgreementRequest, present: Present, planOne: PlanOne): Sides[] {
  const [one, other, ...more] = request.measures ?? []
  if (one === undefined || more.length > 0) {
    throw new Refusal(
      'Compare what with what?',
      'Give two coefficients: --measure ID,ID; or one and a criterion: --measure ID --reference RATER.',
    )
  }
  return other === undefined
    ? coders(request, present, planOne, one)
    : coefficients(request, present, planOne, one, other)
}

function coders(request: AgreementRequest, { raters }: Present, planOne: PlanOne, id: MeasureId): Sides[] {
  const { reference } = request
  if (reference === undefined) {
    throw new Refusal(
      `${id} of whom with whom?`,
      'Add --reference RATER to compare two coders with the same criterion, or name a second coefficient.',
    )
  }
  if (!raters.includes(reference)) return []
  const task = planOne(id, 2)
  checkOptions(request, [task])
  const others = raters.filter((rater) => rater !== reference)
  return others.flatMap((first, index) =>
    others.slice(index + 1).map((second) => ({
      all: [first, second, reference],
      first: { task, raters: [first, reference] },
      second: { task, raters: [second, reference] },
    })),
  )
}

function coefficients(
  request: AgreementRequest,
  present: Present,
  planOne: PlanOne,
  one: MeasureId,
  other: MeasureId,
): Sides[] {
  return comparisonsOf(present, request).map((raters) => {
    const [first, second] = [one, other].map((id) => planOne(id, raters.length))
    if (first === undefined || second === undefined) throw new Error('Two coefficients have two tasks.')
    checkOptions(request, [first, second])
    return { all: raters, first: { task: first, raters }, second: { task: second, raters } }
  })
}

/** Coefficients of ratings. */
export function planOfRatings(request: AgreementRequest, ready: Rated): PlanOne {
  return (id, raters) => {
    const [task] = planTasks({ ...request, weights: undefined, options: {}, measures: [id] }, ready, raters)
    if (task === undefined) throw new Error(`${id} was planned without a task.`)
    return task
  }
}
