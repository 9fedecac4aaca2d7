import type { exportEvents, Query } from '@attune/contract'
import type { CodedObservation } from '@attune/exchange'
import type { Db } from '../base/database/database.ts'
import { episodesOf, intervalsOf } from '../codings/marks.ts'
import { annotationsOf } from '../codings/queries.ts'
import { countedCodings, findCodebook } from './queries.ts'

/** What was coded of observations, of the codings that count on the reliability page: by case, then coder. */
export async function codedObservations(
  db: Db,
  study: string,
  { codebookVersion }: Query<typeof exportEvents>,
): Promise<CodedObservation[]> {
  const codebook = await findCodebook(db, study, codebookVersion)
  const observations: CodedObservation[] = []
  for (const { coding, caseName, login, version } of await countedCodings(db, study, codebookVersion)) {
    observations.push({
      case: caseName,
      coder: login,
      codingVersion: version,
      codebook,
      annotations: await annotationsOf(db, coding),
      intervals: await intervalsOf(db, coding),
      episodes: await episodesOf(db, coding),
    })
  }
  return observations
}
