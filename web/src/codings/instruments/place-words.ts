import type { AnnotationInput } from '@attune/contract'
import { clock } from '../../base/clock.ts'
import { t } from '../../messages/index.ts'
import { quote } from '../turns.ts'

/** The words an annotation is on, shortened; of an event its time. */
export function placeWords(annotation: AnnotationInput, text: string | undefined): string {
  if (annotation.unit === 'segment') return text === undefined ? '' : t().ratings.quoted(quote(text, annotation, 90))
  return timeWords(annotation)
}

/** "1:23", "1:23 to 1:30". */
export function timeWords({ onset, offset }: { onset: number; offset: number | null }): string {
  return offset === null ? clock(onset) : t().ratings.fromTo(clock(onset), clock(offset))
}
