import type { Change } from '@attune/contract'
import { changeFrom, type Edit, type ItemKey, isRemoval, itemOf, leaveTheSame } from './edits.ts'
import type { Outbox } from './outbox/outbox.ts'
import type { Conflict, ItemThere, SavingState, Sent } from './saving-state.ts'

export type SavingOptions = {
  versions: ReadonlyMap<ItemKey, number>
  revision: number
  send: (operation: string, change: Change) => Promise<Sent>
  newOperation: () => string
  now: () => number
  /** Runs something later; returns how to call it off. */
  later: (milliseconds: number, run: () => void) => () => void
  onState: (state: SavingState) => void
  /** Somebody else wrote to this coding since we looked. */
  onForeignWrite: () => void
  /** One of ours was acknowledged. */
  onSaved: () => void
  /** What outlives the window, and what earlier windows left. */
  outbox: Pick<Outbox, 'left' | 'keep' | 'drop'>
}

/** `attempt` is set when it was sent for the first time and never changes after: a retry repeats it to the letter. */
type Entry = {
  operation: string
  item: ItemKey
  edit: Edit
  /** More strokes are likely: not to be sent yet. */
  isSettling: boolean
  attempt: Change | null
  /** Done when the browser has it on disk. */
  kept: Promise<void>
}

const BACK_OFF = [1000, 2000, 4000, 8000, 15_000] as const
export const delayAfter = (failures: number): number => BACK_OFF[Math.min(failures, BACK_OFF.length) - 1] ?? 0

export type Saving = ReturnType<typeof createSaving>

/** Saves edits one after another, in order, each exactly once, however bad the connection is. */
export function createSaving(options: SavingOptions) {
  const versions = new Map(options.versions)
  let queue: Entry[] = []
  let conflicts: Conflict[] = []
  let revision = options.revision
  let failures = 0
  let awaySince: number | null = null
  /** Changes on their way into the outbox. */
  let writing = 0
  let isSending = false
  let hold: 'signed-out' | 'refused' | null = null
  let refusal: string | null = null
  let savedAt: string | null = null
  let callOff = () => {}
  /** What lies in the outbox for a conflict. */
  const undecided = new Map<ItemKey, Entry>()

  /** Changes that an earlier window left: those that were sent are repeated to the letter, the others go on their old version. */
  function takeUp({ left }: Pick<Outbox, 'left'>): void {
    const begun = new Set<ItemKey>()
    queue = left.map(({ operation, edit, base, isSent }): Entry => {
      const item = itemOf(edit)
      const attempt = isSent || !begun.has(item) ? changeFrom(edit, base) : null
      begun.add(item)
      return { operation, item, edit, isSettling: false, attempt, kept: Promise.resolve() }
    })
  }
  takeUp(options.outbox)

  const status = (): SavingState['status'] => {
    if (hold) return hold
    if (queue.length === 0) return 'saved'
    return failures > 0 ? 'offline' : 'saving'
  }
  const state = (): SavingState => ({
    status: status(),
    waiting: queue.length,
    conflicts,
    refusal,
    savedAt,
    awaySince,
    isKept: writing === 0,
  })
  const tell = () => options.onState(state())

  /** `settle`: wait this long for more strokes into the same item before sending. */
  function add(edit: Edit, settle = 0): void {
    const item = itemOf(edit)
    const conflict = conflicts.find((candidate) => candidate.item === item)
    if (conflict) {
      conflicts = conflicts.map((candidate) => (candidate === conflict ? { ...candidate, mine: edit } : candidate))
      const entry = undecided.get(item)
      // Refused before, so the server does not know its operation: the later words may go under it.
      if (entry) keep(Object.assign(entry, { edit, attempt: changeFrom(edit, entry.attempt?.base ?? 0) }))
      tell()
      return
    }
    // Strokes into another item mean that the coder has moved on: what was waiting for more goes out now.
    for (const entry of queue) entry.isSettling = false
    const waiting = queue.find((entry) => entry.item === item && entry.attempt === null)
    // While the server is away nothing waits for strokes: the next try takes what there is.
    const isSettling = settle > 0 && failures === 0
    if (waiting) keep(Object.assign(waiting, { edit, isSettling }))
    else queue.push(newEntry(edit, isSettling))
    tell()
    if (failures === 0) schedule(settle)
  }

  function newEntry(edit: Edit, isSettling = false): Entry {
    const entry = { operation: options.newOperation(), item: itemOf(edit), edit, isSettling, attempt: null }
    return keep({ ...entry, kept: Promise.resolve() })
  }

  /** One write after the other; a browser that cannot write loses its memory, not the change. */
  function keep(entry: Entry): Entry {
    const { operation, edit, attempt } = entry
    const base = attempt?.base ?? versions.get(entry.item) ?? 0
    writing += 1
    entry.kept = entry.kept
      .then(() => options.outbox.keep({ operation, edit, base, isSent: attempt !== null }))
      .catch(() => {})
      .then(() => {
        writing -= 1
        if (writing === 0) tell()
      })
    return entry
  }

  function forget(entry: Entry): void {
    void entry.kept.then(() => options.outbox.drop(entry.operation)).catch(() => {})
  }

  function schedule(milliseconds: number): void {
    callOff()
    if (milliseconds > 0) callOff = options.later(milliseconds, flush)
    else void drain()
  }

  function flush(): void {
    for (const entry of queue) entry.isSettling = false
    // What an earlier window left is not saved, and the screen must not say so while it is being sent.
    tell()
    void drain()
  }

  async function drain(): Promise<void> {
    if (isSending || hold) return
    callOff()
    isSending = true
    try {
      for (let entry = nextEntry(); entry && !hold; entry = nextEntry()) {
        if (!(await attempt(entry))) break
      }
    } finally {
      isSending = false
      tell()
    }
  }

  /** The first entry worth sending: removing what the server never had needs no call. */
  function nextEntry(): Entry | undefined {
    for (let [first] = queue; first && isNothing(first); [first] = queue) {
      forget(first)
      queue.shift()
    }
    return queue[0]?.isSettling ? undefined : queue[0]
  }

  const isNothing = (entry: Entry): boolean => isRemoval(entry.edit) && !entry.attempt && !versions.get(entry.item)

  async function attempt(entry: Entry): Promise<boolean> {
    if (entry.attempt === null) {
      entry.attempt = changeFrom(entry.edit, versions.get(entry.item) ?? 0)
      keep(entry)
    }
    await entry.kept
    const sent = await options.send(entry.operation, entry.attempt)
    switch (sent.kind) {
      case 'saved':
        acknowledge(entry, sent)
        break
      case 'stale':
        collide(entry, sent.there)
        break
      case 'unreachable':
        failures += 1
        awaySince ??= options.now()
        callOff()
        for (const waiting of queue) waiting.isSettling = false
        callOff = options.later(delayAfter(failures), () => void drain())
        return false
      case 'signed-out':
        hold = 'signed-out'
        return false
      case 'refused':
        hold = 'refused'
        refusal = sent.message
        return false
    }
    failures = 0
    awaySince = null
    tell()
    return true
  }

  function acknowledge(entry: Entry, sent: Extract<Sent, { kind: 'saved' }>): void {
    queue = queue.filter((other) => other !== entry)
    versions.set(entry.item, sent.version)
    // What waits behind it is written anew, on this version, before its predecessor goes.
    const next = queue.find((other) => other.item === entry.item && other.attempt === null)
    void (next ? keep(next).kept : entry.kept).then(() => forget(entry))
    savedAt = sent.savedAt
    const isGap = sent.revision > revision + 1
    revision = Math.max(revision, sent.revision)
    options.onSaved()
    if (isGap) options.onForeignWrite()
  }

  function collide(entry: Entry, there: ItemThere): void {
    const ours = queue.filter((other) => other.item === entry.item)
    const mine = ours.at(-1)?.edit ?? entry.edit
    queue = queue.filter((other) => other.item !== entry.item)
    versions.set(entry.item, there.version)
    // Nothing seen here, nothing there: it was taken back before this page was opened, and nothing is overwritten.
    const wasNothing = entry.attempt?.base === 0 && isRemoval(there.edit)
    if (wasNothing) queue.unshift(newEntry(mine))
    const isConflict = !wasNothing && !leaveTheSame(mine, there.edit)
    if (isConflict) conflicts = [...conflicts, { item: entry.item, mine, there }]
    // Until the coder has chosen, what they did stays in the outbox: a window that ends now asks again when it is opened.
    for (const one of ours) if (!isConflict || one !== ours.at(-1)) forget(one)
    if (isConflict) undecided.set(entry.item, ours.at(-1) ?? entry)
    options.onForeignWrite()
  }

  /** Ends a conflict; what was chosen is on top of what is there. */
  function settleConflict(item: ItemKey, chosen: Edit): void {
    const conflict = conflicts.find((candidate) => candidate.item === item)
    if (!conflict) return
    conflicts = conflicts.filter((candidate) => candidate !== conflict)
    const entry = undecided.get(item)
    undecided.delete(item)
    if (leaveTheSame(chosen, conflict.there.edit)) tell()
    else add(chosen)
    if (entry) forget(entry)
  }

  /** Takes over what another window saved. Items with something of ours in the way are left to their own conflict. */
  function takeOver(items: readonly { item: ItemKey; there: ItemThere }[], newRevision: number): Edit[] {
    revision = Math.max(revision, newRevision)
    return items.flatMap(({ item, there }) => {
      const known = versions.get(item) ?? 0
      const isOurs = queue.some((entry) => entry.item === item) || conflicts.some((one) => one.item === item)
      if (isOurs || there.version <= known) return []
      versions.set(item, there.version)
      return [there.edit]
    })
  }

  /** Goes on after the coder signed in again, or when the network is back. */
  function resume(): void {
    if (hold === 'signed-out') hold = null
    failures = 0
    tell()
    flush()
  }

  /** Gives up the change that the server refuses, so that those behind it can go on. */
  function dropRefused(): Edit | null {
    if (hold !== 'refused') return null
    const refused = queue.shift() ?? null
    if (refused) forget(refused)
    hold = null
    refusal = null
    resume()
    return refused?.edit ?? null
  }

  return {
    add,
    flush,
    resume,
    dropRefused,
    settleConflict,
    takeOver,
    state,
    versionOf: (item: ItemKey) => versions.get(item) ?? 0,
    revision: () => revision,
    stop: () => callOff(),
  }
}
