import type { Query, Reply, readHistory } from '@attune/contract'
import type { Db } from '../base/database/database.ts'
import { chainOf } from '../base/history.ts'
import { checkChain } from './chain.ts'

type History = Reply<typeof readHistory>
type Filters = Query<typeof readHistory>

async function pageOf(db: Db, chain: string, filters: Filters) {
  const { after, limit, person, action, subject } = filters
  let query = db
    .selectFrom('history')
    .leftJoin('person', 'person.id', 'history.person')
    .select(['history.number', 'history.at', 'history.person', 'person.name', 'history.action'])
    .select(['history.subject', 'history.detail'])
    .where('history.chain', '=', chain)
    .orderBy('history.number', 'desc')
    .limit(limit + 1)
  if (after !== undefined) query = query.where('history.number', '<', Number(after) || 0)
  if (person !== undefined) query = query.where('history.person', '=', person)
  if (action !== undefined) query = query.where('history.action', '=', action)
  if (subject !== undefined) query = query.where('history.subject', '=', subject)
  return query.execute()
}

async function actionsOf(db: Db, chain: string): Promise<string[]> {
  const rows = await db.selectFrom('history').select('action').distinct().where('chain', '=', chain).execute()
  return rows.map((row) => row.action).sort()
}

/** Who did what, newest first. Numbers count in this study alone: they say nothing of how busy others are. */
export async function historyOf(db: Db, study: string, filters: Filters): Promise<History> {
  const chain = chainOf(study)
  const rows = await pageOf(db, chain, filters)
  const shown = rows.slice(0, filters.limit)
  return {
    entries: shown.map((row) => ({
      sequence: row.number,
      at: row.at,
      person: row.name ?? (row.person === null ? 'console of the server' : 'somebody who was deleted'),
      action: row.action,
      subject: row.subject,
      detail: row.detail ?? '',
    })),
    actions: await actionsOf(db, chain),
    chain: await checkChain(db, chain),
    next: rows.length > filters.limit ? String(shown.at(-1)?.number) : null,
  }
}
