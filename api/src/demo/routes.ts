import { addDemo, deleteDemo } from '@attune/contract'
import type { Actor } from '../base/access.ts'
import type { Db } from '../base/database/database.ts'
import type { Ground } from '../base/feature.ts'
import { notFound } from '../base/refusal.ts'
import { done, type Route, route } from '../base/route.ts'
import { eraseStudy } from '../studies/erase.ts'
import { createDemo } from './create.ts'
import type { DemoSource } from './files.ts'
import { findDemo } from './state.ts'

/** The demo's pi and the owner of the lab may clear it away; to anybody else there is nothing to delete. */
async function deletableDemo(db: Db, actor: Actor): Promise<string> {
  const demo = await findDemo(db)
  if (demo === undefined) throw notFound()
  if (actor.isOwner) return demo.id
  const membership = await db
    .selectFrom('membership')
    .select('role')
    .where('study', '=', demo.id)
    .where('person', '=', actor.person)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (membership?.role !== 'pi') throw notFound()
  return demo.id
}

export function demoRoutes(ground: Ground, source: DemoSource): Route[] {
  return [
    route(addDemo, async ({ actor }) => ({ study: await createDemo(ground, source, actor.person) })),
    route(deleteDemo, async ({ actor }) => {
      await ground.write(async (trx) => {
        const study = await deletableDemo(trx, actor)
        await eraseStudy(trx, ground.ports, actor.person, study)
        await trx.deleteFrom('person').where('is_demo', '=', 1).execute()
      })
      await ground.scrub()
      return done
    }),
  ]
}
