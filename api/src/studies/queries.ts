import type { Role, Study } from '@attune/contract'
import type { Actor, StudyActor } from '../base/access.ts'
import type { Db } from '../base/database/database.ts'
import type { Ground } from '../base/feature.ts'
import { record } from '../base/history.ts'
import { notFound } from '../base/refusal.ts'

/** Where a new study draws its lines; a pi changes them. */
const usualCriteria = { kappa_criterion: 0.7, icc_criterion: 0.75 } as const

export async function findStudy(db: Db, id: string, role: Role): Promise<Study> {
  const row = await db.selectFrom('study').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw notFound()
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    isDemo: row.is_demo === 1,
    role,
    criteria: { kappa: row.kappa_criterion, icc: row.icc_criterion },
    createdAt: row.created_at,
  }
}

export async function insertStudy(
  { db, write, ports }: Ground,
  actor: Actor,
  { name, description }: { readonly name: string; readonly description: string },
): Promise<Study> {
  const id = ports.id()
  const { person } = actor
  await write(async (trx) => {
    const created_at = ports.now().toISOString()
    const row = { id, name, description, is_demo: 0, ...usualCriteria, created_at } as const
    await trx.insertInto('study').values(row).execute()
    await trx.insertInto('membership').values({ study: id, person, role: 'pi', created_at, ended_at: null }).execute()
    const deed = { action: 'study created', subject: `study:${id}`, detail: { new: { name, description } } }
    await record(trx, ports, { person, study: id, ...deed })
  })
  return findStudy(db, id, 'pi')
}

type Changes = {
  readonly name?: string | undefined
  readonly description?: string | undefined
  readonly criteria?: { readonly kappa: number; readonly icc: number } | undefined
}

export async function updateStudy({ db, write, ports }: Ground, actor: StudyActor, changes: Changes): Promise<Study> {
  const { person, study } = actor
  await write(async (trx) => {
    const old = await findStudy(trx, study, actor.role)
    const { name, description, criteria } = { ...old, ...withoutGaps(changes) }
    await trx
      .updateTable('study')
      .set({ name, description, kappa_criterion: criteria.kappa, icc_criterion: criteria.icc })
      .where('id', '=', study)
      .execute()
    const detail = { old: { name: old.name, description: old.description, criteria: old.criteria }, new: changes }
    await record(trx, ports, { person, study, action: 'study changed', subject: `study:${study}`, detail })
  })
  return findStudy(db, study, actor.role)
}

/** What the caller left out keeps its value. */
function withoutGaps(changes: Changes): Partial<Pick<Study, 'name' | 'description' | 'criteria'>> {
  const { name, description, criteria } = changes
  return {
    ...(name === undefined ? {} : { name }),
    ...(description === undefined ? {} : { description }),
    ...(criteria === undefined ? {} : { criteria }),
  }
}
