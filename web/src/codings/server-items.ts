import { parseSlotKey } from '@attune/codebooks'
import { annotation, rating, type Workspace } from '@attune/contract'
import { annotationEdit, ratingEdit } from './draft.ts'
import { annotationItem, type Edit, type ItemKey, ratingItem } from './edits.ts'
import type { ItemThere } from './saving-state.ts'

/** A refusal for staleness carries `{ version, item }`; what is gone there has no item. */
export function itemThere(item: ItemKey, current: unknown): ItemThere {
  const { version, item: found } = isThere(current) ? current : { version: 0, item: null }
  return { version, edit: editThere(item, found) }
}

function isThere(current: unknown): current is { version: number; item: unknown } {
  const isObject = typeof current === 'object' && current !== null
  return isObject && 'version' in current && 'item' in current && typeof current.version === 'number'
}

/** An item as the server has it, as the edit that would make it so here; what is gone there reads as a removal. */
function editThere(item: ItemKey, found: unknown): Edit {
  if (item === 'memo') return { type: 'put-memo', text: typeof found === 'string' ? found : '' }
  const [kind, key = ''] = item.split(' ')
  if (kind === 'rating') {
    const parsed = rating.safeParse(found)
    if (!parsed.success) return ratingEdit(parseSlotKey(key), undefined)
    const { version: _, ...there } = parsed.data
    return ratingEdit(there.slot, there)
  }
  const parsed = annotation.safeParse(found)
  if (!parsed.success) return annotationEdit(key, undefined)
  const { version: _, ...there } = parsed.data
  return annotationEdit(key, there)
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
    ...workspace.ratings.map((one) => ({ item: ratingItem(one.slot), version: one.version, found: one as unknown })),
    ...workspace.annotations.map((one) => ({
      item: annotationItem(one.id),
      version: one.version,
      found: one as unknown,
    })),
    { item: 'memo' as const, version: workspace.memo.version, found: workspace.memo.text as unknown },
  ].map(({ item, version, found }) => ({ item, there: { version, edit: editThere(item, found) } }))
  const present = new Set(there.map(({ item }) => item))
  const gone = [...known].filter((item) => !present.has(item) && versionOf(item) > 0)
  // The reading does not tell the version of what is gone; it is at least one later than what was seen here.
  return [
    ...there,
    ...gone.map((item) => ({ item, there: { version: versionOf(item) + 1, edit: editThere(item, null) } })),
  ]
}
