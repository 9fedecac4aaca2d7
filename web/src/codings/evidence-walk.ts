import { type Slot, slotLabel } from '@attune/codebooks'
import type { AnnotationInput } from '@attune/contract'
import { announce } from '../base/announce.tsx'
import { t } from '../messages/index.ts'
import { raise, transcriptOf } from './coding-actions.ts'
import type { Desk } from './desk.ts'
import type { Sight } from './desk-context.ts'
import { codeLabel, evidenceOf, standOf } from './evidence.ts'
import { goToSlot } from './instruments/go-to-slot.ts'
import { placeWords } from './instruments/place-words.ts'
import { placeInWords } from './turns.ts'

export type Step =
  | { to: 'piece'; number: number }
  | { to: 'rating'; slot: Slot }
  /** `evidence`: the rating has none. `rating`: the annotation is evidence for nothing. */
  | { to: 'nothing'; lacks: 'evidence' | 'rating' }

/**
 * Where the walk goes next: from a rating to its pieces one after the other, after the last one back to the rating. From
 * an annotation on no walk it goes to the first rating that rests on it.
 *
 * @param pieces the ids of the rating's evidence; @param isAtRating whether the keyboard is on the rating.
 */
export function nextStep(at: {
  slot: Slot | null
  pieces: readonly string[]
  raised: AnnotationInput | undefined
  isAtRating: boolean
}): Step {
  const place = at.raised ? at.pieces.indexOf(at.raised.id) : -1
  if (at.slot && (at.isAtRating || place !== -1)) {
    if (at.pieces.length === 0) return { to: 'nothing', lacks: 'evidence' }
    if (place + 1 < at.pieces.length) return { to: 'piece', number: place + 1 }
    return at.isAtRating ? { to: 'piece', number: 0 } : { to: 'rating', slot: at.slot }
  }
  if (at.raised) {
    const [slot] = [...at.raised.evidence, ...at.raised.contradicts]
    return slot ? { to: 'rating', slot } : { to: 'nothing', lacks: 'rating' }
  }
  if (!at.slot || at.pieces.length === 0) return { to: 'nothing', lacks: 'evidence' }
  return { to: 'piece', number: 0 }
}

/** The key `v`. Returns what is missing, in words, if there is nowhere to go. */
export function walkEvidence(desk: Desk, sight: Sight): string | null {
  const slot = sight.slot()
  const pieces = slot ? evidenceOf(desk, slot) : []
  const step = nextStep({
    slot,
    pieces: pieces.map(({ id }) => id),
    raised: sight.raisedAnnotation(),
    isAtRating: document.activeElement?.closest('.slot') != null,
  })
  if (step.to === 'rating') {
    goToSlot(sight, step.slot)
    announce(t().evidence.backAtRating(slotLabel(desk.codebook, step.slot)))
    return null
  }
  const piece = step.to === 'piece' ? pieces[step.number] : undefined
  if (!piece || !slot || step.to !== 'piece') return whyNowhere(desk, slot, step)
  raise(sight, piece, true)
  if (piece.unit === 'event') document.querySelector<HTMLElement>('.raised__code')?.focus()
  announce(t().evidence.piece(step.number + 1, pieces.length, pieceInWords(desk, piece, slot)))
  return null
}

function whyNowhere(desk: Desk, slot: Slot | null, step: Step): string {
  if (step.to === 'nothing' && step.lacks === 'rating') return t().evidence.linkedWithNothing
  return slot ? t().evidence.noneFor(slotLabel(desk.codebook, slot)) : t().annotations.chooseRatingFirst
}

/** "against Loving (Mother): Lack of recall, turn 12, …" */
function pieceInWords(desk: Desk, piece: AnnotationInput, slot: Slot): string {
  const rating = slotLabel(desk.codebook, slot)
  const code = codeLabel(desk, piece)
  const transcript = transcriptOf(desk)
  const said =
    standOf(piece, slot) === 'against' ? t().evidence.isAgainst(code, rating) : t().evidence.isFor(code, rating)
  const place =
    piece.unit === 'segment' && transcript ? placeInWords(transcript.turns, piece) : placeWords(piece, undefined)
  return `${said}, ${place}`
}
