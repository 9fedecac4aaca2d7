import type { Edit, ItemKey } from './edits.ts'

/** What became of one attempt to save. `there` is the item as another window left it. */
export type Sent =
  | { kind: 'saved'; version: number; revision: number; savedAt: string }
  | { kind: 'unreachable' }
  | { kind: 'signed-out' }
  | { kind: 'stale'; there: ItemThere }
  | { kind: 'refused'; message: string }

export type ItemThere = { readonly version: number; readonly edit: Edit }

/** Two windows wrote the same item. Both versions are kept until the coder chooses. */
export type Conflict = { readonly item: ItemKey; readonly mine: Edit; readonly there: ItemThere }

export type SavingState = {
  readonly status: 'saved' | 'saving' | 'offline' | 'signed-out' | 'refused'
  /** Changes that the server has not acknowledged. */
  readonly waiting: number
  readonly conflicts: readonly Conflict[]
  /** Why the server will not take the first waiting change. */
  readonly refusal: string | null
  readonly savedAt: string | null
  /** The browser has written down everything that waits: a crash now would lose nothing. */
  readonly isKept: boolean
  /** When the server was first not reached, in milliseconds; null while it is there. */
  readonly awaySince: number | null
}
