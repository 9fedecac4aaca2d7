import type { Db } from '../base/database/database.ts'
import { notFound, Refusal } from '../base/refusal.ts'

/**
 * @throws Refusal if somebody of these is no member of the study now: like a person that nobody knows. A member whose
 *   account is disabled is named: work given to somebody who cannot sign in would wait unseen.
 */
export async function refuseStrangers(db: Db, study: string, people: readonly string[]): Promise<void> {
  const members = await db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person')
    .select(['person.name', 'person.disabled_at'])
    .where('membership.study', '=', study)
    .where('membership.ended_at', 'is', null)
    .where('membership.person', 'in', people)
    .execute()
  if (members.length !== new Set(people).size) throw notFound()
  const disabled = members.find((one) => one.disabled_at !== null)
  if (disabled !== undefined) {
    throw new Refusal('bad-request', `The account of ${disabled.name} is disabled. Choose somebody else.`)
  }
}
