import type { Trx } from '../base/database/database.ts'

/** Puts everything that a coding holds into a new one as well. */
export async function copyItems(trx: Trx, from: string, coding: string): Promise<void> {
  for (const table of ['rating', 'annotation', 'interval_mark', 'episode_mark'] as const) {
    const rows = await trx.selectFrom(table).selectAll().where('coding', '=', from).execute()
    for (const row of rows)
      await trx
        .insertInto(table)
        .values({ ...row, coding })
        .execute()
  }
}
