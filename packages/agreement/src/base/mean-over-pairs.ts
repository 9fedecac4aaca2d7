import type { Options } from '../options.ts'
import type { Result } from '../result.ts'
import { type RaterTable, raterPairs, selectRaters } from '../table/select.ts'
import { completeScores, pairedScores } from './paired-scores.ts'
import { confidenceOf, estimated, type Setting, undetermined } from './report.ts'
import { sum } from './sum.ts'

/** A correlation of two columns; `null` if one of them does not vary. */
type Correlation = (first: Float64Array, second: Float64Array) => number | null

/**
 * Mean of a correlation over all pairs of raters, perfect ones included. No interval: the pairs share raters, so they are not
 * independent; resample the items instead.
 */
export function meanOverPairs(
  measure: string,
  correlate: Correlation,
  table: RaterTable,
  options: Pick<Options, 'confidence' | 'missing'>,
): Result {
  const { missing = 'listwise' } = options
  const confidence = confidenceOf(options)
  const { n, dropped, values, raters: m } = completeScores(table)
  const listwise = missing === 'listwise'
  const setting: Setting = {
    measure,
    options: { confidence, missing },
    raters: table.raters,
    n: listwise ? n : table.size,
    dropped: listwise ? dropped : [],
  }
  if (m < 2) return undetermined(setting, 'too-few-raters', 'One rater alone has no one to agree with.')
  const columns = table.raters.map((_, rater) =>
    Float64Array.from({ length: n }, (_, item) => values[item * m + rater]!),
  )
  const column = (rater: string): Float64Array => columns[table.raters.indexOf(rater)]!
  const found: number[] = []
  for (const [first, second] of raterPairs(table)) {
    const pair = listwise
      ? { first: column(first), second: column(second) }
      : pairedScores(selectRaters(table, [first, second]))
    if (pair.first.length < 2) {
      return undetermined(setting, 'too-few-items', `${first} and ${second} have fewer than two items in common.`)
    }
    const value = correlate(pair.first, pair.second)
    if (value === null) {
      const message = `${first} or ${second} gave every item the same score, so one of the correlations is not determined.`
      return undetermined(setting, 'no-variation', message)
    }
    found.push(value)
  }
  const estimate = sum(found) / found.length
  return estimated(setting, {
    estimate,
    details: { pairs: found.length, lowest: Math.min(...found), highest: Math.max(...found) },
  })
}
