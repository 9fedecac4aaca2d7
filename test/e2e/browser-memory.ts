import type { Browser, Page } from 'playwright-core'
import { type RunningLab, visitAs } from '../support/lab.ts'

/** A browser of somebody, in which pages come and go. */
export async function contextOf(browser: Browser, lab: RunningLab, who: string) {
  const page = await visitAs(browser, lab, who)
  return { context: page.context(), page }
}

/** Everything in the browser's databases, as the text that somebody with the disk in hand would read. */
export const dumpOf = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const names = (await indexedDB.databases()).map((one) => one.name ?? '')
    const texts: string[] = []
    for (const name of names) {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open(name)
        request.onsuccess = () => resolve(request.result)
      })
      for (const store of database.objectStoreNames) {
        const rows = await new Promise<unknown[]>((resolve) => {
          const request = database.transaction(store).objectStore(store).getAll()
          request.onsuccess = () => resolve(request.result)
        })
        const asText = (_: string, value: unknown) =>
          value instanceof ArrayBuffer || ArrayBuffer.isView(value)
            ? new TextDecoder('latin1').decode(value as ArrayBuffer)
            : value
        texts.push(...rows.map((row) => JSON.stringify(row, asText)))
      }
      database.close()
    }
    return texts
  })
