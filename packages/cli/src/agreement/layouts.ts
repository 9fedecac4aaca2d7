import type { Arguments } from '../arguments.ts'
import { Refusal } from '../refusal.ts'

/** Layouts of ratings, and layouts of what raters marked in a text, a film or a session. */
export const RATING_LAYOUTS = ['wide', 'long', 'table'] as const
export const SEGMENT_LAYOUTS = ['units', 'events', 'segments', 'boundaries'] as const
export const LAYOUTS = [...RATING_LAYOUTS, ...SEGMENT_LAYOUTS] as const

export type Layout = (typeof LAYOUTS)[number]
export type SegmentLayout = (typeof SEGMENT_LAYOUTS)[number]

export function isSegmentLayout(layout: Layout): layout is SegmentLayout {
  return SEGMENT_LAYOUTS.some((known) => known === layout)
}

const PLACES = ['start', 'end', 'begin', 'length', 'block']
/** Segments and events have one level, no weights, and no words. */
const OF_RATINGS = ['level', 'weights', 'missing', 'benchmarks', 'certainty', 'prior', 'threshold', 'pooled']

/** Options that have no meaning for a layout. */
const FOREIGN: Readonly<Record<Layout, readonly string[]>> = {
  wide: ['rater', 'value', ...PLACES],
  long: PLACES,
  table: ['item', 'rater', 'value', 'raters', 'by', 'na', 'cluster', 'pooled', ...PLACES],
  units: OF_RATINGS,
  events: OF_RATINGS,
  segments: [...OF_RATINGS, 'categories', ...PLACES],
  boundaries: [...OF_RATINGS, 'categories', 'start', 'end', 'begin', 'block'],
}

/** @throws Refusal if an option has no meaning for the layout. */
export function checkLayout(args: Arguments, layout: Layout): void {
  const stranger = FOREIGN[layout].find((option) => args.has(option))
  if (stranger !== undefined) {
    throw new Refusal(
      `--${stranger} has no meaning for --layout ${layout}.`,
      'Leave it out, or choose another --layout.',
    )
  }
}
