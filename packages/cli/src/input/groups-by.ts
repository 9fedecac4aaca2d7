import type { CsvRow } from '@attune/exchange'
import type { Reading } from './layout.ts'
import { namesIn } from './names.ts'
import type { Columns } from './source.ts'

/**
 * The collector of the group to which each row belongs, by the columns of `--by` and `--pooled`; made when the group is first met.
 * Rows of one group mostly follow each other, so the group of the row before is tried first.
 *
 * @throws Refusal if there is no such column.
 */
export function groupsBy<Collector>(
  bytes: Uint8Array,
  columns: Columns,
  { by, pooled }: Pick<Reading, 'by' | 'pooled'>,
  make: (by: Readonly<Record<string, string>>) => Collector,
) {
  const parts = by.map((name) => ({
    name,
    place: columns.indexOf(name, name === pooled ? 'pooled' : 'by'),
    names: namesIn(bytes, 0),
  }))
  const last = parts.map(() => -1)
  const collectors = new Map<string, Collector>()
  let current: Collector | null = null

  const collectorOf = (): Collector => {
    const key = last.join(' ')
    const known = collectors.get(key)
    if (known !== undefined) return known
    const made = make(Object.fromEntries(parts.map(({ name, names }, index) => [name, names.nameOf(last[index]!)])))
    collectors.set(key, made)
    return made
  }
  return {
    of: (row: CsvRow): Collector => {
      let isSame = current !== null
      for (let index = 0; index < parts.length; index++) {
        const { names, place } = parts[index]!
        const id = names.idOf(row, place)
        if (id === last[index]) continue
        last[index] = id
        isSame = false
      }
      current = isSame && current !== null ? current : collectorOf()
      return current
    },
    /** The one of the row before. */
    latest: (): Collector | null => current,
    all: (): readonly Collector[] => [...collectors.values()],
  }
}
