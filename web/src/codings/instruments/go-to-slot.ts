import { type Slot, slotKey } from '@attune/codebooks'
import type { Desk } from '../desk.ts'
import type { Sight } from '../desk-context.ts'
import { slotElementId } from './SlotCard.tsx'

/** Brings a rating into view and puts the keyboard on it. */
export function goToSlot(sight: Sight, slot: Slot): void {
  sight.setPane('instruments')
  sight.setTab('ratings')
  sight.setSlot(slot)
  const card = document.getElementById(slotElementId(slot))
  card?.scrollIntoView({ block: 'center' })
  const control = card?.querySelector<HTMLElement>('input:checked, input, button, textarea')
  control?.focus({ preventScroll: true })
}

/** The next required rating that is missing after the one with the attention, or the first of all. */
export function nextMissing(desk: Desk, sight: Sight): Slot | null {
  const { codebook, slots } = desk
  const isMissing = (slot: Slot) =>
    codebook.variables.find((variable) => variable.id === slot.variable)?.required === true &&
    !desk.draft().ratings.has(slotKey(slot))
  const now = sight.slot()
  const at = now ? slots.findIndex((slot) => slotKey(slot) === slotKey(now)) : -1
  return [...slots.slice(at + 1), ...slots.slice(0, at + 1)].find(isMissing) ?? null
}
