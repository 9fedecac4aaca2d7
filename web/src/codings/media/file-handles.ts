/** A file on the coder's disk that this browser may open again, and what it looked like when it was recognised. */
export type KnownFile = {
  readonly handle: FileSystemFileHandle
  readonly size: number
  readonly lastModified: number
}

type Permission = { readonly mode: 'read' }
/** What Chromium has and the type library does not describe. */
type Permitting = {
  queryPermission?: (permission: Permission) => Promise<PermissionState>
  requestPermission?: (permission: Permission) => Promise<PermissionState>
}
type WithPicker = { showOpenFilePicker?: () => Promise<FileSystemFileHandle[]> }

const read: Permission = { mode: 'read' }

/** Whether this browser can remember a file; the others ask for it each time. */
export const remembersFiles = (): boolean => 'showOpenFilePicker' in window && 'indexedDB' in window

/** Asks for a file; null when the person thought better of it. */
export async function pickHandle(): Promise<FileSystemFileHandle | null> {
  try {
    const [handle] = (await (window as WithPicker).showOpenFilePicker?.()) ?? []
    return handle ?? null
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null
    throw error
  }
}

/** Whether a remembered file may be read; `ask` needs a click of the person. */
export async function mayRead(handle: FileSystemFileHandle, ask: boolean): Promise<boolean> {
  const permitting: Permitting = handle as Permitting
  const state = await (ask ? permitting.requestPermission?.(read) : permitting.queryPermission?.(read))
  return state === 'granted'
}

const store = 'files'

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('attune-media', 1)
    request.onupgradeneeded = () => request.result.createObjectStore(store)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

async function inStore<Result>(
  mode: IDBTransactionMode,
  work: (files: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const database = await open()
  try {
    return await new Promise((resolve, reject) => {
      const request = work(database.transaction(store, mode).objectStore(store))
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  } finally {
    database.close()
  }
}

/** A file that was recognised before, by its SHA-256. A browser that keeps nothing remembers none. */
export async function knownFile(sha256: string): Promise<KnownFile | null> {
  if (!remembersFiles()) return null
  try {
    return ((await inStore('readonly', (files) => files.get(sha256))) as KnownFile | undefined) ?? null
  } catch {
    return null
  }
}

export async function rememberFile(sha256: string, known: KnownFile): Promise<void> {
  try {
    await inStore('readwrite', (files) => files.put(known, sha256))
  } catch {
    // Remembering is a convenience: without it the file is asked for again.
  }
}
