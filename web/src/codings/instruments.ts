import {
  type Codebook,
  findVariable,
  type Missing,
  missingForSubmission,
  type Slot,
  slotKey,
  slotsOf,
  type Variable,
} from '@attune/codebooks'
import type { Draft, DraftRating } from './draft.ts'

/** One variable with everything to be rated for it, side by side: per target, per episode, or once. */
export type Instrument = { variable: Variable; slots: readonly Slot[] }
export type InstrumentSection = {
  id: string
  label: string
  instruments: readonly Instrument[]
  slots: readonly Slot[]
}
export type Progress = { rated: number; required: number }

/** The variables as the screen lays them out; a section without anything to rate for this case is left out. */
export function sectionsFor(codebook: Codebook, caseTargets: readonly string[]): InstrumentSection[] {
  const slots = slotsOf(codebook, caseTargets)
  return codebook.sections.flatMap(({ id, label }) => {
    const instruments = codebook.variables
      .filter((variable) => variable.section === id)
      .map((variable) => ({ variable, slots: slots.filter((slot) => slot.variable === variable.id) }))
      .filter((instrument) => instrument.slots.length > 0)
    if (instruments.length === 0) return []
    return [{ id, label, instruments, slots: instruments.flatMap((instrument) => instrument.slots) }]
  })
}

/** How many of the required ones are rated. */
export function progressOf(
  codebook: Codebook,
  slots: readonly Slot[],
  ratings: ReadonlyMap<string, DraftRating>,
): Progress {
  const required = slots.filter((slot) => findVariable(codebook, slot.variable)?.required)
  return { required: required.length, rated: required.filter((slot) => ratings.has(slotKey(slot))).length }
}

/** What stands in the way of submitting, by section, in the order of the screen. */
export function missingBySection(
  codebook: Codebook,
  caseTargets: readonly string[],
  { ratings, annotations }: Pick<Draft, 'ratings' | 'annotations'>,
): { section: string; missing: Missing[] }[] {
  const missing = missingForSubmission(codebook, caseTargets, [...ratings.values()], [...annotations.values()])
  return sectionsFor(codebook, caseTargets)
    .map((section) => ({
      section: section.label,
      missing: missing.filter(({ slot }) => section.slots.some((other) => slotKey(other) === slotKey(slot))),
    }))
    .filter((group) => group.missing.length > 0)
}

const labelIn = (all: readonly { id: string; label: string }[], id: string): string =>
  all.find((item) => item.id === id)?.label ?? id

/** What stands over the column of a slot: the target's or the episode's name; nothing for a case as a whole. */
export function columnLabel(codebook: Codebook, slot: Slot): string {
  if (slot.target !== null) return labelIn(codebook.targets, slot.target)
  if (slot.episode !== null) return labelIn(codebook.episodes, slot.episode)
  return ''
}
