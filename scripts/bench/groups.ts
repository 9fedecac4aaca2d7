import type { Row } from './row.ts'

/** Every group is loaded only when it is measured: its imports are part of what the memory column must not see. */
export const groups: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
  statistics: async () => (await import('./statistics/rows.ts')).rows,
  coding: async () => (await import('./coding/rows.ts')).rows,
  cli: async () => (await import('./cli/rows.ts')).rows,
}

export async function rowsOf(group: string): Promise<readonly Row[]> {
  const load = groups[group]
  if (!load) throw new RangeError(`"${group}" is not a group. There are: ${Object.keys(groups).join(', ')}.`)
  return load()
}
