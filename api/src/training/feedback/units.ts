import { pairEvents, pairSegments } from '@attune/agreement'
import type { CaseFeedback } from '@attune/contract'
import type { ScoredCase } from '../scoring/cases.ts'
import type { SetGround } from '../scoring/set-ground.ts'
import { nearestMaster, type PlacedUnit, type UnitKind, unitKinds, unitsIn } from '../scoring/units.ts'

/** An annotation beside the master's that it was matched with, and the codes of both. */
export type UnitLine = CaseFeedback['units'][number] & {
  readonly unit: UnitKind
  readonly place: Pick<PlacedUnit, 'start' | 'end'>
  readonly own: string | null
  readonly reference: string | null
}

function linesOfKind(set: SetGround, one: ScoredCase, unit: UnitKind): UnitLine[] {
  const mine = unitsIn(set, one.own, unit)
  const masters = unitsIn(set, nearestMaster(set, one, unit), unit)
  const { overlap, tolerance } = set.content.scope
  const pairs = unit === 'segment' ? pairSegments(mine, masters, overlap) : pairEvents(mine, masters, tolerance)
  const line = (own: PlacedUnit | undefined, reference: PlacedUnit | undefined, closeness: number | null) => ({
    unit,
    closeness,
    place: reference ?? own ?? { start: 0, end: 0 },
    mine: own?.id ?? null,
    master: reference?.id ?? null,
    own: own?.code ?? null,
    reference: reference?.code ?? null,
  })
  const [joined, joinedToo] = [new Set(pairs.map(({ first }) => first)), new Set(pairs.map(({ second }) => second))]
  const matched = pairs.map(({ first, second, closeness }): UnitLine => {
    const both = line(mine[first], masters[second], closeness)
    return { ...both, kind: both.own === both.reference ? 'agreed' : 'other-code' }
  })
  const added = mine.filter((_, place) => !joined.has(place))
  const missed = masters.filter((_, place) => !joinedToo.has(place))
  return [
    ...matched,
    ...missed.map((master): UnitLine => ({ ...line(undefined, master, null), kind: 'missed' })),
    ...added.map((own): UnitLine => ({ ...line(own, undefined, null), kind: 'added' })),
  ].sort((first, second) => first.place.start - second.place.start || first.place.end - second.place.end)
}

/** All annotations of a case, own and master's, matched as the score matches them; in the order of the material. */
export function unitLines(set: SetGround, one: ScoredCase): UnitLine[] {
  return unitKinds(set).flatMap((unit) => linesOfKind(set, one, unit))
}
