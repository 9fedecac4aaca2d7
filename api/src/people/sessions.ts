import type { Actor } from '../base/access.ts'
import type { Db, Trx } from '../base/database/database.ts'
import type { Ground } from '../base/feature.ts'
import { type Ports, sha256 } from '../base/ports.ts'

const minute = 60_000
/** A session ends after half an hour without a request, and after twelve hours whatever happens. */
const idle = 30 * minute
const absolute = 12 * 60 * minute
/** Seen is written down once a minute at most: reading must not cost a write each time. */
const seenEvery = minute
/** Ended sessions are kept this long, so that "last seen" stays known. */
const kept = 90 * 24 * 60 * minute

const before = (now: Date, milliseconds: number) => new Date(now.getTime() - milliseconds).toISOString()

function openSessions(db: Db, now: Date) {
  return db
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.person')
    .where('session.revoked_at', 'is', null)
    .where('session.expires_at', '>', now.toISOString())
    .where('session.last_seen_at', '>', before(now, idle))
    .where('person.disabled_at', 'is', null)
}

/** Who sent this cookie; null for everybody whose session does not count any more, without saying why. */
export async function readActor(ground: Ground, cookie: string | undefined): Promise<Actor | null> {
  if (cookie === undefined || cookie.length !== 43) return null
  const now = ground.ports.now()
  const found = await openSessions(ground.db, now)
    .select(['session.id', 'session.person', 'session.last_seen_at', 'person.is_owner'])
    .where('session.token_hash', '=', sha256(cookie))
    .executeTakeFirst()
  if (found === undefined) return null
  if (found.last_seen_at <= before(now, seenEvery)) await noteSeen(ground, found.id, now)
  return { person: found.person, session: found.id, isOwner: found.is_owner === 1 }
}

async function noteSeen(ground: Ground, session: string, now: Date): Promise<void> {
  const last_seen_at = now.toISOString()
  try {
    await ground.write((trx) => trx.updateTable('session').set({ last_seen_at }).where('id', '=', session).execute())
  } catch (error) {
    // A full disk must not keep anybody from reading.
    ground.log('warn', 'could not note a session as seen', { error: String(error) })
  }
}

/** Opens a session and returns its token, which is nowhere stored as such. */
export async function openSession(trx: Trx, ports: Ports, person: string, userAgent: string): Promise<string> {
  const now = ports.now()
  await trx.deleteFrom('session').where('person', '=', person).where('expires_at', '<', before(now, kept)).execute()
  const token = ports.token()
  await trx
    .insertInto('session')
    .values({
      id: ports.id(),
      token_hash: sha256(token),
      person,
      created_at: now.toISOString(),
      last_seen_at: now.toISOString(),
      expires_at: new Date(now.getTime() + absolute).toISOString(),
      user_agent: userAgent,
      revoked_at: null,
    })
    .execute()
  return token
}

/** Ends the open sessions of a person that fit; `except` is the one that goes on. Says how many. */
export async function endSessions(
  trx: Trx,
  ports: Ports,
  which: { readonly person: string; readonly session?: string; readonly except?: string },
): Promise<number> {
  let query = trx
    .updateTable('session')
    .set({ revoked_at: ports.now().toISOString() })
    .where('person', '=', which.person)
    .where('revoked_at', 'is', null)
  if (which.session !== undefined) query = query.where('id', '=', which.session)
  if (which.except !== undefined) query = query.where('id', '<>', which.except)
  return Number((await query.executeTakeFirst()).numUpdatedRows)
}

export async function listSessions(db: Db, now: Date, actor: Actor) {
  const rows = await openSessions(db, now)
    .select(['session.id', 'session.created_at', 'session.last_seen_at', 'session.user_agent'])
    .where('session.person', '=', actor.person)
    .orderBy('session.last_seen_at', 'desc')
    .orderBy('session.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    userAgent: row.user_agent,
    isThisOne: row.id === actor.session,
  }))
}
