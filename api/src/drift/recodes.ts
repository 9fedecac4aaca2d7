import type { Db } from '../base/database/database.ts'

/** Codings of own earlier cases, made again to see whether a coder drifts: for `where id not in`. */
export function recodes(db: Db) {
  return db.selectFrom('drift_coding').select('drift_coding.coding').where('drift_coding.kind', '=', 'recode')
}

/** Those of a coder that are not handed in yet. */
export async function openRecodesOf(db: Db, coder: string): Promise<Set<string>> {
  const rows = await recodes(db)
    .innerJoin('coding', 'coding.id', 'drift_coding.coding')
    .where('drift_coding.person', '=', coder)
    .where('coding.state', '<>', 'submitted')
    .execute()
  return new Set(rows.map((row) => row.coding))
}

export async function isOpenRecode(db: Db, coding: string): Promise<boolean> {
  const found = await recodes(db)
    .innerJoin('coding', 'coding.id', 'drift_coding.coding')
    .where('drift_coding.coding', '=', coding)
    .where('coding.state', '<>', 'submitted')
    .executeTakeFirst()
  return found !== undefined
}
