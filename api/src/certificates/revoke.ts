import type { CertificateHead } from '@attune/contract'
import type { StudyActor } from '../base/access.ts'
import type { Ground } from '../base/feature.ts'
import { notFound, Refusal } from '../base/refusal.ts'
import { endCertificate } from './issue.ts'
import { certificateOf } from './queries.ts'

/** Takes a certificate back. It stays in the record with the reason, and no later score brings it back. */
export async function revoke(
  ground: Ground,
  { study, person }: StudyActor,
  id: string,
  reason: string,
): Promise<CertificateHead> {
  return ground.write(async (trx) => {
    const row = await trx
      .selectFrom('certificate')
      .selectAll()
      .where('id', '=', id)
      .where('study', '=', study)
      .executeTakeFirst()
    if (row === undefined) throw notFound()
    if (row.ended_at !== null) throw new Refusal('in-use', 'This certificate was taken back or replaced before.')
    await endCertificate(trx, ground, row, { by: person, reason, replacedBy: null })
    return (await certificateOf(trx, study, id, ground.ports.now())).head
  })
}
