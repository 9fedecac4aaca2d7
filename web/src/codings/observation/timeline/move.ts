import type { EventAnnotation } from '../../turns.ts'
import { toHundredths } from '../live/clock-source.ts'

export type Part = 'whole' | 'begin' | 'end'
type Times = Pick<EventAnnotation, 'onset' | 'offset'>

/** A frame where nobody says how many a second there are. */
export const FRAME = 1 / 25

/**
 * An event moved as a whole, or one of its borders; a border stops at the other one. What has no end has no border
 * there to move, and stays without.
 */
export function moved({ onset, offset }: Times, part: Part, seconds: number): Times {
  const to = (time: number) => toHundredths(time + seconds)
  if (part === 'begin') return { onset: offset === null ? to(onset) : Math.min(to(onset), offset), offset }
  if (part === 'end') return { onset, offset: offset === null ? null : Math.max(to(offset), onset) }
  return { onset: to(onset), offset: offset === null ? null : to(offset) }
}
