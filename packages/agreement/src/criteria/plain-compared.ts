import type { Compared, ComparedVariable } from './types.ts'

/** Codes beside their reference as they lie in a table: each variable once, as coded. */
export interface PlainCompared extends Partial<Omit<Compared, 'cases' | 'variables' | 'variable'>> {
  readonly cases: readonly string[]
  readonly variables: readonly ComparedVariable[]
  /** The variable under a collapse that it declares; `null`: it does not declare it. */
  readonly collapsed?: (variable: ComparedVariable, collapse: string) => ComparedVariable | null
}

/**
 * What a rule is held against, from ratings that lie in a table; masters and coders are the references that stand there.
 *
 * @throws RangeError naming the variable and case if an item belongs to a case that is not listed.
 * @example plainCompared({ cases: ['1'], variables: [] }).tolerance // 0
 */
export function plainCompared({ cases, variables, collapsed = () => null, ...rest }: PlainCompared): Compared {
  const known = new Set(cases)
  const byId = new Map(variables.map((variable) => [variable.id, variable]))
  for (const { id, items } of variables) {
    const stranger = items.find((item) => !known.has(item.case))
    if (stranger !== undefined)
      throw new RangeError(`An item of ${id} is of case ${stranger.case}, which is not listed.`)
  }
  const variable = (id: string, collapse: string): ComparedVariable => {
    const found = byId.get(id)
    if (found === undefined) throw new RangeError(`Variable ${id} is not among ${[...byId.keys()].join(', ')}.`)
    return (collapse === 'as-coded' ? null : collapsed(found, collapse)) ?? found
  }
  return { units: [], codes: [], tolerance: 0, overlap: 0.5, seconds: 1, ...rest, cases, variables, variable }
}
