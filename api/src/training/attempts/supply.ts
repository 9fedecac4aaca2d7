import type { Db } from '../../base/database/database.ts'
import { mastersThatCount } from '../scoring/masters.ts'
import { burntFor, reservedAmong } from './barred.ts'
import type { Standing } from './overview.ts'
import { casesAnAttempt, proves } from './status.ts'

type Whom = { readonly study: string; readonly person: string }

/**
 * Cases without a master coding that counts cannot be scored: somebody ended it since the set was opened, or it is the person's own,
 * and nobody is held against herself.
 */
async function withMaster(db: Db, { content, pool }: Standing, { study, person }: Whom): Promise<Set<string>> {
  const set = { study, codebookVersion: content.codebookVersion, content }
  const masters = await mastersThatCount(db, set, pool)
  return new Set(pool.filter((id) => masters(id, person).length > 0))
}

/** Cases that must not be in a new attempt: burnt ones where it proves something, those of an open test where it gives feedback. */
async function barredFor(db: Db, whom: Whom, standings: readonly Standing[], { id, content, codebook }: Standing) {
  const none = new Set<string>()
  const isTest = content.feedback === 'test'
  return {
    burnt: proves(content) ? await burntFor(db, whom, codebook.id) : none,
    reserved: isTest ? none : await reservedAmong(db, standings, codebook.id, id),
  }
}

/** The cases that a new attempt at a set could have, and how many it wants. `standings`: of the person, with all sets. */
export async function supplyOf(db: Db, whom: Whom, standings: readonly Standing[], one: Standing) {
  const { content, pool } = one
  const { burnt, reserved } = await barredFor(db, whom, standings, one)
  const masters = await withMaster(db, one, whom)
  const unknown = pool.filter((id) => !burnt.has(id))
  const free = unknown.filter((id) => !reserved.has(id))
  const usable = free.filter((id) => masters.has(id))
  return { wanted: casesAnAttempt(content, pool), unknown, free, usable }
}

/** The sets at which somebody can begin an attempt now. */
export async function setsToBegin(db: Db, whom: Whom, standings: readonly Standing[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  for (const one of standings) {
    if (!one.mayStart) continue
    const { wanted, usable } = await supplyOf(db, whom, standings, one)
    if (wanted > 0 && usable.length >= wanted) found.add(one.id)
  }
  return found
}
