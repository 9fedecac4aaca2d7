import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'

/** A handle that nobody refers to is closed with the garbage, and the lock with it. */
const held = new Set<Sqlite.Database>()

/**
 * Makes sure that one process at a time works in a data folder. The lock itself is one of the operating system, held on
 * `server.lock` through SQLite's own locking: it ends with the process, however that ends, so no stale lock is ever left
 * to be guessed about. `server.pid` beside it is for people.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const pidFile = join(folder, 'server.pid')
  const lock = new Sqlite(join(folder, 'server.lock'), { timeout: 0 })
  try {
    lock.pragma('journal_mode = memory')
    lock.exec('begin exclusive')
  } catch (error) {
    lock.close()
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (!code.startsWith('SQLITE_BUSY')) throw error
    throw new Error(
      `Attune already runs with the data folder ${folder}${holder(pidFile)}. Stop that one first, or choose another --data folder.`,
    )
  }
  held.add(lock)
  writeFileSync(pidFile, `${process.pid}\n`, { mode: 0o600 })
  return () => {
    rmSync(pidFile, { force: true })
    held.delete(lock)
    lock.close()
  }
}

function holder(pidFile: string): string {
  try {
    return ` (process ${readFileSync(pidFile, 'utf8').trim()})`
  } catch {
    // Between taking the lock and writing the file the holder has no number yet.
    return ''
  }
}
