import { type CertificateBody, type Criterion, certificateNotice, type Figure, type Verdict } from '@attune/criteria'
import type { Trx } from '../base/database/database.ts'
import type { Row } from '../base/database/schema.ts'
import { programVersion } from '../base/version.ts'
import type { Score } from '../training/scoring/latest.ts'
import type { SetGround } from '../training/scoring/set-ground.ts'

export type Grounds = {
  readonly attempt: Row<'attempt'>
  readonly set: SetGround
  readonly criterion: Criterion
  readonly score: Score
}

/** What is decided anew with every certificate of an attempt. */
export type Issue = Pick<CertificateBody, 'id' | 'issuedAt' | 'expiresAt' | 'issuedBy' | 'rescored'>

/** The figures of what was met; a branch that was not needed says nothing. Those of some cases only may have to be left out. */
function figuresIn(verdict: Verdict, ofAllOnly: boolean): Figure[] {
  if (!verdict.met) return []
  if ('all' in verdict) return verdict.all.flatMap((part) => figuresIn(part, ofAllOnly))
  if ('any' in verdict) return verdict.any.flatMap((part) => figuresIn(part, ofAllOnly))
  return ofAllOnly && verdict.predicate.window.kind !== 'all' ? [] : verdict.figures
}

/**
 * What a test keeps from its trainee, its certificate keeps too: it is the trainee who shows it around. Figures of some cases
 * beside those of all would tell what was right case by case.
 */
function figuresOf({ set, score }: Grounds): Figure[] {
  const { feedback, showsScores } = set.content
  const isTest = feedback === 'test'
  if (score.verdict === null || (isTest && !showsScores)) return []
  return figuresIn(score.verdict, isTest)
}

const nameOf = async (trx: Trx, table: 'study' | 'person', id: string): Promise<string> =>
  (await trx.selectFrom(table).select('name').where('id', '=', id).executeTakeFirstOrThrow()).name

/** Of the cases that the score was held against, not of those that had no master coding. */
async function casesOf(trx: Trx, { attempt, score }: Grounds): Promise<{ cases: number; blind: boolean }> {
  const rows = await trx
    .selectFrom('attempt_case')
    .leftJoin('coding', 'coding.id', 'attempt_case.coding')
    .select(['attempt_case.study_case', 'coding.declaration'])
    .where('attempt_case.attempt', '=', attempt.id)
    .execute()
  const used = rows.filter(({ study_case }) => (score.masters.get(study_case) ?? []).length > 0)
  const knew = ({ declaration }: (typeof rows)[number]): boolean =>
    declaration === null || JSON.parse(declaration).knew !== false
  return { cases: used.length, blind: !used.some(knew) }
}

export async function bodyOf(trx: Trx, grounds: Grounds, issue: Issue): Promise<CertificateBody> {
  const { attempt, set, criterion } = grounds
  const { id, version, title } = set.codebook
  const lab = await trx.selectFrom('lab').select('name').executeTakeFirst()
  return {
    format: 'attune-certificate/1',
    ...issue,
    lab: lab?.name || 'A lab without a name',
    study: await nameOf(trx, 'study', attempt.study),
    person: await nameOf(trx, 'person', attempt.person),
    set: { id: set.id, name: set.name, ...(await casesOf(trx, grounds)) },
    attempt: { number: attempt.number, finishedAt: attempt.finished_at ?? '' },
    codebook: { id, number: version, title, hash: set.codebookHash },
    criterion,
    figures: figuresOf(grounds),
    program: programVersion,
    notice: certificateNotice,
  }
}
