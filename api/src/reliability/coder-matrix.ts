import { slotLabel } from '@attune/codebooks'
import type { Query, Reply, readCoderMatrix } from '@attune/contract'
import { measureOfPairs, pairResults, shortLabel } from '@attune/report'
import type { Db } from '../base/database/database.ts'
import { plainResult, type Subject } from './analysis.ts'
import { everybody } from './groups.ts'
import { countedCodings, findCodebook, ratingsOfSlot } from './queries.ts'
import { comparableAt } from './selection.ts'
import { ratingSet } from './sets.ts'

type MatrixQuery = Query<typeof readCoderMatrix>

/** Everybody with everybody on one variable, the master among them. */
export async function matrixOf(db: Db, study: string, query: MatrixQuery): Promise<Reply<typeof readCoderMatrix>> {
  const codebook = await findCodebook(db, study, query.codebookVersion)
  const counted = await countedCodings(db, study, query.codebookVersion)
  const codings = counted.filter(
    ({ rater }) => rater.isMaster || query.coders.length === 0 || query.coders.includes(rater.id),
  )
  const comparable = comparableAt(codebook, query)
  const ratings = await ratingsOfSlot(db, study, query.codebookVersion, comparable.slot)
  const values = new Map(ratings.map((rating) => [rating.coding, rating]))
  const subject: Subject = { codebook, comparable, group: everybody(codings, 'master') }
  const set = ratingSet(subject, values, ({ id }) => id)
  const pairs = pairResults(set, { confidence: query.confidence })
  const [some] = pairs
  return {
    variable: query.variable,
    label: slotLabel(codebook, comparable.slot),
    measureLabel:
      some === undefined
        ? measureOfPairs(set).title
        : shortLabel({ title: measureOfPairs(set).title, result: some.result }),
    raters: [...subject.group.raters],
    pairs: pairs
      .filter(({ n }) => n > 0)
      .map(({ first, second, result }) => {
        const { test: _, ...plain } = plainResult(result)
        return { first, second, ...plain }
      }),
  }
}
