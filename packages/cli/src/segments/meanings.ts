import type { Columns, Source } from '../input/source.ts'
import { place, Refusal } from '../refusal.ts'
import type { SegmentReading } from './reading.ts'

/** What a column is for. */
export type Meaning = 'rater' | 'value' | 'start' | 'end'

/** Names that a column may have without being named by its option; the first that is there counts. */
export const USUAL: Readonly<Record<SegmentReading['layout'], Readonly<Record<'item' | Meaning, readonly string[]>>>> =
  (() => {
    const shared = { item: ['document', 'session', 'continuum', 'item'], rater: ['rater', 'coder'], start: [], end: [] }
    const marked = {
      ...shared,
      value: ['category', 'code', 'value'],
      start: ['start', 'onset'],
      end: ['end', 'offset'],
    }
    return {
      units: marked,
      events: { ...marked, start: ['onset', 'start', 'time'] },
      segments: { ...shared, value: ['length'] },
      boundaries: { ...shared, value: ['position'] },
    }
  })()

/** The column of each meaning. @throws Refusal if there is none for one that is needed. */
export function meaningsOf(
  source: Source,
  columns: Columns,
  reading: SegmentReading,
  line: number,
): Readonly<Record<Meaning, string>> {
  const usual = USUAL[reading.layout]
  const nameOf = (meaning: Meaning): string => {
    const asked = reading[meaning]
    if (asked !== undefined) columns.indexOf(asked, meaning)
    const found = asked ?? usual[meaning].find((name) => columns.has(name))
    if (found !== undefined || usual[meaning].length === 0) return found ?? ''
    if (meaning === 'end' && reading.layout === 'events') return ''
    throw new Refusal(
      `${place(source.file, line)}: there is no column ${usual[meaning].map((name) => `"${name}"`).join(' or ')}.`,
      `Name it with --${meaning}; the file has the columns ${columns.names.join(', ')}.`,
    )
  }
  return { rater: nameOf('rater'), value: nameOf('value'), start: nameOf('start'), end: nameOf('end') }
}
