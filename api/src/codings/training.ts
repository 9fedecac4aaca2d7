import type { Annotation, Change, Declaration, FieldFault, Workspace } from '@attune/contract'
import type { Db, Trx } from '../base/database/database.ts'
import { Refusal } from '../base/refusal.ts'
import { givenUnits, liesOn } from '../training/attempts/given.ts'
import { casesOfAttempt } from '../training/attempts/queries.ts'
import type { CodingPlace } from './queries.ts'

async function wasWithdrawn(db: Db, { row, training }: CodingPlace): Promise<boolean> {
  if (training === null) return false
  const withdrawn = await db
    .selectFrom('training_set_case')
    .select('study_case')
    .where('training_set', '=', training.set.id)
    .where('study_case', '=', row.study_case)
    .where('withdrawn_at', 'is not', null)
    .executeTakeFirst()
  return withdrawn !== undefined
}

/** Why a coding of an attempt is not written to any more; null while it is. */
async function whyOver(db: Db, place: CodingPlace, now: string): Promise<string | null> {
  if (place.training === null) return null
  const { finished_at, due_at, is_expired } = place.training.attempt
  if (is_expired === 1 || (finished_at === null && due_at !== null && due_at <= now)) {
    return 'The time of this attempt is over.'
  }
  if (finished_at !== null) return 'This attempt is finished.'
  return (await wasWithdrawn(db, place))
    ? 'This case was taken out of the training set. Go on with the next one.'
    : null
}

export async function isOver(db: Db, place: CodingPlace, now: string): Promise<boolean> {
  return (await whyOver(db, place, now)) !== null
}

export async function refuseOver(trx: Trx, place: CodingPlace, now: string): Promise<void> {
  const why = await whyOver(trx, place, now)
  if (why !== null) throw new Refusal('in-use', why)
}

const givenIn = (db: Db, { row, training, codebook }: CodingPlace) =>
  training === null ? [] : givenUnits(db, training, row.study_case, codebook.codes)

/** Where units are given, codes are put on them and on nothing else. */
export async function refuseBeside(trx: Trx, place: CodingPlace, change: Change): Promise<void> {
  if (change.type !== 'put-annotation' || place.training?.content.scope.units !== 'given') return
  if (liesOn(await givenIn(trx, place), change.annotation)) return
  const message = 'In this training set the passages are given. Put the code on one of them.'
  throw new Refusal('bad-request', message, { faults: [{ path: 'body.change.annotation', message }] })
}

/** What training asks for beyond the codebook: a declaration, and a code on each given unit. */
export async function missingInTraining(
  trx: Trx,
  place: CodingPlace,
  annotations: readonly Annotation[],
  declaration: Declaration | undefined,
): Promise<FieldFault[]> {
  if (place.training === null) return []
  const given = await givenIn(trx, place)
  return [
    ...given.flatMap((unit, index) => {
      if (annotations.some((annotation) => liesOn([unit], annotation))) return []
      const number = index + 1
      return [{ path: `given.${number}`, message: `Passage ${number} of ${given.length} has no code yet.` }]
    }),
    ...(declaration === undefined
      ? [{ path: 'declaration', message: 'Say whether you knew whom the case is about.' }]
      : []),
  ]
}

/** What the coding screen shows of the attempt. */
export async function trainingShown(db: Db, place: CodingPlace): Promise<Workspace['training']> {
  if (place.training === null) return null
  const { attempt, set, content } = place.training
  const cases = await casesOfAttempt(db, attempt.id)
  const counted = cases.filter(({ isSubmitted, isWithdrawn }) => isSubmitted || !isWithdrawn)
  return {
    attempt: attempt.id,
    set: set.name,
    feedback: content.feedback,
    position: cases.find((one) => one.case === place.row.study_case)?.position ?? 1,
    cases: counted.length,
    dueAt: attempt.due_at,
    given: await givenIn(db, place),
  }
}
