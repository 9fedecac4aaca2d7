import type { PlannedCoding, Rater, Segment, TimedEvent } from './formats.ts'
import type { Random } from './random.ts'
import { confidenceNear } from './ratings.ts'

/** Codes that are easily taken for each other. */
const CONFUSED: Readonly<Record<string, string>> = {
  'collaborative-passage': 'balanced-view',
  'balanced-view': 'collaborative-passage',
  'entangled-passage': 'involving-anger',
  'idealisation-without-evidence': 'minimising',
  'lapse-in-discourse': 'lapse-in-reasoning',
  'support-or-comfort': 'valuing-of-attachment',
}

type Span = { start: number; end: number }

/** What a simulated rater marks of the passages the master marked: fewer, a little longer or shorter, some otherwise. */
export function simulateSegments(
  master: readonly Segment[],
  text: string,
  rater: Rater,
  planned: PlannedCoding,
  random: Random,
): Segment[] {
  const spans: Span[] = []
  return master.flatMap((annotation) => {
    const kept = random.chance(rater.kept)
    const span = moved(find(text, annotation), text, random)
    const confused = random.chance(0.12) ? CONFUSED[annotation.code] : undefined
    const code = planned.codes?.[annotation.code] ?? confused ?? annotation.code
    const confidence = confidenceNear(annotation.confidence, random)
    if (!kept || spans.some((other) => span.start < other.end && other.start < span.end)) return []
    spans.push(span)
    return [{ ...annotation, code, ...quoted(span, text), memo: '', confidence }]
  })
}

/** The events a simulated rater marks, with onsets up to half a second off. */
export function simulateEvents(
  master: readonly TimedEvent[],
  rater: Rater,
  planned: PlannedCoding,
  random: Random,
): TimedEvent[] {
  return master.flatMap((annotation) => {
    const kept = random.chance(rater.kept)
    const onset = Math.round((annotation.onset + random.pick([-0.5, -0.2, 0, 0, 0, 0.2, 0.5])) * 10) / 10
    const confidence = confidenceNear(annotation.confidence, random)
    if (!kept) return []
    return [{ ...annotation, code: planned.codes?.[annotation.code] ?? annotation.code, onset, memo: '', confidence }]
  })
}

function find(text: string, { quote, occurrence }: Segment): Span {
  let start = -1
  for (let count = 0; count < occurrence; count++) start = text.indexOf(quote, start + 1)
  if (start < 0) throw new RangeError(`Not in the transcript: "${quote}".`)
  return { start, end: start + quote.length }
}

/** The same passage with other borders: its whole sentences, a sentence more, or its first sentence only. */
function moved(span: Span, text: string, random: Random): Span {
  const sentences = sentencesAround(span, text)
  const touched = sentences.filter((one) => one.start < span.end && span.start < one.end)
  const [first, last] = [touched[0] ?? span, touched.at(-1) ?? span]
  const next = sentences.find((one) => one.start >= last.end) ?? last
  return random.pick([
    span,
    span,
    span,
    { start: first.start, end: last.end },
    { start: first.start, end: last.end },
    { start: span.start, end: next.end },
    { start: first.start, end: first.end },
  ])
}

/** The sentences of the turn a passage lies in; a turn is one line that begins with a label like `P: `. */
function sentencesAround({ start, end }: Span, text: string): Span[] {
  const from = text.lastIndexOf('\n', start - 1) + 4
  const lineEnd = text.indexOf('\n', end)
  const turn = text.slice(from, lineEnd < 0 ? text.length : lineEnd)
  return [...turn.matchAll(/\S.*?(?:[.!?]["”]?(?= )|$)/g)].map((match) => ({
    start: from + match.index,
    end: from + match.index + match[0].length,
  }))
}

/** The words between two offsets, and the how-manyeth place in the text they stand at. */
function quoted({ start, end }: Span, text: string): { quote: string; occurrence: number } {
  const quote = text.slice(start, end)
  let occurrence = 0
  for (let at = text.indexOf(quote); at >= 0 && at <= start; at = text.indexOf(quote, at + 1)) occurrence++
  return { quote, occurrence }
}
