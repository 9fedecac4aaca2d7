import { slotKey } from '@attune/codebooks'
import type { Change } from '@attune/contract'

type WithoutBase<C> = C extends unknown ? Omit<C, 'base'> : never

/** What a coder does to one item of a draft: a change before it is known which version it is based on. */
export type Edit = WithoutBase<Change>
export type RatingEdit = Extract<Edit, { type: 'put-rating' }>

/** Names one item of a coding: a rating, an annotation or the memo. Versions, conflicts and queues go by it. */
export type ItemKey = `rating ${string}` | `annotation ${string}` | `interval ${string}` | `episode ${string}` | 'memo'

export const ratingItem = (slot: RatingEdit['slot']): ItemKey => `rating ${slotKey(slot)}`
export const annotationItem = (id: string): ItemKey => `annotation ${id}`
export const episodeItem = (episode: string): ItemKey => `episode ${episode}`

export type IntervalPlace = Omit<Extract<Edit, { type: 'remove-interval' }>, 'type'>
/** One text for one interval, in which the parts can be told apart again. */
export const intervalKey = ({ sampling, subject, episode, interval }: IntervalPlace): string =>
  [sampling, subject ?? '', episode ?? '', interval].join('/')
export const intervalItem = (place: IntervalPlace): ItemKey => `interval ${intervalKey(place)}`

export function placeOfInterval(key: string): IntervalPlace {
  const [sampling = '', subject, episode, interval] = key.split('/')
  return { sampling, subject: subject || null, episode: episode || null, interval: Number(interval) }
}

export function itemOf(edit: Edit): ItemKey {
  switch (edit.type) {
    case 'put-rating':
      return ratingItem(edit.slot)
    case 'put-annotation':
      return annotationItem(edit.annotation.id)
    case 'remove-annotation':
      return annotationItem(edit.id)
    case 'put-memo':
      return 'memo'
    case 'put-interval':
      return intervalItem(edit.mark)
    case 'remove-interval':
      return intervalItem(edit)
    case 'put-episode':
      return episodeItem(edit.mark.episode)
    case 'remove-episode':
      return episodeItem(edit.episode)
  }
}

/** Whether an edit leaves nothing of its item: a removed annotation, a rating taken back. */
export function isRemoval(edit: Edit): boolean {
  return edit.type.startsWith('remove-') || (edit.type === 'put-rating' && edit.value === null)
}

/** Whether two edits of the same item would leave it the same. */
export function leaveTheSame(one: Edit, other: Edit): boolean {
  if (isRemoval(one) || isRemoval(other)) return isRemoval(one) && isRemoval(other)
  return canonical(one) === canonical(other)
}

/** JSON with sorted keys, so that two equal values are equal as text. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

/** The change that is sent: the edit on top of the version that the coder saw. */
export function changeFrom(edit: Edit, base: number): Change {
  return { ...edit, base }
}
