import { setImmediate as breathe } from 'node:timers/promises'
import { type Codebook, collapsesOf } from '@attune/codebooks'
import type { AgreementResult, Rater, ReliabilityQuery } from '@attune/contract'
import { isSupervisor } from '../base/access.ts'
import type { Db } from '../base/database/database.ts'
import { Refusal } from '../base/refusal.ts'
import { analyse } from './analysis.ts'
import { raterGroups, ratersOf } from './groups.ts'
import { plannedMeasures } from './measures.ts'
import { type CountedCoding, countedCodings, findCodebook, ratingsOfSlot } from './queries.ts'
import { comparables } from './selection.ts'

/** More than a page can show or a person can read; a narrower question is refused by nothing. */
const mostResults = 20_000

export type Report = {
  readonly codebook: Codebook
  readonly codings: readonly CountedCoding[]
  readonly raters: readonly Rater[]
  readonly blind: boolean
  readonly results: readonly AgreementResult[]
}

/** Every collapse of the codebook's classifications once. */
export function collapsesIn(codebook: Codebook): { id: string; label: string }[] {
  return [...new Map(codebook.variables.flatMap(collapsesOf).map((one) => [one.id, one])).values()]
}

function refuseTooMany(count: number): void {
  if (count <= mostResults) return
  throw new Refusal(
    'bad-request',
    `That makes ${count} coefficients; choose fewer variables or coders (at most ${mostResults} at once).`,
  )
}

/** Agreement of a study, one variable after another, so that other requests are answered in between. */
export async function makeReport(db: Db, study: string, query: ReliabilityQuery): Promise<Report> {
  const codebook = await findCodebook(db, study, query.codebookVersion)
  const counted = await countedCodings(db, study, query.codebookVersion)
  const chosen = counted.filter(
    ({ rater }) => rater.isMaster || query.coders.length === 0 || query.coders.includes(rater.id),
  )
  const groups = raterGroups(chosen, query.comparison)
  const subjects = comparables(codebook, query.variables, query.collapse)
  refuseTooMany(
    subjects.reduce((sum, one) => sum + groups.length * plannedMeasures(one, groups[0]?.raters.length ?? 2).length, 0),
  )
  const results: AgreementResult[] = []
  for (const comparable of subjects) {
    const ratings = await ratingsOfSlot(db, study, query.codebookVersion, comparable.slot)
    // Nobody rated it, as a target that none of these cases has: there is nothing to compare and nothing to explain.
    if (ratings.length === 0) continue
    const values = new Map(ratings.map((rating) => [rating.coding, rating]))
    for (const group of groups) results.push(...analyse({ codebook, comparable, group }, values, query.confidence))
    await breathe()
  }
  const coders = chosen.filter(({ rater }) => !rater.isMaster)
  const blind = coders.length > 0 && coders.every(({ role }) => !isSupervisor(role))
  return { codebook, codings: chosen, raters: ratersOf(counted), blind, results }
}
