import type { Sealed } from './seal.ts'

/** One change that waits, as it lies in the browser's database. Ids are the only words in it. */
export type StoredChange = {
  readonly operation: string
  readonly person: string
  readonly study: string
  readonly coding: string
  /** The window that wrote it: while that window lives, no other one sends it. */
  readonly window: string
  /** Order within a coding. */
  readonly place: number
  readonly sealed: Sealed
}
type StoredSteps = { readonly coding: string; readonly person: string; readonly sealed: Sealed }

export type BrowserStore = {
  readonly changesOf: (coding: string) => Promise<StoredChange[]>
  readonly changesBy: (person: string) => Promise<StoredChange[]>
  readonly putChange: (change: StoredChange) => Promise<void>
  readonly removeChange: (operation: string) => Promise<void>
  readonly stepsOf: (coding: string) => Promise<StoredSteps | undefined>
  readonly putSteps: (steps: StoredSteps) => Promise<void>
  readonly close: () => void
}

/** IndexedDB answers by events; this is all that is needed of it. */
const answer = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

/** `strict`: on disk before it is called done, as far as the browser can promise that. */
const done = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
  })

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open('attune', 1)
  request.onupgradeneeded = () => {
    const changes = request.result.createObjectStore('changes', { keyPath: 'operation' })
    changes.createIndex('coding', 'coding')
    changes.createIndex('person', 'person')
    request.result.createObjectStore('steps', { keyPath: 'coding' })
  }
  return answer(request)
}

export async function openBrowserStore(): Promise<BrowserStore> {
  const database = await openDatabase()
  const read = (name: string) => database.transaction(name).objectStore(name)
  const write = (name: string, work: (store: IDBObjectStore) => void): Promise<void> => {
    const transaction = database.transaction(name, 'readwrite', { durability: 'strict' })
    work(transaction.objectStore(name))
    return done(transaction)
  }
  return {
    changesOf: async (coding) => {
      const found: StoredChange[] = await answer(read('changes').index('coding').getAll(coding))
      return found.sort((one, other) => one.place - other.place)
    },
    changesBy: (person) => answer(read('changes').index('person').getAll(person)),
    putChange: (change) => write('changes', (store) => store.put(change)),
    removeChange: (operation) => write('changes', (store) => store.delete(operation)),
    stepsOf: (coding) => answer(read('steps').get(coding)),
    putSteps: (steps) => write('steps', (store) => store.put(steps)),
    close: () => database.close(),
  }
}
