import type { Trx } from './database/database.ts'
import { type Ports, sha256 } from './ports.ts'

/** One thing somebody did. `detail` holds old and new; first values count as a change from nothing. */
export type Deed = {
  readonly person: string | null
  readonly study: string | null
  readonly action: string
  readonly subject: string
  readonly detail: { readonly [key: string]: unknown }
}

export const firstLink = '0'.repeat(64)

/** The chain of the lab itself, of deeds that belong to no study. */
const labChain = 'lab'

export function chainOf(study: string | null): string {
  return study ?? labChain
}

export type Link = {
  readonly chain: string
  readonly number: number
  readonly at: string
  readonly person: string | null
  readonly study: string | null
  readonly action: string
  readonly subject: string
  readonly detail_hash: string
  readonly previous_hash: string
}

/** What a link of the chain covers. The detail goes in as its hash: it can be erased and the chain still be checked. */
export function linkHash(link: Link): string {
  const { previous_hash, chain, number, at, person, study, action, subject, detail_hash } = link
  return sha256(JSON.stringify([previous_hash, chain, number, at, person, study, action, subject, detail_hash]))
}

/**
 * Appends to the history inside the transaction of the deed itself: neither is ever there without the other.
 *
 * Every study has a chain of its own, numbered from 1: with one chain for all, its numbers would tell a study how busy the
 * others are. The head holds the last number and hash, so that cutting off the end is found too.
 */
export async function record(trx: Trx, ports: Ports, deed: Deed): Promise<void> {
  const chain = chainOf(deed.study)
  const head = await trx.selectFrom('chain_head').selectAll().where('chain', '=', chain).executeTakeFirst()
  const detail = JSON.stringify(deed.detail)
  const link: Link = {
    chain,
    number: (head?.number ?? 0) + 1,
    at: ports.now().toISOString(),
    person: deed.person,
    study: deed.study,
    action: deed.action,
    subject: deed.subject,
    detail_hash: sha256(detail),
    previous_hash: head?.hash ?? firstLink,
  }
  const hash = linkHash(link)
  await trx
    .insertInto('history')
    .values({ ...link, detail, hash })
    .execute()
  await trx
    .insertInto('chain_head')
    .values({ chain, number: link.number, hash })
    .onConflict((conflict) => conflict.column('chain').doUpdateSet({ number: link.number, hash }))
    .execute()
}
