import type { Codebook } from '@attune/codebooks'
import type { Rater, ReliabilityQuery } from '@attune/contract'
import { isSupervisor } from '../base/access.ts'
import type { Db } from '../base/database/database.ts'
import { Refusal } from '../base/refusal.ts'
import type { Subject } from './analysis.ts'
import { type RaterGroup, raterGroups, ratersOf } from './groups.ts'
import { plannedMeasures } from './measures.ts'
import { type CountedCoding, type CountedRating, countedCodings, findCodebook, ratingsOfSlot } from './queries.ts'
import { type Comparable, comparables } from './selection.ts'

/** More than a page can show or a person can read; a narrower question is refused by nothing. */
const mostResults = 20_000

/** What a question about agreement is about, before any coefficient. */
export type Collected = {
  readonly codebook: Codebook
  readonly codings: readonly CountedCoding[]
  readonly raters: readonly Rater[]
  readonly groups: readonly RaterGroup[]
  readonly blind: boolean
  /** One variable after another, with the ratings of it; variables that nobody rated are left out. */
  readonly variables: () => AsyncGenerator<{
    readonly comparable: Comparable
    readonly values: ReadonlyMap<string, CountedRating>
    readonly subjects: readonly Subject[]
  }>
}

function refuseTooMany(count: number): void {
  if (count <= mostResults) return
  throw new Refusal(
    'bad-request',
    `That makes ${count} coefficients; choose fewer variables or coders (at most ${mostResults} at once).`,
  )
}

/** The codings and groups that a question is about. Ratings are read variable by variable, so that they never lie in memory at once. */
export async function collect(db: Db, study: string, query: ReliabilityQuery): Promise<Collected> {
  const codebook = await findCodebook(db, study, query.codebookVersion)
  const counted = await countedCodings(db, study, query.codebookVersion)
  const codings = counted.filter(
    ({ rater }) => rater.isMaster || query.coders.length === 0 || query.coders.includes(rater.id),
  )
  const groups = raterGroups(codings, query.comparison)
  const asked = comparables(codebook, query.variables, query.collapse)
  refuseTooMany(
    asked.reduce((sum, one) => sum + groups.length * plannedMeasures(one, groups[0]?.raters.length ?? 2).length, 0),
  )
  const coders = codings.filter(({ rater }) => !rater.isMaster)
  const blind = coders.length > 0 && coders.every(({ role }) => !isSupervisor(role))
  async function* variables() {
    for (const comparable of asked) {
      const ratings = await ratingsOfSlot(db, study, query.codebookVersion, comparable.slot)
      // Nobody rated it, as a target that none of these cases has: there is nothing to compare and nothing to explain.
      if (ratings.length === 0) continue
      const values = new Map(ratings.map((rating) => [rating.coding, rating]))
      yield { comparable, values, subjects: groups.map((group) => ({ codebook, comparable, group })) }
    }
  }
  return { codebook, codings, raters: ratersOf(counted), groups, blind, variables }
}
