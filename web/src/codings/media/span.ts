import type { Material } from '@attune/contract'
import type { Sight } from '../desk-context.ts'
import { turnsOf } from '../turns.ts'
import { spanOf } from './turn-times.ts'

/** An event without an end is looked at with a little before and after, in seconds. */
const around = 2

/** What the coder is looking at, as a span of the recording: the selected words, the raised passage, the raised event. */
export function spanInSight(sight: Sight, material: Material): { from: number; to: number } | null {
  const raised = sight.raisedAnnotation()
  if (raised?.unit === 'event') {
    const { onset, offset } = raised
    return offset !== null && offset > onset
      ? { from: onset, to: offset }
      : { from: Math.max(0, onset - around), to: onset + around }
  }
  const stretch = sight.selection() ?? raised
  if (material.kind !== 'transcript' || !stretch) return null
  const { first, last } = turnsOf(material.turns, stretch)
  return spanOf(material.turns, first, last)
}
