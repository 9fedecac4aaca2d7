import { type Missing, missingForSubmission, type Slot, slotKey } from '@attune/codebooks'
import type { Desk } from '../desk.ts'
import type { Sight } from '../desk-context.ts'
import { slotElementId } from './slot-id.ts'

/** Brings a rating into view and puts the keyboard on it, or on what belongs to it: its rationale, its evidence. */
export function goToSlot(sight: Sight, slot: Slot, part: Missing['part'] = 'rating'): void {
  sight.setPane('instruments')
  sight.setTab('ratings')
  sight.setSlot(slot)
  const card = document.getElementById(slotElementId(slot))
  if (part === 'rationale' || part === 'evidence') {
    card?.querySelector<HTMLElement>('.slot__more[aria-expanded="false"]')?.click()
  }
  const control = card?.querySelector<HTMLElement>(CONTROLS[part])
  const seen = part === 'rating' || part === 'value' ? card : control
  seen?.scrollIntoView({ block: 'center' })
  control?.focus({ preventScroll: true })
}

const VALUE = 'input:checked, input, button, textarea'
const CONTROLS: Record<Missing['part'], string> = {
  rating: VALUE,
  value: VALUE,
  rationale: '.slot-notes__text',
  evidence: '.slot__more',
}

/**
 * What is missing next after the rating with the attention, or the first of all. Ratings come first; when all are there, the
 * rationales and the evidence that the codebook asks for.
 */
export function nextMissing(desk: Desk, sight: Sight): Missing | null {
  const { ratings, annotations } = desk.draft()
  const missing = missingForSubmission(desk.codebook, desk.targets, [...ratings.values()], [...annotations.values()])
  const isUnrated = missing.some(({ part }) => part === 'rating')
  const wanted = isUnrated ? missing.filter(({ part }) => part === 'rating') : missing
  const now = sight.slot()
  const placeOf = (slot: Slot) => desk.slots.findIndex((one) => slotKey(one) === slotKey(slot))
  const at = now ? placeOf(now) : -1
  return wanted.find(({ slot }) => placeOf(slot) > at) ?? wanted[0] ?? null
}
