import { influence } from '@attune/agreement'
import { groupName } from '@attune/report'
import { comparisonsOf } from '../agreement/comparisons.ts'
import { optionsFor, type Task } from '../agreement/plan.ts'
import type { AgreementRequest } from '../agreement/request.ts'
import type { Influenced } from '../influence/influenced.ts'
import { Refusal } from '../refusal.ts'
import type { World } from '../world.ts'
import { referenceFirst } from './analyse.ts'
import { planSegments, tableKind } from './plan.ts'
import type { SegmentReading, SegmentSet } from './reading.ts'
import { orRefuseRows } from './refusals.ts'
import { readSets } from './sets.ts'
import { type Together, tableTogether, together } from './together.ts'
import { unitsOf } from './units-left-out.ts'

/** Which documents and which raters cost most agreement. */
export async function influenceOfSegments(request: AgreementRequest, reading: SegmentReading, world: World) {
  const { sets, item, input } = await readSets(reading, world)
  const comparisonsIn = (set: SegmentSet) => comparisonsOf(set, request).map(referenceFirst(request))
  const found = together({ sets, item }, reading.by, comparisonsIn).flatMap((one) => {
    const kinds = one.documents[0]?.kinds ?? []
    return tasksOf(request, planSegments(request, reading, kinds, one.raters.length)).map((task) => {
      world.progress(`${groupName(one.group)}${task.id} without each document`)
      return influenced(task, one, request)
    })
  })
  return { found, input }
}

/** The coefficients asked for, or the one that a report would rest on. */
function tasksOf({ measures }: AgreementRequest, tasks: readonly Task[]): readonly Task[] {
  if (measures !== undefined) return tasks
  return tasks.filter(({ id }) => id !== 'event-match').slice(0, 1)
}

function influenced(task: Task, one: Together, request: AgreementRequest): Influenced {
  const { unit, plan } = unitsOf(one, request)
  if (unit === null && one.raters.length < 3) {
    throw new Refusal(
      `${groupName(one.group)}of one document and two raters nothing can be left out.`,
      'Take several documents of the same raters, or cut units and events with --block.',
    )
  }
  return orRefuseRows(groupName(one.group), () => {
    const table = tableTogether(one, tableKind(task.id, one.documents[0]?.kinds ?? []))
    const found = influence(task.id, table, optionsFor(task, request.options), plan)
    return { ...one.group, influence: found, units: unit ?? 'document' }
  })
}
