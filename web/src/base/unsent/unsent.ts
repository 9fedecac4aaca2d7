import { openBrowserStore, type StoredChange } from './store.ts'
import { openWindows } from './windows.ts'

/** Changes of one coding that wait in this browser although no window has it open. */
export type Unsent = { readonly study: string; readonly coding: string; readonly changes: number }

async function changesBy(person: string): Promise<StoredChange[]> {
  try {
    // Opening makes it: a browser in which nobody codes needs no database.
    if (!(await indexedDB.databases()).some(({ name }) => name === 'attune')) return []
    const store = await openBrowserStore()
    const changes = await store.changesBy(person)
    store.close()
    return changes
  } catch {
    return []
  }
}

/** How many changes of this person the server has not acknowledged, in this window or in any other of this browser. */
export const countWaiting = async (person: string): Promise<number> => (await changesBy(person)).length

/** What this person's closed windows left. */
export async function unsentOf(person: string): Promise<Unsent[]> {
  const changes = await changesBy(person)
  if (changes.length === 0) return []
  const alive = await openWindows()
  const unsent = new Map<string, Unsent>()
  for (const { study, coding, window } of changes) {
    if (alive.has(window)) continue
    unsent.set(coding, { study, coding, changes: (unsent.get(coding)?.changes ?? 0) + 1 })
  }
  return [...unsent.values()]
}
