import type { Reply, readLab } from '@attune/contract'
import type { Db } from '../base/database/database.ts'
import { type DemoSource, readPeople } from './files.ts'

type DemoPeople = NonNullable<Reply<typeof readLab>['demo']>['people']

export function findDemo(db: Db): Promise<{ id: string } | undefined> {
  return db.selectFrom('study').select('id').where('is_demo', '=', 1).executeTakeFirst()
}

/** The people of the demo study as the door shows them, or null where there is no demo. */
export async function demoState(
  { db }: { readonly db: Db },
  { data }: DemoSource,
): Promise<{ people: DemoPeople } | null> {
  if ((await findDemo(db)) === undefined) return null
  return { people: readPeople(data).map(({ login, name, role, about }) => ({ login, name, role, about })) }
}
