import type { SegmentTable } from '@attune/agreement'
import type { MarkedSet } from '@attune/report'
import type { SegmentLayout } from '../agreement/layouts.ts'
import type { AgreementRequest } from '../agreement/request.ts'
import { type Arguments, numberFrom } from '../arguments.ts'

/** Where something stands: one number for the whole file, or a column. */
export type Extent = { readonly number: number } | { readonly column: string } | null

/** How the rows of a file are to be read. */
export interface SegmentReading {
  readonly layout: SegmentLayout
  readonly file: string
  readonly item: string | undefined
  readonly rater: string | undefined
  readonly value: string | undefined
  readonly start: string | undefined
  readonly end: string | undefined
  readonly begin: Extent
  readonly length: Extent
  readonly raters: readonly string[] | undefined
  readonly by: readonly string[]
  readonly noValue: ReadonlySet<string>
  readonly categories: readonly string[] | undefined
  /** Column of what documents belong together in. */
  readonly cluster: string | undefined
}

/** What raters marked in one document, film or session. */
export interface SegmentSet {
  /** Name and cluster of the document; null where no column says so. */
  readonly name: string | null
  readonly cluster: string | null
  /** The document and the columns of `--by`. */
  readonly by: Readonly<Record<string, string>>
  readonly raters: readonly string[]
  readonly kinds: readonly SegmentTable['kind'][]
  /** What is to be drawn of it. */
  readonly marked: Omit<MarkedSet, 'by' | 'raters'>
  /** @throws Refusal if the rows of these raters do not make such a table. */
  readonly table: (kind: SegmentTable['kind'], raters: readonly string[]) => SegmentTable
}

export function segmentReading(args: Arguments, request: AgreementRequest, layout: SegmentLayout): SegmentReading {
  const { item, rater, value, raters, by, noValue } = request.reading
  return {
    layout,
    file: request.file,
    item,
    rater,
    value,
    start: args.text('start'),
    end: args.text('end'),
    begin: extentOf(args, 'begin'),
    length: extentOf(args, 'length'),
    raters,
    by,
    noValue: new Set(noValue),
    categories: request.categories,
    cluster: request.cluster,
  }
}

/** A number if it looks like one, else the name of a column. */
function extentOf(args: Arguments, option: 'begin' | 'length'): Extent {
  const text = args.text(option)
  if (text === undefined) return null
  if (!/^[+-]?[\d.]/.test(text)) return { column: text }
  const fits = (value: number) => Number.isFinite(value) && (option === 'begin' || value > 0)
  return {
    number: numberFrom(
      option,
      text,
      fits,
      option === 'begin' ? 'a number or a column' : 'a number above 0, or a column',
    ),
  }
}
