import { type CertificateBody, certificate } from '@attune/criteria'
import type { Trx } from '../base/database/database.ts'
import type { Row } from '../base/database/schema.ts'
import type { Ground } from '../base/feature.ts'
import { record } from '../base/history.ts'
import { headOfAttempt } from '../training/attempts/queries.ts'
import { latestScores, type Score } from '../training/scoring/latest.ts'
import { groundOf } from '../training/scoring/set-ground.ts'
import { bodyOf, type Grounds } from './body.ts'
import { monthsLater } from './dates.ts'
import { signingKey } from './key.ts'
import { signed } from './sign.ts'

/** Stands before the reason where a later score ended a certificate: another score may bring it back, a revocation stays. */
const notMetAnyMore = 'Scored again, and not met any more: '

/** What a certificate of this attempt would rest on; null: there is nothing to certify. */
async function groundsFor(trx: Trx, id: string): Promise<Grounds | null> {
  const attempt = await trx.selectFrom('attempt').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  if (attempt.finished_at === null || attempt.released_at === null) return null
  const set = await groundOf(trx, attempt.training_set)
  const { criterion, certifies } = set.content
  const score = (await latestScores(trx, [id])).get(id)
  if (!certifies || criterion === null || score === undefined) return null
  return { attempt, set, criterion, score }
}

/** Who released it, now or before; where the set does that by itself, who opened the set. */
async function issuerOf(trx: Trx, { set: { id: set }, attempt }: Grounds, by: string | null): Promise<string> {
  const opened = await trx
    .selectFrom('history')
    .select('person')
    .where('subject', '=', `training-set:${set}`)
    .where('action', '=', 'training set opened')
    .orderBy('sequence', 'desc')
    .executeTakeFirst()
  const issuer = by ?? attempt.released_by ?? opened?.person
  if (issuer == null) return ''
  return (await trx.selectFrom('person').select('name').where('id', '=', issuer).executeTakeFirstOrThrow()).name
}

/** When it ends. A second score gives nobody more time: with it, the first certificate decides, or the end of the attempt. */
function expiryOf({ attempt, criterion, score }: Grounds, issuedAt: string, earlier: readonly Row<'certificate'>[]) {
  const [first] = earlier
  if (first !== undefined) return first.expires_at
  const from = score.number === 1 ? issuedAt : (attempt.finished_at ?? issuedAt)
  return criterion.validMonths === null ? null : monthsLater(from, criterion.validMonths)
}

const rescoredOf = ({ number, at, reason }: Score, replaces: string | null): CertificateBody['rescored'] =>
  number === 1 ? null : { at, reason, replaces }

async function issue(
  trx: Trx,
  { ports }: Ground,
  grounds: Grounds,
  by: string | null,
  replaces: string | null,
): Promise<string> {
  const { attempt, set, score, criterion } = grounds
  const [id, issuedAt] = [ports.id(), ports.now().toISOString()]
  const rescored = rescoredOf(score, replaces)
  const expiresAt = expiryOf(grounds, issuedAt, await certificatesOf(trx, attempt.id))
  const issuedBy = await issuerOf(trx, grounds, by)
  const body = await bodyOf(trx, grounds, { id, issuedAt, expiresAt, issuedBy, rescored })
  // Parsed once more: what is signed is exactly what the form of a certificate names.
  const document = certificate.parse(signed(body, await signingKey(trx, ports)))
  const row = { id, study: attempt.study, person: attempt.person, training_set: set.id, attempt: attempt.id }
  const open = { ended_at: null, ended_by: null, ended_reason: '', replaced_by: null }
  await trx
    .insertInto('certificate')
    .values({
      ...row,
      score: score.id,
      criterion: criterion.title,
      document: JSON.stringify(document),
      issued_at: issuedAt,
      expires_at: expiresAt,
      ...open,
    })
    .execute()
  const deed = { person: by, study: attempt.study, action: 'certificate issued', subject: `certificate:${id}` }
  const detail = { attempt: attempt.id, person: attempt.person, checksum: document.checksum }
  await record(trx, ports, { ...deed, detail: { ...detail, replaces } })
  return id
}

/** The earliest first. */
function certificatesOf(trx: Trx, attempt: string): Promise<Row<'certificate'>[]> {
  return trx.selectFrom('certificate').selectAll().where('attempt', '=', attempt).orderBy('issued_at').execute()
}

const isRevoked = ({ ended_at, ended_reason, replaced_by }: Row<'certificate'>): boolean =>
  ended_at !== null && replaced_by === null && !ended_reason.startsWith(notMetAnyMore)

/** Gives the certificate of a released attempt that met its criterion, once. `by` is null where that needs nobody's doing at the moment. */
export async function issueIfMet(trx: Trx, ground: Ground, attempt: string, by: string | null): Promise<void> {
  const grounds = await groundsFor(trx, attempt)
  if (grounds === null || grounds.score.met !== true) return
  // It says what came out, with figures: as long as that is kept from its owner, none is given. One that was given follows its score.
  if ((await headOfAttempt(trx, grounds.attempt)).isWithheld) return
  const there = await certificatesOf(trx, attempt)
  if (there.some((one) => one.ended_at === null || isRevoked(one))) return
  await issue(trx, ground, grounds, by, null)
}

type Ending = { readonly by: string | null; readonly reason: string; readonly replacedBy: string | null }

export async function endCertificate(
  trx: Trx,
  { ports }: Ground,
  old: Row<'certificate'>,
  { by, reason, replacedBy }: Ending,
): Promise<void> {
  const ended_at = ports.now().toISOString()
  await trx
    .updateTable('certificate')
    .set({ ended_at, ended_by: by, ended_reason: reason, replaced_by: replacedBy })
    .where('id', '=', old.id)
    .execute()
  const deed = { person: by, study: old.study, action: 'certificate ended', subject: `certificate:${old.id}` }
  await record(trx, ports, { ...deed, detail: { attempt: old.attempt, reason, replacedBy } })
}

/**
 * After an attempt was scored again: a certificate that still holds gets a successor that says so, one that does not is ended,
 * and one that is now deserved is given.
 */
export async function followScore(
  trx: Trx,
  ground: Ground,
  attempt: string,
  { by, reason }: Pick<Ending, 'by' | 'reason'>,
): Promise<void> {
  const grounds = await groundsFor(trx, attempt)
  if (grounds === null) return
  const old = (await certificatesOf(trx, attempt)).find(({ ended_at }) => ended_at === null)
  if (old === undefined) return issueIfMet(trx, ground, attempt, by)
  if (grounds.score.met !== true) {
    await endCertificate(trx, ground, old, { by, reason: `${notMetAnyMore}${reason}`, replacedBy: null })
    return
  }
  const replacedBy = await issue(trx, ground, grounds, by, old.id)
  await endCertificate(trx, ground, old, { by, reason, replacedBy })
}
