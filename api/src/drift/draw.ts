import { sha256 } from '../base/ports.ts'

/** One of several, decided by a text: the same text and the same list give the same one. */
export function drawnBy<Item>(text: string, items: readonly Item[]): Item | undefined {
  // 48 of 256 bits: a list would have to be very long for the first ones to be favoured.
  const number = Number.parseInt(sha256(text).slice(0, 12), 16)
  return items[number % items.length]
}

/** Puts something at a place that chance decides, either end included. */
export function mixIn<Item>(items: readonly Item[], one: Item, chance: string): Item[] {
  const place = Number.parseInt(sha256(chance).slice(0, 12), 16) % (items.length + 1)
  return items.toSpliced(place, 0, one)
}
