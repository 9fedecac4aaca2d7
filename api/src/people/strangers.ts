import type { Db } from '../base/database/database.ts'
import { notFound } from '../base/refusal.ts'

/** @throws Refusal if somebody of these is no member of the study now: like a person that nobody knows. */
export async function refuseStrangers(db: Db, study: string, people: readonly string[]): Promise<void> {
  const members = await db
    .selectFrom('membership')
    .select('person')
    .where('study', '=', study)
    .where('ended_at', 'is', null)
    .where('person', 'in', people)
    .execute()
  if (members.length !== new Set(people).size) throw notFound()
}
