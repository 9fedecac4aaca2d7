import { compareDependent } from '@attune/agreement'
import { groupName } from '@attune/report'
import { optionsFor } from '../agreement/plan.ts'
import type { AgreementRequest } from '../agreement/request.ts'
import type { Compared } from '../compare/print.ts'
import { type PlanOne, type Sides, sidesOf } from '../compare/sides.ts'
import { Refusal } from '../refusal.ts'
import type { World } from '../world.ts'
import { referenceFirst } from './analyse.ts'
import { planOne, tableKind } from './plan.ts'
import type { SegmentReading, SegmentSet } from './reading.ts'
import { orRefuseRows } from './refusals.ts'
import { readSets } from './sets.ts'
import { type Together, tableTogether, together } from './together.ts'
import { unitsOf } from './units-left-out.ts'

/** Do two coefficients of the same documents differ? */
export async function compareSegments(request: AgreementRequest, reading: SegmentReading, world: World) {
  const { sets, item, input } = await readSets(reading, world)
  const planIn =
    ({ kinds }: SegmentSet): PlanOne =>
    (id, raters) =>
      planOne(request, id, reading, kinds, raters)
  const groups = together({ sets, item }, reading.by, (set) => sidesOf(request, set, planIn(set)).map(({ all }) => all))
  const found = groups.flatMap((one) => {
    const [document] = one.documents
    if (document === undefined) return []
    return sidesOf(request, one, planIn(document)).map((sides): Compared => {
      world.progress(`${groupName(one.group)}${sides.first.raters.join(' - ')} and ${sides.second.raters.join(' - ')}`)
      return compareSides(sides, one, document, request)
    })
  })
  return { found, input }
}

function compareSides(
  { first, second }: Sides,
  one: Together,
  document: SegmentSet,
  request: AgreementRequest,
): Compared {
  const [kind, other] = [first, second].map(({ task }) => tableKind(task.id, document.kinds))
  if (kind === undefined || kind !== other) {
    throw new Refusal(
      `${first.task.id} and ${second.task.id} are computed from ${kind} and ${other}, which are not the same.`,
      'Compare two coefficients of units, or two of events.',
    )
  }
  const { unit, plan } = unitsOf(one, request)
  if (unit === null) {
    throw new Refusal(
      `${groupName(one.group)}one document does not show how much a difference would vary.`,
      'Take several documents of the same raters, or cut units and events with --block.',
    )
  }
  const [left, right] = [first, second].map(({ task, raters }) => ({
    measure: task.id,
    raters: referenceFirst(request)(raters),
    options: optionsFor(task, request.options),
  }))
  if (left === undefined || right === undefined) throw new Error('A comparison has two sides.')
  const { confidence } = request.options
  return orRefuseRows(groupName(one.group), () => {
    const table = tableTogether(one, kind)
    const comparison = compareDependent(table, left, right, {
      ...plan,
      ...(confidence !== undefined && { confidence }),
    })
    return { ...one.group, unit, comparison }
  })
}
