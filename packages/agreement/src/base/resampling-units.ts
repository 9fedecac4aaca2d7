import type { Warning } from '../result.ts'
import { type ItemTable, isSegmentTable, itemCount, nameOfItem } from '../table/items.ts'
import { timeBlocks } from '../table/time-blocks.ts'

/** What resampling takes as a whole. */
export interface ClusterPlan {
  /**
   * The cluster of each item (or document, or session); items of one cluster are left out or drawn together. An item in no cluster is one of
   * its own: give it a name that no other has. Default: every item by itself.
   */
  readonly clusters?: readonly string[]
  /** Length of the blocks of time that a single continuum or session is cut into; see `timeBlocks` for what that assumes. */
  readonly block?: number
}

/** Who waits for a long computation. */
export interface Waiting {
  /** Told now and then how many of all samples are drawn, or of all items left out. */
  readonly progress?: ((done: number, all: number) => void) | undefined
}

/** The table whose items are drawn or left out: where blocks of time are asked for, the blocks. */
export function resampledTable(table: ItemTable, { block }: ClusterPlan): ItemTable {
  if (block === undefined) return table
  if (!isSegmentTable(table) || table.kind === 'segmentation') {
    throw new RangeError('Blocks of time are for units and events; name clusters, or join several texts.')
  }
  return timeBlocks(table, block)
}

/** Said where there is one continuum only, so that nothing is left to draw or leave out. */
export function oneContinuum(table: ItemTable): Warning[] {
  if (!isSegmentTable(table) || itemCount(table) > 1) return []
  const remedy = 'join several documents or sessions (joinTables)'
  const message = `One continuum does not show how much another would differ: ${remedy}, or give the plan a block of time.`
  return [{ code: 'one-continuum', message }]
}

/** Said where cutting at the edges of blocks changes the value, by how much. */
export function cutByBlocks(whole: number, cut: number | null): Warning[] {
  if (cut !== null && Math.abs(cut - whole) < 1e-9) return []
  const value = cut === null ? 'undefined' : cut.toPrecision(4)
  const message = `Cut into blocks the coefficient is ${value} instead of ${whole.toPrecision(4)}; the interval is about blocks.`
  return [{ code: 'cut-by-blocks', message }]
}

/** What is drawn or left out as a whole: single items, or all items of one cluster (a dyad, a family). */
export function resamplingUnits(table: ItemTable, clusters: readonly string[] | undefined): number[][] {
  const size = itemCount(table)
  if (clusters === undefined) return Array.from({ length: size }, (_, item) => [item])
  if (clusters.length !== size) {
    throw new RangeError(`${clusters.length} clusters are named for ${size} items.`)
  }
  const members = new Map<string, number[]>()
  for (const [item, named] of clusters.entries()) {
    // Only a script without types can leave a hole.
    if (named === undefined || named === null) {
      throw new RangeError(`Item ${nameOfItem(table, item)} has no cluster; one of its own needs a name too.`)
    }
    const cluster = String(named)
    const list = members.get(cluster)
    if (list === undefined) members.set(cluster, [item])
    else list.push(item)
  }
  return [...members.values()]
}

/** Why nothing can be drawn or left out: a single unit. */
export function onlyOne(table: ItemTable, { clusters, block }: ClusterPlan): string {
  if (clusters !== undefined) return 'All items that count are in one cluster; two clusters are needed'
  if (block !== undefined) return 'There is only one block of time; two are needed'
  return isSegmentTable(table)
    ? 'There is only one document or session; two are needed'
    : 'Only one item counts; two are needed'
}
