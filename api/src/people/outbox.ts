import type { Ground } from '../base/feature.ts'

/** The same key for all of a person's browsers and sessions: what one of them keeps, a later one can send. */
export function outboxKeyOf({ write, ports }: Ground, person: string): Promise<string> {
  return write(async (trx) => {
    const there = await trx.selectFrom('outbox_key').select('key').where('person', '=', person).executeTakeFirst()
    if (there !== undefined) return there.key
    const key = ports.token()
    await trx.insertInto('outbox_key').values({ person, key, created_at: ports.now().toISOString() }).execute()
    return key
  })
}
