import { findVariable } from './find.ts'
import type { Codebook, RatingValue, Slot } from './schema.ts'
import { slotKey, slotLabel, slotsOf } from './slots.ts'
import { checkValue } from './values.ts'

/** A rating as far as completeness is concerned; a null value is one that was taken back. */
export type RatingToSubmit = { slot: Slot; value: RatingValue | null; rationale?: string | undefined }

/**
 * What still stands in the way of submitting a coding, in the order of the codebook: required
 * variables without a rating, values the codebook does not allow, rationales that are missing.
 */
export function missingForSubmission(
  codebook: Codebook,
  caseTargets: readonly string[],
  ratings: readonly RatingToSubmit[],
): { slot: Slot; message: string }[] {
  const bySlot = new Map(ratings.map((rating) => [slotKey(rating.slot), rating]))
  return slotsOf(codebook, caseTargets).flatMap((slot) =>
    messagesFor(codebook, slot, bySlot.get(slotKey(slot))).map((message) => ({ slot, message })),
  )
}

function messagesFor(codebook: Codebook, slot: Slot, rating: RatingToSubmit | undefined): string[] {
  const variable = findVariable(codebook, slot.variable)
  if (!variable) return []
  const label = slotLabel(codebook, slot)
  if (!rating || rating.value === null) return variable.required ? [`${label} has no rating yet.`] : []
  const faults = checkValue(variable, rating.value).map((fault) => `${label}: ${fault.message}`)
  const lacksRationale =
    variable.kind === 'classification' && variable.rationale === 'required' && !rating.rationale?.trim()
  return lacksRationale ? [...faults, `${label} needs a written rationale.`] : faults
}
