import { slotKey } from '@attune/codebooks'
import type { AnnotationInput, EpisodeMark, IntervalMark, Rating, Workspace } from '@attune/contract'
import {
  annotationItem,
  type Edit,
  episodeItem,
  type IntervalPlace,
  type ItemKey,
  intervalItem,
  intervalKey,
  placeOfInterval,
  ratingItem,
} from './edits.ts'

export type DraftRating = Omit<Rating, 'version'>
export type DraftInterval = Omit<IntervalMark, 'version'>
export type DraftEpisode = Omit<EpisodeMark, 'version'>

/** A coding as the coder sees it now, whether saved already or not. Never changed in place. */
export type Draft = {
  readonly ratings: ReadonlyMap<string, DraftRating>
  readonly annotations: ReadonlyMap<string, AnnotationInput>
  /** By `intervalKey`. */
  readonly intervals: ReadonlyMap<string, DraftInterval>
  readonly episodes: ReadonlyMap<string, DraftEpisode>
  readonly memo: string
}
type Items = Pick<Workspace, 'ratings' | 'annotations' | 'intervals' | 'episodes' | 'memo'>

export function draftFrom(workspace: Items): Draft {
  return {
    ratings: new Map(workspace.ratings.map(({ version: _, ...rating }) => [slotKey(rating.slot), rating])),
    annotations: new Map(workspace.annotations.map(({ version: _, ...annotation }) => [annotation.id, annotation])),
    intervals: new Map(workspace.intervals.map(({ version: _, ...mark }) => [intervalKey(mark), mark])),
    episodes: new Map(workspace.episodes.map(({ version: _, ...mark }) => [mark.episode, mark])),
    memo: workspace.memo.text,
  }
}

/** The versions the server gave; an item that is not here was never saved. */
export function versionsFrom(workspace: Items): Map<ItemKey, number> {
  return new Map<ItemKey, number>([
    ...workspace.ratings.map((rating): [ItemKey, number] => [ratingItem(rating.slot), rating.version]),
    ...workspace.annotations.map((annotation): [ItemKey, number] => [
      annotationItem(annotation.id),
      annotation.version,
    ]),
    ...workspace.intervals.map((mark): [ItemKey, number] => [intervalItem(mark), mark.version]),
    ...workspace.episodes.map((mark): [ItemKey, number] => [episodeItem(mark.episode), mark.version]),
    ['memo', workspace.memo.version],
  ])
}

export function applyEdit(draft: Draft, edit: Edit): Draft {
  switch (edit.type) {
    case 'put-rating': {
      const ratings = new Map(draft.ratings)
      const { slot, value, confidence, rationale } = edit
      if (value === null) ratings.delete(slotKey(slot))
      else ratings.set(slotKey(slot), { slot, value, confidence, rationale })
      return { ...draft, ratings }
    }
    case 'put-annotation':
      return { ...draft, annotations: new Map(draft.annotations).set(edit.annotation.id, edit.annotation) }
    case 'remove-annotation':
      return { ...draft, annotations: without(draft.annotations, edit.id) }
    case 'put-memo':
      return { ...draft, memo: edit.text }
    case 'put-interval':
      return { ...draft, intervals: new Map(draft.intervals).set(intervalKey(edit.mark), edit.mark) }
    case 'remove-interval':
      return { ...draft, intervals: without(draft.intervals, intervalKey(edit)) }
    case 'put-episode':
      return { ...draft, episodes: new Map(draft.episodes).set(edit.mark.episode, edit.mark) }
    case 'remove-episode':
      return { ...draft, episodes: without(draft.episodes, edit.episode) }
  }
}

function without<Item>(items: ReadonlyMap<string, Item>, key: string): ReadonlyMap<string, Item> {
  const rest = new Map(items)
  rest.delete(key)
  return rest
}

/** The edit that brings the item of `edit` back to what it is in `draft`. */
export function inverseOf(draft: Draft, edit: Edit): Edit {
  switch (edit.type) {
    case 'put-rating':
      return ratingEdit(edit.slot, draft.ratings.get(slotKey(edit.slot)))
    case 'put-annotation':
      return annotationEdit(edit.annotation.id, draft.annotations.get(edit.annotation.id))
    case 'remove-annotation':
      return annotationEdit(edit.id, draft.annotations.get(edit.id))
    case 'put-memo':
      return { type: 'put-memo', text: draft.memo }
    case 'put-interval':
      return intervalEdit(edit.mark, draft.intervals.get(intervalKey(edit.mark)))
    case 'remove-interval':
      return intervalEdit(edit, draft.intervals.get(intervalKey(edit)))
    case 'put-episode':
      return episodeEdit(edit.mark.episode, draft.episodes.get(edit.mark.episode))
    case 'remove-episode':
      return episodeEdit(edit.episode, draft.episodes.get(edit.episode))
  }
}

/** A rating written as an edit; without one, the edit that takes it back. */
export function ratingEdit(slot: Rating['slot'], rating: DraftRating | undefined): Edit {
  const { value, confidence, rationale } = rating ?? { value: null, confidence: null, rationale: '' }
  return { type: 'put-rating', slot, value, confidence, rationale }
}

export function annotationEdit(id: string, annotation: AnnotationInput | undefined): Edit {
  return annotation ? { type: 'put-annotation', annotation } : { type: 'remove-annotation', id }
}

export function intervalEdit(place: IntervalPlace, mark: DraftInterval | undefined): Edit {
  return mark ? { type: 'put-interval', mark } : { type: 'remove-interval', ...placeOfInterval(intervalKey(place)) }
}

export function episodeEdit(episode: string, mark: DraftEpisode | undefined): Edit {
  return mark ? { type: 'put-episode', mark } : { type: 'remove-episode', episode }
}
