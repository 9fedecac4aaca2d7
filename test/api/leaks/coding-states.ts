import type { ActorName } from './canaries.ts'

/** Each of a coder's five cases ends in another state. */
export const states = ['not-started', 'draft', 'submitted', 'reopened', 'marked'] as const

/** A coding by its id, and whose it is. */
export type Coding = { readonly id: string; readonly state: string; readonly coder: ActorName }
