import type { RaterTable } from '../table/select.ts'

/** What is drawn or left out as a whole: single items, or all items of one cluster (a dyad, a family). */
export function resamplingUnits(table: RaterTable, clusters: readonly string[] | undefined): number[][] {
  if (clusters === undefined) return Array.from({ length: table.size }, (_, item) => [item])
  if (clusters.length !== table.size) {
    throw new RangeError(`${clusters.length} clusters are named for ${table.size} items.`)
  }
  const members = new Map<string, number[]>()
  for (const [item, cluster] of clusters.entries()) {
    const list = members.get(cluster)
    if (list === undefined) members.set(cluster, [item])
    else list.push(item)
  }
  return [...members.values()]
}
