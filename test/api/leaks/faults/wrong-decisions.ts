import { admit } from '../../../../api/src/base/access.ts'
import { notFound, Refusal } from '../../../../api/src/base/refusal.ts'
import type { Fault } from './fault.ts'

type Admit = typeof admit
const admitting = (says: string, change: Admit): Fault => ({
  says,
  caughtBy: 'matrix',
  options: { seams: { admit: change } },
})

/** One place decides who may call what; these decide wrongly. */
export const wrongDecisions: readonly Fault[] = [
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
