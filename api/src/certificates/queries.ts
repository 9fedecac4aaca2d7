import type { CertificateHead, Reply, readCertificate } from '@attune/contract'
import type { Db } from '../base/database/database.ts'
import { notFound } from '../base/refusal.ts'
import { fingerprintOf } from './key.ts'

type Dates = {
  readonly expires_at: string | null
  readonly ended_at: string | null
  readonly replaced_by: string | null
}

/** Whether a certificate holds now; one that runs out stays what it is in the record. */
export function stateOf({ expires_at, ended_at, replaced_by }: Dates, now: Date): CertificateHead['state'] {
  if (ended_at !== null) return replaced_by === null ? 'revoked' : 'replaced'
  return expires_at !== null && expires_at <= now.toISOString() ? 'expired' : 'valid'
}

function certificatesIn(db: Db, study: string) {
  return db
    .selectFrom('certificate')
    .innerJoin('person', 'person.id', 'certificate.person')
    .innerJoin('training_set', 'training_set.id', 'certificate.training_set')
    .leftJoin('person as ender', 'ender.id', 'certificate.ended_by')
    .selectAll('certificate')
    .select(['person.name as personName', 'training_set.name as setName', 'ender.name as enderName'])
    .where('certificate.study', '=', study)
    .orderBy('certificate.issued_at', 'desc')
    .orderBy('certificate.id')
}
type Found = Awaited<ReturnType<ReturnType<typeof certificatesIn>['execute']>>[number]

function headOf(row: Found, now: Date): CertificateHead {
  const ended =
    row.ended_at === null
      ? null
      : { at: row.ended_at, reason: row.ended_reason, by: row.enderName ?? '', replacedBy: row.replaced_by }
  return {
    id: row.id,
    person: { id: row.person, name: row.personName },
    set: { id: row.training_set, name: row.setName },
    attempt: row.attempt,
    criterion: row.criterion,
    issuedAt: row.issued_at,
    expiresAt: row.expires_at,
    state: stateOf(row, now),
    ended,
  }
}

/** All certificates of a study, the latest first. */
export async function certificateHeads(db: Db, study: string, now: Date): Promise<CertificateHead[]> {
  return (await certificatesIn(db, study).execute()).map((row) => headOf(row, now))
}

/** A certificate as it was signed, with what became of it. @throws Refusal if there is no such certificate. */
export async function certificateOf(
  db: Db,
  study: string,
  id: string,
  now: Date,
): Promise<Reply<typeof readCertificate>> {
  const row = await certificatesIn(db, study).where('certificate.id', '=', id).executeTakeFirst()
  if (row === undefined) throw notFound()
  const document = JSON.parse(row.document)
  return { head: headOf(row, now), document, fingerprint: fingerprintOf(document.signature.key) }
}

/** The one certificate that an attempt gave, revoked or not; of several, because it was scored again, the latest. */
export async function certificateOfAttempt(db: Db, attempt: string): Promise<string | null> {
  const row = await db
    .selectFrom('certificate')
    .select('id')
    .where('attempt', '=', attempt)
    .where('replaced_by', 'is', null)
    .orderBy('issued_at', 'desc')
    .executeTakeFirst()
  return row?.id ?? null
}

type Whose = { readonly study: string; readonly person?: string; readonly set?: string }

/** Attempts whose certificate was taken back, with nothing in its place. One that a later score ended is not met any more either. */
export async function attemptsWithoutTheirCertificate(
  db: Db,
  { study, person, set }: Whose,
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('certificate')
    .select(['attempt', 'ended_at', 'replaced_by'])
    .where('study', '=', study)
    .$if(person !== undefined, (query) => query.where('person', '=', person ?? ''))
    .$if(set !== undefined, (query) => query.where('training_set', '=', set ?? ''))
    .execute()
  const standing = new Set(rows.flatMap(({ attempt, ended_at }) => (ended_at === null ? [attempt] : [])))
  const ended = rows.filter(({ ended_at, replaced_by }) => ended_at !== null && replaced_by === null)
  return new Set(ended.flatMap(({ attempt }) => (standing.has(attempt) ? [] : [attempt])))
}
