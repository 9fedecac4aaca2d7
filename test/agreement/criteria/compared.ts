import { type Compared, type ComparedVariable, plainCompared, type Rule, type RulePredicate } from '@attune/agreement'
import { agreement } from '../../support/criterion.ts'

type Cell = string | number | null
/** Own value, then the references. */
type Row = readonly [own: Cell, ...references: Cell[]]

/** A variable with one item a case; the cases are numbered from 1. */
export function classes(id: string, categories: readonly string[], rows: readonly Row[]): ComparedVariable {
  const shared = { id, label: id, kind: 'classification', collapse: 'as-coded', level: 'nominal' } as const
  return { ...shared, categories, notCodable: ['none'], items: itemsOf(rows) }
}

export function scores(id: string, rows: readonly Row[]): ComparedVariable {
  const shared = { id, label: id, kind: 'scale', collapse: null, level: 'interval' } as const
  return { ...shared, categories: [1, 2, 3, 4, 5, 6, 7, 8, 9], notCodable: ['none'], items: itemsOf(rows) }
}

const itemsOf = (rows: readonly Row[]) =>
  rows.map(([own, ...references], index) => ({ case: String(index + 1), own, references }))

export function compared(variables: readonly ComparedVariable[], rest: Partial<Compared> = {}): Compared {
  const cases = Math.max(0, ...variables.map(({ items }) => items.length))
  const { variable: _, ...others } = rest
  return plainCompared({ cases: Array.from({ length: cases }, (_, at) => String(at + 1)), ...others, variables })
}

export const predicate = (change: Partial<RulePredicate>): RulePredicate =>
  agreement({ variables: { ids: [] }, ...change })

export const both = (...all: Rule[]): Rule => ({ all })
