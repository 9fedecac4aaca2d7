import { evidenceWanted, findCode, type Slot, slotKey, slotLabel, type Variable } from '@attune/codebooks'
import type { Annotation, Rating, Workspace } from '@attune/contract'
import { evidenceBySlot, sorted } from '../annotation-order.ts'
import { standOf } from '../evidence.ts'
import { sectionsFor } from '../instruments.ts'

/** One rating with what it rests on. */
export type SheetRating = {
  slot: Slot
  label: string
  variable: Variable
  /** Null while nobody has rated it. */
  rating: Rating | null
  /** How many annotations the codebook asks for. */
  wanted: number
  supports: readonly Annotation[]
  contradicts: readonly Annotation[]
}
export type SheetSection = { id: string; label: string; instruments: { variable: Variable; ratings: SheetRating[] }[] }
export type Sheet = {
  /** The classifications, that of the case first: what all the rest stands under. */
  classes: SheetRating[]
  sections: SheetSection[]
  /** Annotations that no rating rests on. */
  loose: readonly Annotation[]
}

/** A coding from its classification down to the passages and events: everything, in the order of the codebook. */
export function sheetOf(workspace: Workspace): Sheet {
  const { codebook, coding, annotations } = workspace
  const evidence = evidenceBySlot(annotations) as Map<string, Annotation[]>
  const ratings = new Map(workspace.ratings.map((rating) => [slotKey(rating.slot), rating]))
  const ratingOf = (variable: Variable, slot: Slot): SheetRating => {
    const pieces = evidence.get(slotKey(slot)) ?? []
    const rating = ratings.get(slotKey(slot)) ?? null
    return {
      slot,
      label: slotLabel(codebook, slot),
      variable,
      rating,
      wanted: evidenceWanted(variable, rating?.value ?? null),
      supports: pieces.filter((one) => standOf(one, slot) === 'for'),
      contradicts: pieces.filter((one) => standOf(one, slot) === 'against'),
    }
  }
  const sections = sectionsFor(codebook, coding.case.targets).map(({ id, label, instruments }) => ({
    id,
    label,
    instruments: instruments.map(({ variable, slots }) => ({
      variable,
      ratings: slots.map((slot) => ratingOf(variable, slot)),
    })),
  }))
  const all = sections.flatMap((section) => section.instruments.flatMap((one) => one.ratings))
  const isLoose = (one: Annotation) => one.evidence.length === 0 && one.contradicts.length === 0
  return {
    classes: all
      .filter(({ variable }) => variable.kind === 'classification')
      .toSorted((one, other) => Number(one.slot.target !== null) - Number(other.slot.target !== null)),
    sections,
    loose: sorted(annotations.filter(isLoose)) as Annotation[],
  }
}

/** Where a passage stands: its turns, the line of the file it begins in, and the time of its turn if the file has times. */
export function placeOf(
  material: Workspace['material'],
  annotation: Annotation,
): { first: number; last: number; line: number; time: number | null } | null {
  if (material.kind !== 'transcript' || annotation.unit !== 'segment') return null
  const touched = material.turns.filter((turn) => turn.end > annotation.start && turn.start < annotation.end)
  const [first, last] = [touched[0], touched.at(-1)]
  if (!first || !last) return null
  const line = first.line + (material.text.slice(first.start, annotation.start).match(/\r\n|\r|\n/g)?.length ?? 0)
  return { first: first.number, last: last.number, line, time: first.time }
}

/** What is said more closely of an event, in words: its subject and its modifiers. */
export function detailsOf({ codebook }: Workspace, annotation: Annotation): string[] {
  if (annotation.unit !== 'event') return []
  const labelIn = (all: readonly { id: string; label: string }[], id: string) =>
    all.find((one) => one.id === id)?.label ?? id
  const modifiers = findCode(codebook, annotation.code)?.modifiers ?? []
  return [
    ...(annotation.subject === null ? [] : [labelIn(codebook.subjects, annotation.subject)]),
    ...modifiers.flatMap(({ id, label, values }) => {
      const chosen = annotation.modifiers[id] ?? []
      return chosen.length === 0 ? [] : [`${label}: ${chosen.map((value) => labelIn(values, value)).join(', ')}`]
    }),
  ]
}
