import { type CodeTable, type ScoreTable, tableFromCodes, tableFromScores } from '@attune/agreement'
import { type Random, randomBelow } from '../../../packages/agreement/src/base/random.ts'

const between = (random: Random, low: number, high: number): number => low + randomBelow(random, high - low + 1)

export function shuffled<Item>(list: readonly Item[], random: Random): Item[] {
  const copy = [...list]
  for (let last = copy.length - 1; last > 0; last--) {
    const other = randomBelow(random, last + 1)
    const [a, b] = [copy[last], copy[other]]
    if (a !== undefined && b !== undefined) [copy[last], copy[other]] = [b, a]
  }
  return copy
}

const names = (count: number, letter: string) => Array.from({ length: count }, (_, index) => `${letter}${index + 1}`)

/** Two to five raters, one to six categories, few or many items, agreement from none to full, gaps and "not codable". */
export function codesFrom(random: Random): CodeTable {
  const m = between(random, 2, 5)
  const q = between(random, 1, 6)
  const size = between(random, 0, 14)
  const [slips, gaps] = [between(random, 0, 100), between(random, 0, 2) * 15]
  const rare = between(random, 0, 2) === 0 // one category for nearly all
  const codes = Array.from({ length: size }, () => {
    const truth = rare && randomBelow(random, 10) > 0 ? 0 : randomBelow(random, q)
    return names(m, 'r').map(() => {
      if (randomBelow(random, 100) < gaps) return randomBelow(random, 4) === 0 ? -2 : -1
      return randomBelow(random, 100) < slips ? randomBelow(random, q) : truth
    })
  })
  const level = (['nominal', 'ordinal', 'interval'] as const)[randomBelow(random, 3)] ?? 'nominal'
  const table = tableFromCodes({ raters: names(m, 'r'), level, categories: names(q, 'c'), codes: codes.flat() })
  return { ...table, scores: table.scores.map((score, index) => score * 2 + (index % 3)) }
}

/** Two to five raters on a scale by half points, some alike and some not, gaps in some tables. */
export function scoresFrom(random: Random): ScoreTable {
  const m = between(random, 2, 5)
  const size = between(random, 0, 14)
  const [noise, gaps] = [between(random, 0, 8), between(random, 0, 2) * 12]
  const values = Array.from({ length: size }, () => {
    const truth = randomBelow(random, 12)
    return names(m, 'r').map(() =>
      randomBelow(random, 100) < gaps ? Number.NaN : 1 + (truth + randomBelow(random, noise + 1)) / 2,
    )
  })
  return tableFromScores({ raters: names(m, 'r'), level: 'interval', values: values.flat() })
}
