import type { Edit } from './edits.ts'

/** One thing the coder did, and how to take it back and do it again. Both are saved as new changes. */
export type Step = { readonly label: string; readonly undo: readonly Edit[]; readonly redo: readonly Edit[] }

/** Steps done with the newest last, steps undone with the next to redo last. */
export type History = { readonly done: readonly Entry[]; readonly undone: readonly Entry[] }
type Entry = Step & { readonly stroke: string | null; readonly at: number }

export const emptyHistory: History = { done: [], undone: [] }

/** Keystrokes into one field within this time are one step. */
const STROKE_MILLISECONDS = 1500
const LONGEST = 500

/**
 * @param stroke names a field that is being typed into; quick strokes into the same one make one step.
 * @param at milliseconds of any clock.
 */
export function record(history: History, step: Step, stroke: string | null, at: number): History {
  const last = history.done.at(-1)
  const isSameStroke = last && stroke !== null && last.stroke === stroke && at - last.at < STROKE_MILLISECONDS
  const isFresh = history.undone.length === 0
  if (isSameStroke && isFresh) {
    return { done: [...history.done.slice(0, -1), { ...last, redo: step.redo, at }], undone: [] }
  }
  return { done: [...history.done, { ...step, stroke, at }].slice(-LONGEST), undone: [] }
}

export function undo(history: History): { history: History; step: Step } | null {
  const step = history.done.at(-1)
  if (!step) return null
  return { step, history: { done: history.done.slice(0, -1), undone: [...history.undone, { ...step, stroke: null }] } }
}

export function redo(history: History): { history: History; step: Step } | null {
  const step = history.undone.at(-1)
  if (!step) return null
  return { step, history: { done: [...history.done, { ...step, stroke: null }], undone: history.undone.slice(0, -1) } }
}
