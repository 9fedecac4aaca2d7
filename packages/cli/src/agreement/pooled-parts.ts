import { type CodeTable, MISSING, type Result } from '@attune/agreement'
import { marksOf, tableOfTask } from './compute.ts'
import type { IntervalChoice } from './interval-choice.ts'
import type { Rated } from './read-input.ts'
import type { AgreementRequest } from './request.ts'
import type { WeightsFor } from './weights.ts'
import { withoutInterval } from './with-interval.ts'

/** What one code adds to a pooled kappa. */
export interface Part {
  readonly ready: Rated
  readonly code: string
  readonly table: CodeTable
  readonly items: readonly string[]
}

/** The ratings of some raters with one code. */
export function partOf(
  ready: Rated,
  raters: readonly string[],
  column: string,
  request: AgreementRequest,
  weights: WeightsFor | null,
): Part {
  const shared = { ...request, pairs: true, reference: undefined }
  const { table } = tableOfTask(weights === null ? 'cohen-kappa' : 'weighted-kappa', ready, raters, shared)
  if (table.kind !== 'codes') throw new Error('Kappa is computed from codes.')
  return { ready, code: ready.by[column] ?? '', table, items: marksOf(ready.names ?? [], ready, raters, shared) }
}

/** Codes of the same interviews share their errors: item i is then the same in each table. Sites share none. */
export function sharing(parts: readonly Part[]): { readonly tables: CodeTable[]; readonly items: 'same' | 'own' } {
  const names = [...new Set(parts.flatMap(({ items }) => items))]
  const isShared = names.length < parts.reduce((sum, { items }) => sum + items.length, 0)
  if (!isShared) return { tables: parts.map(({ table }) => table), items: 'own' }
  const places = new Map(names.map((name, index) => [name, index]))
  const tables = parts.map(({ table, items }): CodeTable => {
    const width = table.raters.length
    const codes = new Int16Array(width * names.length).fill(MISSING)
    for (const [item, name] of items.entries()) {
      codes.set(table.codes.subarray(item * width, (item + 1) * width), width * (places.get(name) ?? 0))
    }
    return { ...table, items: null, size: names.length, codes }
  })
  return { tables, items: 'same' }
}

/** Codes by their names, and no interval where none was asked for. */
export function explained(result: Result, parts: readonly Part[], column: string, { method }: IntervalChoice): Result {
  if (result.estimate === null) {
    const empty = parts.find(({ table }) => !hasPair(table))
    if (empty === undefined) return result
    const message = `${column} ${empty.code} has no item coded by both raters.`
    return { ...result, undefined: { ...result.undefined, message } }
  }
  const { codes = [], ...details } = result.details ?? {}
  const named = Array.isArray(codes)
    ? codes.map((code, index) => ({ [column]: parts[index]?.code ?? '', ...code }))
    : []
  const found = { ...result, details: { ...details, codes: named } }
  return method === 'none' ? withoutInterval(found) : found
}

function hasPair({ codes, size }: CodeTable): boolean {
  for (let item = 0; item < size; item++) if (codes[2 * item]! >= 0 && codes[2 * item + 1]! >= 0) return true
  return false
}
