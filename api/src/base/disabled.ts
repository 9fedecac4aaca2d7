import type { Db } from './database/database.ts'
import { Refusal } from './refusal.ts'

/** @throws Refusal if the account of somebody is disabled: work that comes again would wait there unseen. */
export async function refuseDisabled(db: Db, person: string): Promise<void> {
  const disabled = await db
    .selectFrom('person')
    .select('name')
    .where('id', '=', person)
    .where('disabled_at', 'is not', null)
    .executeTakeFirst()
  if (disabled === undefined) return
  throw new Refusal('bad-request', `The account of ${disabled.name} is disabled. The owner of the lab can enable it.`)
}
