import { slotLabel } from '@attune/codebooks'
import type { ComparedCase, KappaCompany, Query, Rater, Reply, readPair, ScoreDifferences } from '@attune/contract'
import { comparisonsOf, kappaCompany, limitsOfAgreement, type RatingSet, rScript, tableOfPair } from '@attune/report'
import type { Db } from '../base/database/database.ts'
import { notFound } from '../base/refusal.ts'
import { programVersion } from '../base/version.ts'
import { compute, plainResult, type Subject } from './analysis.ts'
import { declaredOutcomes } from './cells.ts'
import { findingOf, planOf } from './findings.ts'
import { pairGroup } from './groups.ts'
import { type CountedCoding, type CountedRating, countedCodings, findCodebook, ratingsOfSlot } from './queries.ts'
import { comparableAt } from './selection.ts'
import { namesIn, ratingSet } from './sets.ts'

type PairQuery = Query<typeof readPair>

/** One of the raters of these codings. @throws Refusal if there is no such rater. */
export function raterIn(codings: readonly CountedCoding[], id: string): Rater {
  const found = codings.find(({ rater }) => rater.id === id)
  if (found === undefined) throw notFound()
  return found.rater
}

/** Two raters closely on one variable. A difference is the first rater minus the second. */
export async function readPairOf(db: Db, study: string, query: PairQuery): Promise<Reply<typeof readPair>> {
  const codebook = await findCodebook(db, study, query.codebookVersion)
  const codings = await countedCodings(db, study, query.codebookVersion)
  const [first, second] = [raterIn(codings, query.first), raterIn(codings, query.second)]
  const comparable = comparableAt(codebook, query)
  const head = { variable: query.variable, label: slotLabel(codebook, comparable.slot), first, second }
  // Nobody agrees or disagrees with herself.
  if (first.id === second.id) return { ...head, differences: null, company: null, script: null }
  const ratings = await ratingsOfSlot(db, study, query.codebookVersion, comparable.slot)
  const values = new Map(ratings.map((rating) => [rating.coding, rating]))
  const subject: Subject = { codebook, comparable, group: pairGroup(codings, [first, second]) }
  const set = ratingSet(subject, values, namesIn(codings))
  const isScored = set.level !== 'nominal'
  return {
    ...head,
    differences: isScored ? differencesOf(subject, set, values, query.confidence) : null,
    company: isScored ? null : companyOf(subject, set, query.confidence),
    script: scriptOf(subject, set, values, query.confidence, namesIn(codings)),
  }
}

function differencesOf(
  { group }: Subject,
  set: RatingSet,
  values: ReadonlyMap<string, CountedRating>,
  confidence: number,
): ScoreDifferences {
  const table = tableOfPair(set.scores() ?? set.codes(), set, set.raters)
  const { result, limits } = limitsOfAgreement(table, { confidence })
  const score = (coding: string | null | undefined): number | null => {
    const value = coding == null ? undefined : values.get(coding)?.value
    if (value?.kind === 'score') return value.score
    if (value?.kind === 'count') return value.count
    return value?.kind === 'duration' ? value.seconds : null
  }
  const cases = group.items.flatMap(({ case: id, caseName, codings: [one, other] }) => {
    const [first, second] = [score(one), score(other)]
    if (first === null || second === null || one == null || other == null) return []
    const compared: ComparedCase = { case: id, caseId: caseName, firstCoding: one, secondCoding: other }
    return [{ ...compared, first, second }]
  })
  return { ...plainResult(result), limits, cases }
}

function companyOf({ comparable }: Subject, set: RatingSet, confidence: number): KappaCompany {
  const { lines, paradox, commonest } = kappaCompany(tableOfPair(set.codes(), set, set.raters), { confidence })
  const labels = new Map(declaredOutcomes(comparable)?.map(({ id, label }) => [id, label]))
  return {
    lines: lines.map(({ id, label, result }) => {
      if (result === null) return { measure: id, label, result: null }
      const { test: _, ...plain } = plainResult(result)
      return { measure: id, label, result: plain }
    }),
    paradox,
    commonest: commonest && { label: labels.get(commonest.category) ?? commonest.category, share: commonest.share },
  }
}

/** R for this pair alone, with the ratings of this pair alone. */
function scriptOf(
  subject: Subject,
  set: RatingSet,
  values: ReadonlyMap<string, CountedRating>,
  confidence: number,
  nameOf: (rater: Rater) => string,
): string {
  const findings = compute(subject, values, confidence, nameOf).map((one) => findingOf(subject, one, set.by))
  const plan = planOf({ comparison: 'pairs', confidence })
  const source = slotLabel(subject.codebook, subject.comparable.slot)
  return rScript({ source, version: programVersion, sets: [set], plan }, comparisonsOf([set], findings))
}
