import type { Code } from '@attune/codebooks'
import type { Desk } from '../desk.ts'
import type { Sight } from '../desk-context.ts'
import { codeEvent } from '../observation/events/event-actions.ts'
import { subjectsFor } from '../observation/events/subjects.ts'
import type { GivenUnit } from './given.ts'

export type GivenEvent = Extract<GivenUnit, { unit: 'event' }>

/** The event that is chosen among the given units. */
export function chosenEvent(sight: Sight): GivenEvent | null {
  const unit = sight.given.units[sight.given.at()]
  return unit?.unit === 'event' ? unit : null
}

/** Puts a code on a given unit of time, with its borders; a code for moments takes its beginning. */
export function codeGiven(desk: Desk, sight: Sight, code: Code, { onset, offset }: GivenEvent): void {
  if (!desk.mayWrite()) return
  codeEvent(desk, sight, code, {
    onset,
    offset: code.event === 'point' ? null : offset,
    subject: subjectsFor(desk, code)[0]?.id ?? null,
  })
}
