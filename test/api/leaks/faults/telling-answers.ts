import { listMyCodings, openCoding, type Reply, saveChange } from '@attune/contract'
import { z } from 'zod'
import type { Db } from '../../../../api/src/base/database/database.ts'
import { Refusal } from '../../../../api/src/base/refusal.ts'
import type { Call, Route } from '../../../../api/src/base/route.ts'
import type { Lab, LabOptions } from '../../support/lab.ts'
import { type Fault, trap } from './fault.ts'

type Heads = Reply<typeof listMyCodings>
type Head = Heads['codings'][number]

/** Changes the answers of one endpoint after the real handler has made them. */
function answering(
  says: string,
  caughtBy: Fault['caughtBy'],
  endpoint: Route['endpoint'],
  change: (reply: never, call: Call<Route['endpoint']>, db: Db) => Promise<unknown>,
  loosen: (route: Route) => Route['endpoint'] = (route) => route.endpoint,
): Fault {
  let db: Db | null = null
  const route = (one: Route): Route => {
    if (one.endpoint !== endpoint) return one
    const handle: Route['handle'] = async (call) => {
      if (db === null) throw new Error('The fault has no database.')
      if (!trap.isArmed) return one.handle(call)
      return (await change((await one.handle(call)) as never, call, db)) as Awaited<ReturnType<Route['handle']>>
    }
    return { endpoint: loosen(one), handle }
  }
  // Each lab that opens hands over its own database; requests go to one lab at a time.
  const database: LabOptions['database'] = (opened) => opened
  const wrap = (lab: Lab): Lab => ({
    ...lab,
    app: Object.assign(Object.create(lab.app), {
      request: (...args: Parameters<Lab['app']['request']>) => {
        db = lab.ground.db
        return lab.app.request(...args)
      },
    }),
  })
  return { says, caughtBy, options: { seams: { route }, database }, wrap }
}

const codingsOf = async (db: Db, head: Head) =>
  db.selectFrom('coding').select(['id', 'changed_at', 'coder']).where('study_case', '=', head.case.id).execute()

const eachHead = (change: (head: Head, db: Db) => Promise<Head>) => async (reply: Heads, _: unknown, db: Db) => {
  const codings: Head[] = []
  for (const head of reply.codings) codings.push(await change(head, db))
  return { codings }
}

/** Answers that say a little more than they should. */
export const tellingAnswers: readonly Fault[] = [
  answering(
    'a whole row spread into a reply whose schema lets it pass',
    'matrix',
    openCoding,
    async (reply: Reply<typeof openCoding>, _, db) => {
      const row = await db
        .selectFrom('study_case')
        .selectAll()
        .where('id', '=', reply.coding.case.id)
        .executeTakeFirstOrThrow()
      return { ...reply, coding: { ...reply.coding, case: { ...row, ...reply.coding.case } } }
    },
    (one) => ({ ...one.endpoint, reply: z.record(z.string(), z.unknown()) }),
  ),
  answering(
    'the annotations of everybody on this case',
    'matrix',
    openCoding,
    async (reply: Reply<typeof openCoding>, _, db) => {
      const ids = (await codingsOf(db, reply.coding)).map((one) => one.id)
      const memos = await db.selectFrom('annotation').select('memo').where('coding', 'in', ids).execute()
      return { ...reply, memo: { ...reply.memo, text: memos.map((one) => one.memo).join(' ') } }
    },
  ),
  answering(
    'a count over all codings of the case',
    'worlds',
    listMyCodings,
    eachHead(async (head, db) => ({ ...head, required: (await codingsOf(db, head)).length })),
  ),
  answering(
    'the time of the last change by anybody',
    'worlds',
    listMyCodings,
    eachHead(async (head, db) => {
      const times = (await codingsOf(db, head)).map((one) => one.changed_at).sort()
      return { ...head, changedAt: times.at(-1) ?? head.changedAt }
    }),
  ),
  answering('cases with a master first', 'worlds', listMyCodings, async (reply: Heads, _, db) => {
    const masters = await db.selectFrom('master').select('study_case').execute()
    const has = (head: Head) => (masters.some((one) => one.study_case === head.case.id) ? 0 : 1)
    return { codings: [...reply.codings].sort((one, other) => has(one) - has(other)) }
  }),
  answering(
    'a revision that counts every change in the study',
    'worlds',
    saveChange,
    async (reply: Reply<typeof saveChange>, _, db) => {
      const rows = await db.selectFrom('history').select('number').execute()
      return { ...reply, revision: rows.length }
    },
  ),
  answering(
    'an error that compares with the master',
    'worlds',
    saveChange,
    async (reply: Reply<typeof saveChange>, call, db) => {
      const { coding } = call.params as { coding: string }
      const master = await db
        .selectFrom('coding')
        .innerJoin('master', 'master.study_case', 'coding.study_case')
        .select('master.rationale')
        .where('coding.id', '=', coding)
        .executeTakeFirst()
      if (master === undefined) return reply
      throw new Refusal('bad-request', 'This differs from the master coding of the case.')
    },
  ),
  answering('a conflict that shows what somebody else chose', 'worlds', saveChange, async (_: unknown, call, db) => {
    const { coding } = call.params as { coding: string }
    const other = await db
      .selectFrom('coding')
      .innerJoin('coding as other', 'other.study_case', 'coding.study_case')
      .innerJoin('rating', 'rating.coding', 'other.id')
      .select('rating.rationale')
      .where('coding.id', '=', coding)
      .whereRef('other.coder', '<>', 'coding.coder')
      .executeTakeFirst()
    throw new Refusal('stale', 'Changed meanwhile.', { current: other ?? null })
  }),
]
