import { eventMatch, eventTable, spanF1, unitTableFromSpans } from '@attune/agreement'
import type { Annotation } from '@attune/contract'
import type { ScoredCase } from './cases.ts'
import type { SetGround } from './set-ground.ts'
import type { Submitted } from './submitted.ts'

export type PlacedUnit = { readonly code: string; readonly start: number; readonly end: number; readonly id: string }
export type UnitKind = Annotation['unit']

/** Where an annotation lies: characters of the text, or seconds. */
function placed(annotation: Annotation): PlacedUnit {
  const { id, code } = annotation
  if (annotation.unit === 'segment') return { id, code, start: annotation.start, end: annotation.end }
  return { id, code, start: annotation.onset, end: annotation.offset ?? annotation.onset }
}

/** The annotations of a coding that a set trains. */
export function unitsIn({ codebook }: SetGround, submitted: Submitted | null, unit: UnitKind): PlacedUnit[] {
  const codes = new Set(codebook.codes.map(({ id }) => id))
  return (submitted?.annotations ?? [])
    .filter((annotation) => annotation.unit === unit && codes.has(annotation.code))
    .map(placed)
    .sort((one, other) => one.start - other.start || one.end - other.end || (one.code < other.code ? -1 : 1))
}

/** Kinds of units that a codebook's codes are put on, as far as they are trained. */
export const unitKinds = ({ codebook }: SetGround): UnitKind[] => [...new Set(codebook.codes.map(({ unit }) => unit))]

/** Distinct borders of the main master's annotations, in their order. */
export function givenBorders(set: SetGround, one: ScoredCase, unit: UnitKind): { start: number; end: number }[] {
  const units = unitsIn(set, one.masters[0] ?? null, unit)
  return [...new Map(units.map(({ start, end }) => [`${start} ${end}`, { start, end }])).values()]
}

/** Share of units of both that match, as the library has it; 0 where neither marked one. */
function closeness(set: SetGround, unit: UnitKind, own: readonly PlacedUnit[], master: readonly PlacedUnit[]): number {
  const { overlap, tolerance } = set.content.scope
  const declared = { raters: ['own', 'master'], categories: set.codebook.codes.map(({ id }) => id) }
  if (unit === 'event') {
    const events = [own, master].map((units) => units.map(({ start, code }) => [start, code] as const))
    return eventMatch(eventTable({ ...declared, events }), { tolerance }).estimate ?? 0
  }
  const spans = [own, master].map((units) => units.map(({ start, end, code }) => [start, end, code] as const))
  return spanF1(unitTableFromSpans({ ...declared, spans }), { overlap }).estimate ?? 0
}

/** The master coding whose units are nearest to the own ones; with given borders it is the main one, whose borders they are. */
export function nearestMaster(set: SetGround, one: ScoredCase, unit: UnitKind): Submitted | null {
  const [main = null, ...further] = one.masters
  if (further.length === 0 || set.content.scope.units === 'given') return main
  const own = unitsIn(set, one.own, unit)
  const shares = one.masters.map((master) => closeness(set, unit, own, unitsIn(set, master, unit)))
  return one.masters[shares.indexOf(Math.max(...shares))] ?? main
}
