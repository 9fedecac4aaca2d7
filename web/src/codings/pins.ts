import { createSignal } from 'solid-js'

/** As many as there are digits to press. */
export const MOST_PINS = 9

/** The codes somebody keeps at hand, for the digits 1 to 9: kept in this browser, for each person and codebook. */
export function createPins(person: string, codebook: string) {
  const key = `attune:pins:${person}:${codebook}`
  const [pins, setPins] = createSignal(read(key))

  /** Pins or unpins a code. False where all digits are taken. */
  function toggle(code: string): boolean {
    const isPinned = pins().includes(code)
    if (!isPinned && pins().length >= MOST_PINS) return false
    const next = setPins(isPinned ? pins().filter((one) => one !== code) : [...pins(), code])
    try {
      localStorage.setItem(key, JSON.stringify(next))
    } catch {
      // A browser without storage forgets them with the tab.
    }
    return true
  }

  /** The digit of a code; 0 if it has none. */
  const digitOf = (code: string): number => pins().indexOf(code) + 1
  return { pins, toggle, digitOf }
}

function read(key: string): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string').slice(0, MOST_PINS) : []
  } catch {
    return []
  }
}
