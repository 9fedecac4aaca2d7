import { findVariable } from './find.ts'
import type { Codebook, RatingValue, Slot } from './schema.ts'
import { slotKey, slotLabel, slotsOf } from './slots.ts'
import { checkValue } from './values.ts'

/** A rating as far as completeness is concerned; a null value is one that was taken back. */
export type RatingToSubmit = { slot: Slot; value: RatingValue | null; rationale?: string | undefined }

/** An annotation as far as completeness is concerned: the ratings it is evidence for. */
export type EvidenceToSubmit = { evidence: readonly Slot[]; contradicts: readonly Slot[] }

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
): { slot: Slot; message: string }[] {
  const bySlot = new Map(ratings.map((rating) => [slotKey(rating.slot), rating]))
  const pieces = countEvidence(annotations)
  return slotsOf(codebook, caseTargets).flatMap((slot) =>
    messagesFor(codebook, slot, bySlot.get(slotKey(slot)), pieces.get(slotKey(slot)) ?? 0).map((message) => ({
      slot,
      message,
    })),
  )
}

function countEvidence(annotations: readonly EvidenceToSubmit[]): Map<string, number> {
  const pieces = new Map<string, number>()
  for (const { evidence, contradicts } of annotations) {
    for (const key of new Set([...evidence, ...contradicts].map(slotKey))) pieces.set(key, (pieces.get(key) ?? 0) + 1)
  }
  return pieces
}

function messagesFor(codebook: Codebook, slot: Slot, rating: RatingToSubmit | undefined, pieces: number): string[] {
  const variable = findVariable(codebook, slot.variable)
  if (!variable) return []
  const label = slotLabel(codebook, slot)
  if (!rating || rating.value === null) return variable.required ? [`${label} has no rating yet.`] : []
  const faults = checkValue(variable, rating.value).map((fault) => `${label}: ${fault.message}`)
  const lacksRationale =
    variable.kind === 'classification' && variable.rationale === 'required' && !rating.rationale?.trim()
  // "Cannot rate" rests on nothing: evidence is asked for what was seen.
  const wanted = rating.value.kind === 'none' ? 0 : (variable.evidence?.atLeast ?? 0)
  return [
    ...faults,
    ...(lacksRationale ? [`${label} needs a written rationale.`] : []),
    ...(pieces < wanted ? [evidenceMessage(label, pieces, wanted)] : []),
  ]
}

function evidenceMessage(label: string, pieces: number, wanted: number): string {
  const has = pieces === 0 ? 'none is linked' : `${pieces} ${pieces === 1 ? 'is' : 'are'} linked`
  return `${label} needs ${wanted} ${wanted === 1 ? 'annotation' : 'annotations'} as evidence; ${has}.`
}
