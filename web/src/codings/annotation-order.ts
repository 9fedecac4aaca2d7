import { slotKey } from '@attune/codebooks'
import type { AnnotationInput } from '@attune/contract'
import { inTextOrder } from './turns.ts'

/** All evidence by the rating it speaks for or against: one walk over the annotations, however many ratings there are. */
export function evidenceBySlot(annotations: Iterable<AnnotationInput>): Map<string, AnnotationInput[]> {
  const bySlot = new Map<string, AnnotationInput[]>()
  for (const annotation of annotations) {
    for (const slot of [...annotation.evidence, ...annotation.contradicts]) {
      const key = slotKey(slot)
      bySlot.set(key, [...(bySlot.get(key) ?? []), annotation])
    }
  }
  return new Map([...bySlot].map(([key, list]) => [key, sorted(list)]))
}

/** In the order of the text, or of time. */
export function sorted(annotations: readonly AnnotationInput[]): AnnotationInput[] {
  return annotations.toSorted((one, other) => {
    if (one.unit === 'segment' && other.unit === 'segment') return inTextOrder(one, other)
    if (one.unit === 'event' && other.unit === 'event') return one.onset - other.onset
    return one.unit < other.unit ? 1 : -1
  })
}
