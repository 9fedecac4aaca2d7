import { openOutbox as openOutboxEndpoint } from '@attune/contract'
import { call } from '../../base/call.ts'
import { createSeal, type Seal } from '../../base/unsent/seal.ts'
import { type BrowserStore, openBrowserStore } from '../../base/unsent/store.ts'
import { holdWindow, openWindows, thisWindow } from '../../base/unsent/windows.ts'
import type { Edit } from '../edits.ts'
import { emptyHistory, type History } from '../undo.ts'

/** A change that the server has not acknowledged. */
export type Kept = {
  readonly operation: string
  readonly edit: Edit
  /** Version of the item it was made on; a retry after a crash must not pass for one made on a later version. */
  readonly base: number
  /** It was sent: whether it arrived only the server knows, and its operation id asks. */
  readonly isSent: boolean
}

/** What outlives the window. */
export type Outbox = {
  /** False where the browser cannot keep anything: then work lives in the window alone. */
  readonly isLasting: boolean
  /** What windows that are gone have left, in order. */
  readonly left: readonly Kept[]
  readonly steps: History
  readonly keep: (kept: Kept) => Promise<void>
  readonly drop: (operation: string) => Promise<void>
  readonly keepSteps: (steps: History) => void
}

export const forgetfulOutbox: Outbox = {
  isLasting: false,
  left: [],
  steps: emptyHistory,
  keep: async () => {},
  drop: async () => {},
  keepSteps: () => {},
}

/**
 * What this browser keeps of a coding until the server has it, shut with a key that only a signed-in session gets.
 * Without a browser database, or without a secure address, nothing is kept, and the screen says so.
 */
export async function openOutbox(person: string, place: Place): Promise<Outbox> {
  try {
    if (!isSecureContext || typeof indexedDB === 'undefined') return forgetfulOutbox
    const [store, { key }] = await Promise.all([openBrowserStore(), call(openOutboxEndpoint, {}, { body: {} })])
    holdWindow()
    void navigator.storage?.persist?.()
    return await outboxIn(store, await createSeal(key), { person, ...place })
  } catch {
    return forgetfulOutbox
  }
}

type Place = { readonly study: string; readonly coding: string }
type Whose = Place & { readonly person: string }

async function outboxIn(store: BrowserStore, seal: Seal, whose: Whose): Promise<Outbox> {
  const left = await leftBehind(store, seal, whose)
  const stored = await store.stepsOf(whose.coding)
  const steps = stored?.person === whose.person ? ((await seal.open(stored.sealed)) as History | null) : null
  const places = new Map<string, number>()
  let latest = 0
  const keepSteps = newestOnly(async (next: History) => {
    await store.putSteps({ person: whose.person, coding: whose.coding, sealed: await seal.close(next) })
  })
  return {
    isLasting: true,
    left,
    steps: steps ?? emptyHistory,
    keep: async (kept) => {
      // By the clock, so that what several windows left comes in the order in which it was done.
      latest = Math.max(latest + 1, Date.now())
      const place = places.get(kept.operation) ?? latest
      places.set(kept.operation, place)
      const { operation } = kept
      await store.putChange({ operation, ...whose, window: thisWindow, place, sealed: await seal.close(kept) })
    },
    drop: (operation) => store.removeChange(operation),
    keepSteps,
  }
}

/** Writes one after the other, and of those that wait only the newest: each is the whole of it. */
function newestOnly<Value>(write: (value: Value) => Promise<void>): (value: Value) => void {
  let waiting: { value: Value } | null = null
  let isWriting = false
  const run = async () => {
    isWriting = true
    for (let next = waiting; next; next = waiting) {
      waiting = null
      await write(next.value).catch(() => {})
    }
    isWriting = false
  }
  return (value) => {
    waiting = { value }
    if (!isWriting) void run()
  }
}

/** What windows that ended left of this person's work on this coding; from now on it is this window's. */
async function leftBehind(store: BrowserStore, seal: Seal, { person, coding }: Whose): Promise<Kept[]> {
  const alive = await openWindows()
  const mine = (await store.changesOf(coding)).filter((one) => one.person === person && !alive.has(one.window))
  const left: Kept[] = []
  for (const stored of mine) {
    const kept = (await seal.open(stored.sealed)) as Kept | null
    if (kept === null) continue
    await store.putChange({ ...stored, window: thisWindow })
    left.push(kept)
  }
  return left
}
