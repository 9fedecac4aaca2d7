import { type Code, findCode } from '@attune/codebooks'
import type { AnnotationInput, Transcript } from '@attune/contract'
import { t } from '../messages/index.ts'
import { sorted } from './annotation-order.ts'
import { changedAnnotation, type Desk } from './desk.ts'
import type { Sight } from './desk-context.ts'
import { codeLabel } from './evidence.ts'
import { placeInWords, type Stretch } from './turns.ts'

export function transcriptOf(desk: Desk): Transcript | null {
  const { material } = desk.workspace
  return material.kind === 'transcript' ? material : null
}

/** The codes that fit the material: for text those of segments, for observations those of events. */
export function codesOf(desk: Desk): Code[] {
  const unit = desk.workspace.material.kind === 'transcript' ? 'segment' : 'event'
  return desk.codebook.codes.filter((code) => code.unit === unit)
}

/** Puts a code on a stretch of text and raises it. A rating that has the attention gets no link by itself: `e` makes it. */
export function codeSegment(desk: Desk, sight: Sight, code: Code, stretch: Stretch): void {
  const transcript = transcriptOf(desk)
  if (!transcript || !desk.mayWrite()) return
  const id = crypto.randomUUID()
  const annotation = { id, code: code.id, value: null, memo: '', confidence: null, evidence: [], contradicts: [] }
  desk.edit(
    { type: 'put-annotation', annotation: { unit: 'segment', ...annotation, start: stretch.start, end: stretch.end } },
    { label: t().annotations.applied(code.label, placeInWords(transcript.turns, stretch)) },
  )
  sight.used(code.id)
  sight.setRaised(id)
  sight.setSelection(null)
  sight.setPaletteOpen(false)
  window.getSelection()?.removeAllRanges()
}

/** What the keyboard repeats: the code used last. */
export function lastCode(desk: Desk, sight: Sight): Code | undefined {
  return findCode(desk.codebook, sight.recent()[0] ?? '')
}

export function removeRaised(desk: Desk, sight: Sight): void {
  const annotation = sight.raisedAnnotation()
  if (!annotation || !desk.mayWrite()) return
  sight.setRaised(null)
  desk.edit(
    { type: 'remove-annotation', id: annotation.id },
    { label: t().annotations.removed(codeLabel(desk, annotation)) },
  )
}

/** Raises the annotation before or after the one that is raised, in the order of the material, and brings it into view. */
export function raiseNeighbour(desk: Desk, sight: Sight, by: -1 | 1): void {
  const all = sorted([...desk.draft().annotations.values()])
  const at = all.findIndex((one) => one.id === sight.raised())
  const next = at === -1 ? (by === 1 ? all[0] : all.at(-1)) : all[at + by]
  if (next) raise(sight, next)
}

/** @param focus the keyboard goes to the passage too, as after choosing it in a list. */
export function raise(sight: Sight, annotation: AnnotationInput, focus = false): void {
  sight.setRaised(annotation.id)
  if (annotation.unit === 'segment') sight.show(annotation, focus)
  else sight.setPane('material')
}

/** Raises it where it stands, while the keyboard goes through a list of them. */
export function raiseInPassing(sight: Sight, annotation: AnnotationInput): void {
  sight.setRaised(annotation.id)
  if (annotation.unit === 'segment') sight.bringIntoView(annotation)
}

/** Moves an annotation's borders to what is selected. */
export function takeSelectionAsBorders(desk: Desk, sight: Sight): void {
  const annotation = sight.raisedAnnotation()
  const stretch = sight.selection()
  if (annotation?.unit !== 'segment' || !stretch) return
  desk.edit(changedAnnotation(annotation, stretch), { label: t().annotations.newBorders(codeLabel(desk, annotation)) })
  sight.setSelection(null)
  window.getSelection()?.removeAllRanges()
}
