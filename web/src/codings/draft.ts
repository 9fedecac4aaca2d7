import { slotKey } from '@attune/codebooks'
import type { AnnotationInput, Rating, Workspace } from '@attune/contract'
import { annotationItem, type Edit, type ItemKey, ratingItem } from './edits.ts'

export type DraftRating = Omit<Rating, 'version'>

/** A coding as the coder sees it now, whether saved already or not. Never changed in place. */
export type Draft = {
  readonly ratings: ReadonlyMap<string, DraftRating>
  readonly annotations: ReadonlyMap<string, AnnotationInput>
  readonly memo: string
}

export function draftFrom(workspace: Pick<Workspace, 'ratings' | 'annotations' | 'memo'>): Draft {
  return {
    ratings: new Map(workspace.ratings.map(({ version: _, ...rating }) => [slotKey(rating.slot), rating])),
    annotations: new Map(workspace.annotations.map(({ version: _, ...annotation }) => [annotation.id, annotation])),
    memo: workspace.memo.text,
  }
}

/** The versions the server gave; an item that is not here was never saved. */
export function versionsFrom(workspace: Pick<Workspace, 'ratings' | 'annotations' | 'memo'>): Map<ItemKey, number> {
  return new Map<ItemKey, number>([
    ...workspace.ratings.map((rating): [ItemKey, number] => [ratingItem(rating.slot), rating.version]),
    ...workspace.annotations.map((annotation): [ItemKey, number] => [
      annotationItem(annotation.id),
      annotation.version,
    ]),
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
    case 'remove-annotation': {
      const annotations = new Map(draft.annotations)
      annotations.delete(edit.id)
      return { ...draft, annotations }
    }
    case 'put-memo':
      return { ...draft, memo: edit.text }
  }
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
