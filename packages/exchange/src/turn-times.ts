import type { ImportFault } from '@attune/contract'
import { secondsOfTimeCode, TIME_CODE, timeAtBeginning } from './time-code.ts'
import type { Span } from './transcript-spans.ts'

/** When a turn begins and ends in the recording; null where the file does not say. */
export interface TimedSpan extends Span {
  readonly time: number | null
  readonly until: number | null
}

const IN_LABEL = new RegExp(TIME_CODE)

type Found = { readonly time: number | null; readonly bodyStart: number }

/** A time beside the label, or as the first thing that is said; the words begin behind it. */
function findTime(text: string, span: Span): Found {
  const inLabel = IN_LABEL.exec(text.slice(span.start, span.bodyStart))?.[0]
  if (inLabel !== undefined) return { time: secondsOfTimeCode(inLabel), bodyStart: span.bodyStart }
  const found = timeAtBeginning(text, span.bodyStart, span.end)
  return found === null ? { time: null, bodyStart: span.bodyStart } : { time: found.seconds, bodyStart: found.behind }
}

const FEWEST = 2

/**
 * The times that a transcript writes at its turns. A time of day that somebody mentions is no time code: unless
 * at least two are found and they never go back, none is taken.
 */
export function withTimes(text: string, spans: readonly Span[]): { spans: TimedSpan[]; warnings: ImportFault[] } {
  const found = spans.map((span) => findTime(text, span))
  const backward = firstBackward(found)
  const isTimed = found.filter(({ time }) => time !== null).length >= FEWEST
  if (isTimed && backward === -1) return { spans: timed(spans, found), warnings: [] }
  const without = spans.map((span) => ({ ...span, time: null, until: null }))
  if (!isTimed) return { spans: without, warnings: [] }
  const message = 'A time code goes back before the one above it; the times were left out.'
  const remedy = 'Correct it if the text is to follow a recording.'
  return { spans: without, warnings: [{ line: spans[backward]?.line ?? 0, message, remedy }] }
}

function firstBackward(found: readonly Found[]): number {
  let latest = 0
  return found.findIndex(({ time }) => {
    if (time !== null && time < latest) return true
    latest = time ?? latest
    return false
  })
}

/** A turn lasts until the next one that says when it begins. */
function timed(spans: readonly Span[], found: readonly Found[]): TimedSpan[] {
  let next: number | null = null
  const backwards = spans.toReversed().map((span, place): TimedSpan => {
    const { time, bodyStart } = found[spans.length - 1 - place] ?? { time: null, bodyStart: span.bodyStart }
    const until = time === null ? null : next
    next = time ?? next
    return { ...span, bodyStart, time, until }
  })
  return backwards.toReversed()
}
