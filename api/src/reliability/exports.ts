import type { Codebook } from '@attune/codebooks'
import type { exportRatingsLong, Query, ReliabilityQuery } from '@attune/contract'
import { type RatingRow, resultsCsv } from '@attune/exchange'
import type { Db } from '../base/database/database.ts'
import { programVersion } from '../base/version.ts'
import { cellOf, noValue } from './cells.ts'
import { type CountedCoding, type CountedRating, countedCodings, findCodebook, ratingsOfSlot } from './queries.ts'
import { makeReport } from './report.ts'
import { type Comparable, comparables } from './selection.ts'

type RatingsQuery = Query<typeof exportRatingsLong>

export async function resultsFile(db: Db, study: string, query: ReliabilityQuery): Promise<string> {
  const { name } = await db.selectFrom('study').select('name').where('id', '=', study).executeTakeFirstOrThrow()
  const { codebook, blind, results } = await makeReport(db, study, query)
  const context = { study: name, codebook: { id: codebook.id, version: codebook.version } }
  return resultsCsv(results, { ...context, comparison: query.comparison, blind, attune: programVersion })
}

function rowOf(
  codebook: Codebook,
  { slot, variable, collapse }: Comparable,
  coding: CountedCoding,
  rating: CountedRating,
): RatingRow {
  const cell = cellOf(variable, collapse, rating.value)
  return {
    case: coding.caseName,
    ...slot,
    collapse,
    rater: coding.login,
    role: coding.rater.isMaster ? 'master' : coding.role,
    codingVersion: coding.version,
    codebook: `${codebook.id} ${codebook.version}`,
    value: cell === noValue ? null : cell,
    noValueReason: rating.value.kind === 'none' ? rating.value.reason : null,
    confidence: rating.confidence,
    submittedAt: coding.submittedAt,
  }
}

/** The ratings that enter the reliability page: by variable as in the codebook, then case, then rater. */
export async function ratingRows(db: Db, study: string, query: RatingsQuery): Promise<RatingRow[]> {
  const codebook = await findCodebook(db, study, query.codebookVersion)
  const codings = await countedCodings(db, study, query.codebookVersion)
  const rows: RatingRow[] = []
  for (const comparable of comparables(codebook, [], query.collapse)) {
    const ratings = await ratingsOfSlot(db, study, query.codebookVersion, comparable.slot)
    const values = new Map(ratings.map((rating) => [rating.coding, rating]))
    for (const coding of codings) {
      const rating = values.get(coding.coding)
      if (rating !== undefined) rows.push(rowOf(codebook, comparable, coding, rating))
    }
  }
  return rows
}
