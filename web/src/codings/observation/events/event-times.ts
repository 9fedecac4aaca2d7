import { parseClock } from '../../../base/clock.ts'
import { t } from '../../../messages/index.ts'
import type { EventAnnotation } from '../../turns.ts'

type Times = Pick<EventAnnotation, 'onset' | 'offset'>

/** What is wrong with a typed beginning; empty if nothing is. */
export function onsetFault({ offset }: Times, typed: string): string {
  const onset = parseClock(typed)
  if (onset === null) return t().observations.writeTime
  return offset !== null && onset > offset ? t().observations.beginTooLate : ''
}

/** What is wrong with a typed end. Nothing at all means that the end is not known. */
export function offsetFault({ onset }: Times, typed: string): string {
  const offset = parseClock(typed)
  if (typed.trim() === '') return ''
  if (offset === null) return t().observations.writeTime
  return offset < onset ? t().observations.endTooEarly : ''
}
