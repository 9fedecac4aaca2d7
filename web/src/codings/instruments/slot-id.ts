import { type Slot, slotKey } from '@attune/codebooks'

/** The id of the element in which a rating is made. */
export const slotElementId = (slot: Slot): string => `slot-${slotKey(slot).replace('@', '-at-').replace('#', '-in-')}`
