import { type Codebook, findCode } from '@attune/codebooks'
import type { EventAnnotation } from '../../turns.ts'

/** A state that has begun and has no end yet. */
export function isOpen(codebook: Codebook, event: EventAnnotation): boolean {
  return event.offset === null && findCode(codebook, event.code)?.event === 'state'
}

/** The state of a code that goes on for somebody at a time; of several the one that began last. */
export function openStateOf(
  codebook: Codebook,
  events: readonly EventAnnotation[],
  wanted: { code: string; subject: string | null },
): EventAnnotation | undefined {
  return events
    .filter((one) => one.code === wanted.code && one.subject === wanted.subject && isOpen(codebook, one))
    .toSorted((one, other) => one.onset - other.onset)
    .at(-1)
}

/** States that the beginning of another one ends: of the same exclusive group, for the same subject. */
export function endedBy(
  codebook: Codebook,
  events: readonly EventAnnotation[],
  begun: { code: string; subject: string | null; onset: number },
): EventAnnotation[] {
  const group = findCode(codebook, begun.code)?.exclusive
  if (group === undefined) return []
  return events.filter(
    (one) =>
      one.code !== begun.code &&
      one.subject === begun.subject &&
      one.onset <= begun.onset &&
      isOpen(codebook, one) &&
      findCode(codebook, one.code)?.exclusive === group,
  )
}

export type Remark = { kind: 'open' } | { kind: 'overlap'; with: EventAnnotation }

/**
 * What somebody should look at: a state without an end, and states at one time that exclude each other. Nothing is
 * guessed: an end that nobody coded stays unknown.
 */
export function remarksOn(codebook: Codebook, events: readonly EventAnnotation[]): Map<string, Remark> {
  const remarks = new Map<string, Remark>()
  const last = new Map<string, EventAnnotation>()
  for (const event of events.toSorted((one, other) => one.onset - other.onset)) {
    const code = findCode(codebook, event.code)
    if (code?.event !== 'state') continue
    if (event.offset === null) remarks.set(event.id, { kind: 'open' })
    // The same code twice at once for one subject is an overlap too, whatever its group.
    const lane = `${code.exclusive === undefined ? `=${code.id}` : code.exclusive} ${event.subject ?? ''}`
    const before = last.get(lane)
    if (before && endOf(before) > event.onset && !remarks.has(event.id)) {
      remarks.set(event.id, { kind: 'overlap', with: before })
    }
    if (!before || endOf(event) > endOf(before)) last.set(lane, event)
  }
  return remarks
}

/** An open state goes on as far as anybody knows. */
const endOf = (event: EventAnnotation): number => event.offset ?? Number.POSITIVE_INFINITY
