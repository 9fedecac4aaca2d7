import { findCode, type Slot, slotKey, slotLabel } from '@attune/codebooks'
import type { AnnotationInput } from '@attune/contract'
import { t } from '../messages/index.ts'
import { changedAnnotation, type Desk } from './desk.ts'
import type { Sight } from './desk-context.ts'

export const isEvidenceFor = (annotation: AnnotationInput, slot: Slot): boolean =>
  annotation.evidence.some((one) => slotKey(one) === slotKey(slot))

/** The annotations that support a rating, in the order of the material. */
export function evidenceFor(desk: Desk, slot: Slot): readonly AnnotationInput[] {
  return desk.evidence().get(slotKey(slot)) ?? []
}

export const codeLabel = (desk: Desk, annotation: AnnotationInput): string =>
  findCode(desk.codebook, annotation.code)?.label ?? annotation.code

/** Makes an annotation evidence for a rating, or no longer. */
export function toggleEvidence(desk: Desk, annotation: AnnotationInput, slot: Slot): void {
  const isLinked = isEvidenceFor(annotation, slot)
  const evidence = isLinked
    ? annotation.evidence.filter((one) => slotKey(one) !== slotKey(slot))
    : [...annotation.evidence, slot]
  const code = codeLabel(desk, annotation)
  const label = isLinked
    ? t().annotations.isNoLonger(code, slotLabel(desk.codebook, slot))
    : t().annotations.isEvidence(code, slotLabel(desk.codebook, slot))
  desk.edit(changedAnnotation(annotation, { evidence }), { label })
}

/** The key `e`: links what is raised with the rating that has the attention. Says what is missing if it cannot. */
export function linkRaised(desk: Desk, sight: Sight): string | null {
  const annotation = sight.raisedAnnotation()
  const slot = sight.slot()
  if (!annotation) return t().annotations.chooseFirst
  if (!slot) return t().annotations.chooseRatingFirst
  toggleEvidence(desk, annotation, slot)
  return null
}
