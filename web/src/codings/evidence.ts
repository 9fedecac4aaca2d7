import { findCode, type Slot, slotKey, slotLabel } from '@attune/codebooks'
import type { AnnotationInput } from '@attune/contract'
import { t } from '../messages/index.ts'
import { changedAnnotation, type Desk } from './desk.ts'
import type { Sight } from './desk-context.ts'

/** An annotation speaks for a rating or against it. */
export type Stand = 'for' | 'against'

const holds = (slots: readonly Slot[], slot: Slot): boolean => slots.some((one) => slotKey(one) === slotKey(slot))
const without = (slots: readonly Slot[], slot: Slot): Slot[] => slots.filter((one) => slotKey(one) !== slotKey(slot))

/** Null when the annotation has nothing to do with the rating. */
export function standOf(annotation: AnnotationInput, slot: Slot): Stand | null {
  if (holds(annotation.evidence, slot)) return 'for'
  return holds(annotation.contradicts, slot) ? 'against' : null
}

/** The annotations that speak for a rating and against it, in the order of the material. */
export function evidenceOf(desk: Desk, slot: Slot): readonly AnnotationInput[] {
  return desk.evidence().get(slotKey(slot)) ?? []
}

export const codeLabel = (desk: Desk, annotation: AnnotationInput): string =>
  findCode(desk.codebook, annotation.code)?.label ?? annotation.code

/** Makes an annotation speak for a rating or against it; said again, it has nothing to do with it any more. */
export function toggleEvidence(desk: Desk, annotation: AnnotationInput, slot: Slot, stand: Stand): void {
  const isTakenBack = standOf(annotation, slot) === stand
  const [evidence, contradicts] = [without(annotation.evidence, slot), without(annotation.contradicts, slot)]
  if (!isTakenBack) (stand === 'for' ? evidence : contradicts).push(slot)
  const [code, rating] = [codeLabel(desk, annotation), slotLabel(desk.codebook, slot)]
  const said = stand === 'for' ? t().evidence.isFor : t().evidence.isAgainst
  const label = isTakenBack ? t().annotations.isNoLonger(code, rating) : said(code, rating)
  desk.edit(changedAnnotation(annotation, { evidence, contradicts }), { label })
}

/** The keys `e` and `a`: link what is raised with the rating that has the attention. Says what is missing if they cannot. */
export function linkRaised(desk: Desk, sight: Sight, stand: Stand): string | null {
  const annotation = sight.raisedAnnotation()
  const slot = sight.slot()
  if (!annotation) return t().annotations.chooseFirst
  if (!slot) return t().annotations.chooseRatingFirst
  toggleEvidence(desk, annotation, slot, stand)
  return null
}
