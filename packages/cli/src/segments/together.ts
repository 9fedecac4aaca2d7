import { joinTables, type SegmentTable } from '@attune/agreement'
import type { Group } from '@attune/report'
import type { SegmentSet } from './reading.ts'
import type { SegmentFile } from './sets.ts'

/** The documents of a group that some raters all worked on. */
export interface Together {
  /** Of several documents `over` says how many; a single one is what it is. */
  readonly group: Group
  readonly raters: readonly string[]
  readonly documents: readonly SegmentSet[]
}

/**
 * For each comparison that some document of a group allows, all documents that allow it.
 *
 * @param by columns that the analysis is repeated for; if the documents' own column is one of them, each stays by itself.
 * @param comparisonsIn raters of each comparison that a document allows.
 */
export function together(
  { sets, item }: Pick<SegmentFile, 'sets' | 'item'>,
  by: readonly string[],
  comparisonsIn: (set: SegmentSet) => readonly (readonly string[])[],
): Together[] {
  const isApart = item === null || by.includes(item)
  const groups = new Map<string, SegmentSet[]>()
  for (const set of sets) {
    const key = JSON.stringify(isApart ? set.by : byWithout(set, item))
    groups.set(key, [...(groups.get(key) ?? []), set])
  }
  return [...groups.values()].flatMap((members) => {
    const found = new Map(
      members.flatMap(comparisonsIn).map((raters) => [JSON.stringify(raters.toSorted()), raters] as const),
    )
    const group = byWithout(members[0], item)
    return [...found.values()].map((raters): Together => {
      const documents = members.filter((set) => raters.every((rater) => set.raters.includes(rater)))
      const over = { column: item ?? '', count: documents.length }
      return { group: documents.length > 1 ? { by: group, over } : { by: documents[0]?.by ?? {} }, raters, documents }
    })
  })
}

function byWithout(set: SegmentSet | undefined, item: string | null): Group['by'] {
  return Object.fromEntries(Object.entries(set?.by ?? {}).filter(([column]) => column !== item))
}

/** One table of all documents. @throws RangeError if they do not fit each other. */
export function tableTogether(
  { documents, raters }: Together,
  kind: SegmentTable['kind'],
  order: readonly string[] = raters,
): SegmentTable {
  const tables = documents.map((document) => document.table(kind, order))
  const [only] = tables
  if (only !== undefined && tables.length === 1) return only
  return joinTables(
    tables,
    documents.map(({ name }) => name || '(empty)'),
  )
}

/** The cluster of each document; null if no column says so. */
export function clustersOf({ documents }: Together): readonly string[] | null {
  const named = documents.flatMap(({ cluster }) => cluster ?? [])
  return named.length === documents.length ? named : null
}
