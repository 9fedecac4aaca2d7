import { parseSlotKey } from '@attune/codebooks'
import { annotation, memo, rating, type Workspace } from '@attune/contract'
import { annotationEdit, ratingEdit } from './draft.ts'
import { annotationItem, type ItemKey, ratingItem } from './edits.ts'
import type { ItemThere } from './saving.ts'

function versionIn(current: unknown): number {
  const isItem = typeof current === 'object' && current !== null && 'version' in current
  return isItem && typeof current.version === 'number' ? current.version : 0
}

/** The item a refusal for staleness carries, as the edit that would make it so here. What is gone there reads as a removal. */
export function itemThere(item: ItemKey, current: unknown): ItemThere {
  const version = versionIn(current)
  if (item === 'memo') return { version, edit: { type: 'put-memo', text: memo.safeParse(current).data?.text ?? '' } }
  const [kind, key = ''] = item.split(' ')
  if (kind === 'rating') {
    const found = rating.safeParse(current)
    if (!found.success) return { version, edit: ratingEdit(parseSlotKey(key), undefined) }
    const { version: _, ...there } = found.data
    return { version, edit: ratingEdit(there.slot, there) }
  }
  const found = annotation.safeParse(current)
  if (!found.success) return { version, edit: annotationEdit(key, undefined) }
  const { version: _, ...there } = found.data
  return { version, edit: annotationEdit(key, there) }
}

/**
 * Every item of a freshly read coding, and for those that are gone since, their removal.
 *
 * @param known the items on this screen.
 * @param versionOf the version last seen of an item.
 */
export function itemsThere(
  workspace: Pick<Workspace, 'ratings' | 'annotations' | 'memo'>,
  known: Iterable<ItemKey>,
  versionOf: (item: ItemKey) => number,
): { item: ItemKey; there: ItemThere }[] {
  const there = [
    ...workspace.ratings.map((one) => ({ item: ratingItem(one.slot), current: one as unknown })),
    ...workspace.annotations.map((one) => ({ item: annotationItem(one.id), current: one as unknown })),
    { item: 'memo' as const, current: workspace.memo as unknown },
  ].map(({ item, current }) => ({ item, there: itemThere(item, current) }))
  const present = new Set(there.map(({ item }) => item))
  const gone = [...known].filter((item) => !present.has(item) && versionOf(item) > 0)
  // The reading does not tell the version of what is gone; it is at least one later than what was seen here.
  return [
    ...there,
    ...gone.map((item) => ({ item, there: { ...itemThere(item, null), version: versionOf(item) + 1 } })),
  ]
}
