import { listMyCodings, openCoding, type Reply, saveChange } from '@attune/contract'
import {
  BinaryOperationNode,
  ColumnNode,
  type KyselyPlugin,
  OperationNodeTransformer,
  OperatorNode,
  ReferenceNode,
  ValueNode,
} from 'kysely'
import { z } from 'zod'
import { admit } from '../../../api/src/base/access.ts'
import type { Db } from '../../../api/src/base/database/database.ts'
import { notFound, Refusal } from '../../../api/src/base/refusal.ts'
import type { Call, Route } from '../../../api/src/base/route.ts'
import type { Lab, LabOptions } from '../support/lab.ts'

/** A mistake that somebody could make one day, put in on purpose. */
export type Fault = {
  readonly says: string
  readonly caughtBy: 'matrix' | 'worlds'
  readonly options: LabOptions
  readonly wrap?: (lab: Lab) => Lab
}

type Admit = typeof admit
const admitting = (says: string, change: Admit): Fault => ({
  says,
  caughtBy: 'matrix',
  options: { seams: { admit: change } },
})

/** Faults in queries and answers wait until the world is built: it could not be built with some of them. */
export const trap = { isArmed: false }

/** One place decides who may call what; these decide wrongly. */
const wrongDecisions: readonly Fault[] = [
  admitting('a supervisor is any member', (db, access, actor, ids) =>
    admit(db, access === 'supervisor' ? 'member' : access, actor, ids),
  ),
  admitting('a pi is any supervisor', (db, access, actor, ids) =>
    admit(db, access === 'pi' ? 'supervisor' : access, actor, ids),
  ),
  admitting('a reader of a coding is any member', (db, access, actor, ids) =>
    admit(db, access === 'coding-reader' ? 'member' : access, actor, ids),
  ),
  admitting('a writer of a coding is any supervisor', (db, access, actor, ids) =>
    admit(db, access === 'coding-writer' ? 'coding-reader' : access, actor, ids),
  ),
  admitting('the owner of the lab is pi everywhere', async (db, access, actor, ids) => {
    if (actor?.isOwner && ids.study) return { ...actor, study: ids.study, role: 'pi' }
    return admit(db, access, actor, ids)
  }),
  admitting('a refusal that says what exists', async (db, access, actor, ids) => {
    const coding = await db
      .selectFrom('coding')
      .select('id')
      .where('id', '=', ids.coding ?? '')
      .executeTakeFirst()
    return admit(db, access, actor, ids).catch((error: unknown) => {
      throw coding === undefined ? error : new Refusal('not-found', 'This coding is not yours to open.')
    })
  }),
  admitting('a sign-in page for what is there, nothing for what is not', async (db, access, actor, ids) => {
    if (actor !== null || ids.study === undefined) return admit(db, access, actor, ids)
    const study = await db.selectFrom('study').select('id').where('id', '=', ids.study).executeTakeFirst()
    if (study === undefined) throw notFound()
    return admit(db, access, actor, ids)
  }),
]

/** Leaves the conditions on a column out of every query that has one. */
class WithoutCondition extends OperationNodeTransformer {
  readonly #column: string
  constructor(column: string) {
    super()
    this.#column = column
  }
  protected override transformBinaryOperation(node: BinaryOperationNode): BinaryOperationNode {
    const { leftOperand: left } = node
    const isMeant = ReferenceNode.is(left) && ColumnNode.is(left.column) && left.column.column.name === this.#column
    if (!isMeant) return super.transformBinaryOperation(node)
    return BinaryOperationNode.create(ValueNode.create(1), OperatorNode.create('='), ValueNode.create(1))
  }
}

const forgetting = (says: string, column: string): Fault => {
  const transformer = new WithoutCondition(column)
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => (trap.isArmed ? transformer.transformNode(node) : node),
    transformResult: async ({ result }) => result,
  }
  return {
    says,
    caughtBy: 'matrix',
    options: { database: (database) => ({ ...database, db: database.db.withPlugin(plugin) }) },
  }
}

/** Queries that lost one of their conditions. */
const lostConditions: readonly Fault[] = [
  forgetting('a list of codings without "mine"', 'coder'),
  forgetting('a thing looked up without its study', 'study'),
  forgetting('a session that outlives its twelve hours', 'expires_at'),
  forgetting('a session of a disabled account', 'disabled_at'),
  forgetting('a history of a coding without its list of deeds', 'action'),
]

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
const tellingAnswers: readonly Fault[] = [
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

const heading = (
  says: string,
  caughtBy: Fault['caughtBy'],
  change: (response: Response, db: Db) => Promise<void>,
): Fault => ({
  says,
  caughtBy,
  options: {},
  wrap: (lab) => ({
    ...lab,
    app: Object.assign(Object.create(lab.app), {
      request: async (...args: Parameters<Lab['app']['request']>) => {
        const response = await lab.app.request(...args)
        if (!trap.isArmed) return response
        const open = new Response(response.body, response)
        await change(open, lab.ground.db)
        return open
      },
    }),
  }),
})

/** Headers that say what no body says. */
const tellingHeaders: readonly Fault[] = [
  heading('a validator made from all rows', 'worlds', async (response, db) => {
    const rows = await db.selectFrom('rating').select('coding').execute()
    response.headers.set('x-version', `${rows.length}`)
  }),
  heading('a master in a header, in base64', 'matrix', async (response, db) => {
    const row = await db.selectFrom('master').select('rationale').executeTakeFirst()
    if (row !== undefined) response.headers.set('x-next', Buffer.from(`next=${row.rationale}`).toString('base64'))
  }),
  heading('an answer that a cache may keep', 'matrix', async (response) => response.headers.delete('cache-control')),
]

export const faults: readonly Fault[] = [...wrongDecisions, ...lostConditions, ...tellingAnswers, ...tellingHeaders]
