import type { CodeTable } from '@attune/agreement'

/** `counts[first][second]`: how often the first rater's category met the second rater's. */
export function confusions({ codes, categories, size }: CodeTable): number[][] {
  const counts = categories.map(() => categories.map(() => 0))
  for (let item = 0; item < size; item++) {
    const [first = -1, second = -1] = [codes[2 * item], codes[2 * item + 1]]
    const row = counts[first]
    if (row !== undefined && second >= 0) row[second] = (row[second] ?? 0) + 1
  }
  return counts
}
