import type { Codebook } from '@attune/codebooks'
import type { exportRatingsLong, Query, ReliabilityQuery } from '@attune/contract'
import { type RatingRow, resultsCsv } from '@attune/exchange'
import type { Db } from '../base/database/database.ts'
import { programVersion } from '../base/version.ts'
import { cellOf, noValue } from './cells.ts'
import {
  type CountedCoding,
  type CountedRating,
  countedCodings,
  findCodebook,
  ratingsOfSlot,
  studyName,
} from './queries.ts'
import { makeReport } from './report.ts'
import { type Comparable, comparables } from './selection.ts'

type RatingsQuery = Query<typeof exportRatingsLong>

export async function resultsFile(db: Db, study: string, query: ReliabilityQuery): Promise<string> {
  const name = await studyName(db, study)
  const { codebook, blind, results } = await makeReport(db, study, query)
  const context = { study: name, codebook: { id: codebook.id, version: codebook.version } }
  return resultsCsv(results, { ...context, comparison: query.comparison, blind, attune: programVersion })
}

/** Whether a coding could have a rating of this: the case is about that target. */
function concerns(coding: CountedCoding, { slot }: Comparable): boolean {
  return slot.target === null || coding.targets.length === 0 || coding.targets.includes(slot.target)
}

function rowOf(
  codebook: Codebook,
  { slot, variable, collapse }: Comparable,
  coding: CountedCoding,
  rating: CountedRating | undefined,
): RatingRow {
  const cell = rating === undefined ? noValue : cellOf(variable, collapse, rating.value)
  const reason = rating?.value.kind === 'none' ? rating.value.reason : null
  return {
    case: coding.caseName,
    ...slot,
    collapse,
    rater: coding.login,
    role: coding.rater.isMaster ? 'master' : coding.role,
    codingVersion: coding.version,
    codebook: `${codebook.id} ${codebook.version}`,
    value: cell === noValue ? null : cell,
    noValueReason: rating === undefined ? 'missing' : reason,
    confidence: rating?.confidence ?? null,
    submittedAt: coding.submittedAt,
  }
}

/**
 * The ratings that enter the reliability page: by variable as in the codebook, then case, then rater. What a coder left
 * unrated has a row of its own: missing is a fact too.
 */
export async function ratingRows(db: Db, study: string, query: RatingsQuery): Promise<RatingRow[]> {
  const codebook = await findCodebook(db, study, query.codebookVersion)
  const codings = await countedCodings(db, study, query.codebookVersion)
  const rows: RatingRow[] = []
  for (const comparable of comparables(codebook, [], query.collapse)) {
    const ratings = await ratingsOfSlot(db, study, query.codebookVersion, comparable.slot)
    if (ratings.length === 0) continue
    const values = new Map(ratings.map((rating) => [rating.coding, rating]))
    for (const coding of codings.filter((one) => concerns(one, comparable))) {
      rows.push(rowOf(codebook, comparable, coding, values.get(coding.coding)))
    }
  }
  return rows
}
