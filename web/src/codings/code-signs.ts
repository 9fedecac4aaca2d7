import type { Code } from '@attune/codebooks'

/**
 * One or two letters for each code, all different, so that colour is never the only sign: its key where it has one, else
 * initials of its label, else its first letter and a number.
 */
export function codeSigns(codes: readonly Code[]): ReadonlyMap<string, string> {
  const signs = new Map<string, string>()
  const taken = new Set<string>()
  const take = (code: Code, sign: string) => {
    signs.set(code.id, sign)
    taken.add(sign)
  }
  for (const code of codes) if (code.key) take(code, code.key.toUpperCase())
  for (const code of codes) {
    if (signs.has(code.id)) continue
    const free = proposals(code.label).find((sign) => !taken.has(sign))
    take(code, free ?? numbered(code.label, taken))
  }
  return signs
}

function proposals(label: string): string[] {
  const words = label.match(/\p{L}+/gu) ?? []
  const [first = '', second = ''] = words
  const letters = Array.from(first)
  const initials = (letters[0] ?? '').toUpperCase() + (Array.from(second)[0] ?? '').toLowerCase()
  const pairs = letters.slice(1).map((letter) => (letters[0] ?? '').toUpperCase() + letter.toLowerCase())
  return [...(second ? [initials] : []), ...pairs].filter((sign) => sign.length >= 2)
}

function numbered(label: string, taken: ReadonlySet<string>): string {
  const letter = (Array.from(label)[0] ?? '?').toUpperCase()
  let number = 2
  while (taken.has(`${letter}${number}`)) number += 1
  return `${letter}${number}`
}
