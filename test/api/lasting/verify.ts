import { sql } from 'kysely'
import { openSqlite } from '../../../api/src/base/database/database.ts'
import { checkChain } from '../../../api/src/studies/chain.ts'

type Memo = { readonly text: string; readonly version: number; readonly changes: number }

/** What is on disk after a crash, read as the next start would read it. */
export async function readFolder(data: string) {
  const { db, close } = await openSqlite(data)
  try {
    const memos = new Map<string, Memo>()
    for (const row of await db.selectFrom('coding').select(['id', 'memo', 'memo_version']).execute()) {
      const { changes } = await db
        .selectFrom('history')
        .select((select) => select.fn.countAll<number>().as('changes'))
        .where('subject', '=', `coding:${row.id}`)
        .where('action', '=', 'memo changed')
        .executeTakeFirstOrThrow()
      memos.set(row.id, { text: row.memo, version: row.memo_version, changes })
    }
    const integrity = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db)
    const foreign = await sql`pragma foreign_key_check`.execute(db)
    const studies = await db.selectFrom('study').select('id').execute()
    const faults = await Promise.all(studies.map(({ id }) => checkChain(db, id)))
    return {
      memos,
      integrity: integrity.rows.map((row) => row.integrity_check).join(),
      foreignKeys: foreign.rows.length,
      chainFaults: faults.filter(({ intact }) => !intact).length,
    }
  } finally {
    await close()
  }
}
