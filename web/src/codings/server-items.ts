import { parseSlotKey } from '@attune/codebooks'
import { annotation, episodeMark, intervalMark, rating, type Workspace } from '@attune/contract'
import { annotationEdit, episodeEdit, intervalEdit, ratingEdit } from './draft.ts'
import {
  annotationItem,
  type Edit,
  episodeItem,
  type ItemKey,
  intervalItem,
  placeOfInterval,
  ratingItem,
} from './edits.ts'
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
  switch (kind) {
    case 'rating':
      return ratingEdit(parseSlotKey(key), withoutVersion(rating.safeParse(found).data))
    case 'interval':
      return intervalEdit(placeOfInterval(key), withoutVersion(intervalMark.safeParse(found).data))
    case 'episode':
      return episodeEdit(key, withoutVersion(episodeMark.safeParse(found).data))
    default:
      return annotationEdit(key, withoutVersion(annotation.safeParse(found).data))
  }
}

type WithoutVersion<Item> = Item extends unknown ? Omit<Item, 'version'> : never

function withoutVersion<Item extends { version: number }>(item: Item | undefined): WithoutVersion<Item> | undefined {
  if (!item) return undefined
  const { version: _, ...rest } = item
  // TypeScript does not follow `Omit` through a union of items.
  return rest as WithoutVersion<Item>
}

/**
 * Every item of a freshly read coding, and for those that are gone since, their removal.
 *
 * @param known the items on this screen.
 * @param versionOf the version last seen of an item.
 */
export function itemsThere(
  workspace: Pick<Workspace, 'ratings' | 'annotations' | 'intervals' | 'episodes' | 'memo'>,
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
    ...workspace.intervals.map((one) => ({ item: intervalItem(one), version: one.version, found: one as unknown })),
    ...workspace.episodes.map((one) => ({
      item: episodeItem(one.episode),
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
