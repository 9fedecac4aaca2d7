import type { Code } from '@attune/codebooks'

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** How well a code answers what was typed: 0 not at all; beginnings of the label beat beginnings of words, those beat the rest. */
function closeness(code: Code, typed: string): number {
  const label = plain(code.label)
  if (code.key === typed) return 5
  if (label.startsWith(typed)) return 4
  if (label.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(typed))) return 3
  if (`${label} ${plain(code.group ?? '')}`.includes(typed)) return 2
  return isSubsequence(typed.replace(/\s/g, ''), label) ? 1 : 0
}

function isSubsequence(letters: string, text: string): boolean {
  let at = 0
  for (const letter of text) if (letter === letters[at]) at += 1
  return at === letters.length
}

/** The codes that fit, best first; of equals the recently used ones, then the codebook's order. Nothing typed: recent ones first, then all. */
export function searchCodes(codes: readonly Code[], typed: string, recent: readonly string[]): Code[] {
  const query = plain(typed.trim())
  const age = (code: Code) => {
    const place = recent.indexOf(code.id)
    return place === -1 ? recent.length : place
  }
  return codes
    .map((code, order) => ({ code, order, match: query === '' ? 1 : closeness(code, query) }))
    .filter((found) => found.match > 0)
    .sort((a, b) => b.match - a.match || age(a.code) - age(b.code) || a.order - b.order)
    .map((found) => found.code)
}

/** The code that was used comes first; eight are remembered. */
export const remember = (recent: readonly string[], code: string): string[] =>
  [code, ...recent.filter((other) => other !== code)].slice(0, 8)
