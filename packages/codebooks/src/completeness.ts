import { findVariable } from './find.ts'
import type { Codebook, RatingValue, Slot } from './schema.ts'
import { slotKey, slotLabel, slotsOf } from './slots.ts'
import { checkValue } from './values.ts'
import type { Variable } from './variable-schema.ts'

/** A rating as far as completeness is concerned; a null value is one that was taken back. */
export type RatingToSubmit = { slot: Slot; value: RatingValue | null; rationale?: string | undefined }

/** An annotation as far as completeness is concerned: the ratings it is evidence for. */
export type EvidenceToSubmit = { evidence: readonly Slot[]; contradicts: readonly Slot[] }

/** One thing in the way of submitting: of which rating, which part of it, and in words. */
export type Missing = { slot: Slot; part: 'rating' | 'value' | 'rationale' | 'evidence'; message: string }

/**
 * What still stands in the way of submitting a coding, in the order of the codebook: required
 * variables without a rating, values the codebook does not allow, rationales and evidence that are
 * missing. Contradicting evidence counts too: it was looked for and weighed.
 */
export function missingForSubmission(
  codebook: Codebook,
  caseTargets: readonly string[],
  ratings: readonly RatingToSubmit[],
  annotations: readonly EvidenceToSubmit[],
): Missing[] {
  const bySlot = new Map(ratings.map((rating) => [slotKey(rating.slot), rating]))
  const pieces = countEvidence(annotations)
  return slotsOf(codebook, caseTargets).flatMap((slot) =>
    missingFrom(codebook, slot, bySlot.get(slotKey(slot)), pieces.get(slotKey(slot)) ?? 0),
  )
}

function countEvidence(annotations: readonly EvidenceToSubmit[]): Map<string, number> {
  const pieces = new Map<string, number>()
  for (const { evidence, contradicts } of annotations) {
    for (const key of new Set([...evidence, ...contradicts].map(slotKey))) pieces.set(key, (pieces.get(key) ?? 0) + 1)
  }
  return pieces
}

function missingFrom(codebook: Codebook, slot: Slot, rating: RatingToSubmit | undefined, pieces: number): Missing[] {
  const variable = findVariable(codebook, slot.variable)
  if (!variable) return []
  const label = slotLabel(codebook, slot)
  if (!rating || rating.value === null) {
    return variable.required ? [{ slot, part: 'rating', message: `${label} has no rating yet.` }] : []
  }
  const faults = checkValue(variable, rating.value).map(
    (fault): Missing => ({ slot, part: 'value', message: `${label}: ${fault.message}` }),
  )
  const lacksRationale =
    variable.kind === 'classification' && variable.rationale === 'required' && !rating.rationale?.trim()
  const wanted = evidenceWanted(variable, rating.value)
  return [
    ...faults,
    ...(lacksRationale ? [{ slot, part: 'rationale' as const, message: `${label} needs a written rationale.` }] : []),
    ...(pieces < wanted ? [{ slot, part: 'evidence' as const, message: evidenceMessage(label, pieces, wanted) }] : []),
  ]
}

/** How many annotations a rating must rest on. "Cannot rate" rests on nothing: evidence is asked for what was seen. */
export function evidenceWanted(variable: Variable, value: RatingValue | null): number {
  return value?.kind === 'none' ? 0 : (variable.evidence?.atLeast ?? 0)
}

function evidenceMessage(label: string, pieces: number, wanted: number): string {
  const has = pieces === 0 ? 'none is linked' : `${pieces} ${pieces === 1 ? 'is' : 'are'} linked`
  return `${label} needs ${wanted} ${wanted === 1 ? 'annotation' : 'annotations'} as evidence; ${has}.`
}
