import { findVariable } from './find.ts'
import { type Codebook, type Slot, slotSchema } from './schema.ts'
import type { Variable } from './variable-schema.ts'

/** The targets (or episodes) of a variable: its own subset in the codebook's order, or all. */
function subset(all: readonly { id: string }[], chosen: readonly string[] | undefined): string[] {
  return all.map((item) => item.id).filter((id) => chosen === undefined || chosen.includes(id))
}

function slotsOfVariable(codebook: Codebook, variable: Variable, caseTargets: readonly string[]): Slot[] {
  switch (variable.appliesTo) {
    case 'case':
      return [{ variable: variable.id, target: null, episode: null }]
    case 'target':
      return subset(codebook.targets, variable.targets)
        .filter((target) => caseTargets.includes(target))
        .map((target) => ({ variable: variable.id, target, episode: null }))
    case 'episode':
      return subset(codebook.episodes, variable.episodes).map((episode) => ({
        variable: variable.id,
        target: null,
        episode,
      }))
  }
}

/**
 * Everything to be rated for one case, in the order of the codebook.
 *
 * @param caseTargets the relationships this case is about; those the codebook does not know are passed over.
 */
export function slotsOf(codebook: Codebook, caseTargets: readonly string[]): Slot[] {
  return codebook.variables.flatMap((variable) => slotsOfVariable(codebook, variable, caseTargets))
}

/** One text a slot: `loving@mother`, `proximity#5`, `coherence`. Ids hold neither @ nor #, so no two slots share one. */
export function slotKey(slot: Slot): string {
  const target = slot.target === null ? '' : `@${slot.target}`
  const episode = slot.episode === null ? '' : `#${slot.episode}`
  return `${slot.variable}${target}${episode}`
}

const SLOT_KEY = /^([^@#]+)(?:@([^@#]+))?(?:#([^@#]+))?$/

/**
 * The slot a key names; whether a codebook has it is another question (`slotsOf`).
 *
 * @throws RangeError if the text is no key that `slotKey` writes.
 */
export function parseSlotKey(key: string): Slot {
  const [, variable, target = null, episode = null] = SLOT_KEY.exec(key) ?? []
  const slot = slotSchema.safeParse({ variable, target, episode })
  if (!slot.success) throw new RangeError(`"${key}" is no slot; write variable, variable@target or variable#episode.`)
  return slot.data
}

const labelOf = (all: readonly { id: string; label: string }[], id: string): string =>
  all.find((item) => item.id === id)?.label ?? id

/** A slot in words: `Loving (Mother)`. */
export function slotLabel(codebook: Codebook, slot: Slot): string {
  const variable = findVariable(codebook, slot.variable)?.label ?? slot.variable
  const places = [
    slot.target === null ? [] : [labelOf(codebook.targets, slot.target)],
    slot.episode === null ? [] : [labelOf(codebook.episodes, slot.episode)],
  ].flat()
  return places.length === 0 ? variable : `${variable} (${places.join(', ')})`
}
