import type { TrainingProgress } from '@attune/contract'
import type { Db } from '../../base/database/database.ts'
import { type Tally, tallyOf } from '../feedback/tally.ts'
import { casesOf, type ScoredCase } from '../scoring/cases.ts'
import { itemKinds } from '../scoring/items.ts'
import { groundsOf, type SetGround } from '../scoring/set-ground.ts'

/** A case that counts for somebody's progress. */
export type CodedCase = Tally & {
  readonly set: SetGround
  readonly attempt: number
  readonly case: ScoredCase
  readonly at: string
}

export type Whose = {
  readonly study: string
  readonly person: string
  /** What may be looked at: what was released item by item, or every case that was scored. */
  readonly seen: 'released' | 'scored'
}

type CodebookHead = TrainingProgress['codebooks'][number]

function attemptsOf(db: Db, { study, person, seen }: Whose) {
  return db
    .selectFrom('attempt')
    .innerJoin('training_set', 'training_set.id', 'attempt.training_set')
    .select(['attempt.id', 'attempt.number', 'attempt.training_set', 'training_set.codebook_version'])
    .where('attempt.study', '=', study)
    .where('attempt.person', '=', person)
    .$if(seen === 'scored', (query) =>
      query.where(({ exists, selectFrom }) =>
        exists(selectFrom('attempt_score').select('id').whereRef('attempt_score.attempt', '=', 'attempt.id')),
      ),
    )
    .orderBy('attempt.started_at')
    .orderBy('attempt.id')
    .execute()
}

/** Cases with released item feedback only: of a test there is none. */
function maySee(set: SetGround, one: ScoredCase, seen: Whose['seen']): boolean {
  if (one.isWithdrawn || one.own === null) return false
  return seen === 'scored' || (one.releasedAt !== null && set.content.feedback !== 'test')
}

/** The cases that somebody coded in training, in the order of coding. */
export async function codedCases(db: Db, whose: Whose): Promise<CodedCase[]> {
  const attempts = await attemptsOf(db, whose)
  const numbers = new Map(attempts.map(({ id, number }) => [id, number]))
  const sets = await groundsOf(
    db,
    attempts.map((attempt) => attempt.training_set),
  )
  const found: CodedCase[] = []
  for (const set of sets.values()) {
    const own = attempts.filter((attempt) => attempt.training_set === set.id).map(({ id }) => id)
    const annotations = set.content.scope.units !== 'none'
    const kinds = itemKinds(set)
    for (const one of await casesOf(db, set, own, { masters: 'scored', annotations })) {
      if (!maySee(set, one, whose.seen)) continue
      const attempt = numbers.get(one.attempt) ?? 0
      found.push({ ...tallyOf(set, kinds, one), set, attempt, case: one, at: one.submittedAt ?? '' })
    }
  }
  return found.sort((one, other) =>
    one.at === other.at ? one.case.position - other.case.position : one.at < other.at ? -1 : 1,
  )
}

/** The codebook versions of some cases, the one used last at the end. */
export function codebooksOf(cases: readonly CodedCase[]): CodebookHead[] {
  const heads = new Map<string, CodebookHead>()
  for (const { set } of cases) {
    const { id, version, title } = set.codebook
    heads.delete(set.codebookVersion)
    heads.set(set.codebookVersion, { version: set.codebookVersion, id, number: version, title })
  }
  return [...heads.values()]
}
