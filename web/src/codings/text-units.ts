/** Units a coder selects by. All positions are UTF-16 code units of the raw text, never inside a character as a reader sees it. */
export type Unit = 'character' | 'word' | 'sentence'

const GRANULARITY = { character: 'grapheme', word: 'word', sentence: 'sentence' } as const

const segmenters = new Map<Unit, Intl.Segmenter>()
function segmenter(unit: Unit): Intl.Segmenter {
  const known = segmenters.get(unit)
  if (known) return known
  const made = new Intl.Segmenter('en', { granularity: GRANULARITY[unit] })
  segmenters.set(unit, made)
  return made
}

type Piece = { start: number; end: number; isWord: boolean }

/** The pieces of a text; for words without what lies between them. */
function piecesOf(text: string, unit: Unit): Piece[] {
  const pieces = Array.from(segmenter(unit).segment(text), (piece) => ({
    start: piece.index,
    end: piece.index + piece.segment.length,
    isWord: piece.isWordLike === true,
  }))
  return unit === 'word' ? pieces.filter((piece) => piece.isWord) : pieces
}

/** Where the next unit ends, or the end of the text. */
export function nextEdge(text: string, at: number, unit: Unit): number {
  const piece = piecesOf(text, unit).find(({ end }) => end > at)
  if (!piece) return text.length
  return unit === 'sentence' ? trimmedEnd(text, piece.start, piece.end, at) : piece.end
}

/** Where the unit before begins, or 0. */
export function previousEdge(text: string, at: number, unit: Unit): number {
  return piecesOf(text, unit).findLast(({ start }) => start < at)?.start ?? 0
}

/** A sentence ends before the space that follows it, unless the caret is already there. */
function trimmedEnd(text: string, start: number, end: number, at: number): number {
  const trimmed = start + text.slice(start, end).trimEnd().length
  return trimmed > at ? trimmed : nextSentenceEnd(text, end)
}

function nextSentenceEnd(text: string, from: number): number {
  const piece = piecesOf(text, 'sentence').find(({ start }) => start >= from)
  return piece ? piece.start + text.slice(piece.start, piece.end).trimEnd().length : text.length
}

/** The unit around a position: the word under the caret, the sentence it stands in. */
export function unitAround(text: string, at: number, unit: Unit): { start: number; end: number } {
  const pieces = piecesOf(text, unit)
  const piece = pieces.find(({ start, end }) => start <= at && at < end) ?? pieces.findLast(({ end }) => end <= at)
  if (!piece) return { start: at, end: at }
  return { start: piece.start, end: piece.start + text.slice(piece.start, piece.end).trimEnd().length }
}

/**
 * The stretch without white space at its edges and without half a character: an edge inside an emoji or between a letter
 * and its accent moves outwards. Null when nothing is left.
 */
export function tidy(text: string, start: number, end: number): { start: number; end: number } | null {
  const from = characterStart(text, Math.max(0, Math.min(start, end)))
  const to = characterEnd(text, Math.min(text.length, Math.max(start, end)))
  const chosen = text.slice(from, to)
  const lead = chosen.length - chosen.trimStart().length
  const trimmed = { start: from + lead, end: from + chosen.trimEnd().length }
  return trimmed.end > trimmed.start ? trimmed : null
}

/** Characters as readers see them seldom exceed this many code units; enough context to find their edges. */
const CONTEXT = 64

function characterAround(text: string, at: number): { start: number; end: number } | null {
  if (at <= 0 || at >= text.length) return null
  const from = Math.max(0, at - CONTEXT)
  const piece = segmenter('character')
    .segment(text.slice(from, at + CONTEXT))
    .containing(at - from)
  return piece ? { start: from + piece.index, end: from + piece.index + piece.segment.length } : null
}

export const characterStart = (text: string, at: number): number => characterAround(text, at)?.start ?? at

export function characterEnd(text: string, at: number): number {
  const around = characterAround(text, at)
  return around && around.start < at ? around.end : at
}
