import type { Result } from '../result.ts'
import type { Category, Cell } from '../table/types.ts'

/** A value that a case expects; `null` means undefined, or a bound that is open. */
export type Expected = number | string | boolean | null | readonly Expected[] | { readonly [name: string]: Expected }

export type Parts = { readonly [name: string]: Expected }

export function isFields(value: unknown): value is { readonly [field: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isParts(value: Expected | undefined): value is Parts {
  return isFields(value)
}

/** Named parts, or none. */
export function partsIn(value: Expected | undefined): Parts {
  return isParts(value) ? value : {}
}

export function detailsOf(result: Result): Parts {
  return partsIn(result.details)
}

export function isCategory(value: unknown): value is Category {
  return typeof value === 'string' || typeof value === 'number'
}

export function isCell(value: unknown): value is Cell {
  return value === null || isCategory(value)
}

export function isCount(value: unknown): value is number {
  return typeof value === 'number'
}

export function isList<Entry>(value: unknown, is: (entry: unknown) => entry is Entry): value is readonly Entry[] {
  return Array.isArray(value) && value.every(is)
}

/** The entries of a list, or none. */
export function entriesIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** The entries of a list as numbers; what is none becomes `NaN`, which every measure refuses. */
export function numbersIn(value: unknown): number[] {
  return entriesIn(value).map(Number)
}
