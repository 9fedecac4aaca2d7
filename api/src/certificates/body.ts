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

/** The figures of what was met; a branch that was not needed says nothing. */
function figuresIn(verdict: Verdict): Figure[] {
  if (!verdict.met) return []
  if ('all' in verdict) return verdict.all.flatMap(figuresIn)
  return 'any' in verdict ? verdict.any.flatMap(figuresIn) : verdict.figures
}

/** What a test keeps from its trainee, its certificate keeps too: it is the trainee who shows it around. */
function figuresOf({ set, score }: Grounds): Figure[] {
  const { feedback, showsScores } = set.content
  if (score.verdict === null || (feedback === 'test' && !showsScores)) return []
  return figuresIn(score.verdict)
}

const nameOf = async (trx: Trx, table: 'study' | 'person', id: string): Promise<string> =>
  (await trx.selectFrom(table).select('name').where('id', '=', id).executeTakeFirstOrThrow()).name

async function casesOf(trx: Trx, attempt: string): Promise<{ cases: number; blind: boolean }> {
  const rows = await trx
    .selectFrom('attempt_case')
    .innerJoin('attempt', 'attempt.id', 'attempt_case.attempt')
    .leftJoin('training_set_case', (join) =>
      join
        .onRef('training_set_case.training_set', '=', 'attempt.training_set')
        .onRef('training_set_case.study_case', '=', 'attempt_case.study_case'),
    )
    .leftJoin('coding', 'coding.id', 'attempt_case.coding')
    .select(['coding.declaration'])
    .where('attempt_case.attempt', '=', attempt)
    .where('training_set_case.withdrawn_at', 'is', null)
    .execute()
  const knew = ({ declaration }: (typeof rows)[number]): boolean =>
    declaration === null || JSON.parse(declaration).knew !== false
  return { cases: rows.length, blind: !rows.some(knew) }
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
    set: { id: set.id, name: set.name, ...(await casesOf(trx, attempt.id)) },
    attempt: { number: attempt.number, finishedAt: attempt.finished_at ?? '' },
    codebook: { id, number: version, title, hash: set.codebookHash },
    criterion,
    figures: figuresOf(grounds),
    program: programVersion,
    notice: certificateNotice,
  }
}
