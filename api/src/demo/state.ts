import type { Db } from '../base/database/database.ts'
import type { Ground } from '../base/feature.ts'

export type DemoPresence = {
  readonly study: string
  readonly people: readonly {
    readonly login: string
    readonly name: string
    readonly role: 'pi' | 'trainer' | 'coder' | 'trainee'
  }[]
}

export function findDemo(db: Db): Promise<{ id: string } | undefined> {
  return db.selectFrom('study').select('id').where('is_demo', '=', 1).executeTakeFirst()
}

/** The demo study and its people, or null where there is none. */
export async function demoState({ db }: Pick<Ground, 'db'>): Promise<DemoPresence | null> {
  const study = await findDemo(db)
  if (study === undefined) return null
  const people = await db
    .selectFrom('person')
    .innerJoin('membership', 'membership.person', 'person.id')
    .select(['person.login', 'person.name', 'membership.role'])
    .where('person.is_demo', '=', 1)
    .where('membership.study', '=', study.id)
    .orderBy('person.login')
    .execute()
  return { study: study.id, people }
}
