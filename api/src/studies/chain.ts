import type { Db } from '../base/database/database.ts'
import { firstLink, linkHash } from '../base/history.ts'
import { sha256 } from '../base/ports.ts'

export type ChainCheck = { readonly intact: boolean; readonly entries: number; readonly brokenAt: number | null }

const atOnce = 2000

/**
 * Walks a chain from its beginning: every number in turn, every hash from the one before, every detail as its hash says, and
 * the end where the head says it is. `brokenAt` is the number of the first entry that does not fit.
 */
export async function checkChain(db: Db, chain: string): Promise<ChainCheck> {
  const head = await db.selectFrom('chain_head').selectAll().where('chain', '=', chain).executeTakeFirst()
  let previous = firstLink
  let entries = 0
  for (;;) {
    const links = await db
      .selectFrom('history')
      .selectAll()
      .where('chain', '=', chain)
      .where('number', '>', entries)
      .orderBy('number')
      .limit(atOnce)
      .execute()
    for (const link of links) {
      const isDetail = link.detail === null || sha256(link.detail) === link.detail_hash
      const follows = link.previous_hash === previous
      if (!isDetail || !follows || linkHash(link) !== link.hash) {
        return { intact: false, entries, brokenAt: entries + 1 }
      }
      previous = link.hash
      entries += 1
    }
    if (links.length < atOnce) break
  }
  const ends = (head?.number ?? 0) === entries && (head?.hash ?? firstLink) === previous
  return ends ? { intact: true, entries, brokenAt: null } : { intact: false, entries, brokenAt: entries + 1 }
}
