import type { Codebook } from '@attune/codebooks'
import type { Annotation, EpisodeMark, IntervalMark } from '@attune/contract'
import { type CsvCell, writeCsv } from './csv-write.ts'

/** What one coder coded of one observation. */
export interface CodedObservation {
  readonly case: string
  readonly coder: string
  readonly codingVersion: number
  readonly codebook: Codebook
  readonly annotations: readonly Annotation[]
  readonly intervals: readonly IntervalMark[]
  readonly episodes: readonly EpisodeMark[]
}

const WHOSE = ['case', 'coder', 'coding_version', 'codebook']
const whose = ({ case: name, coder, codingVersion, codebook }: CodedObservation): CsvCell[] => [
  name,
  coder,
  codingVersion,
  `${codebook.id} ${codebook.version}`,
]

/**
 * Coded events, one row an event, in the order of time. Times are seconds. `offset` and `duration` are empty for a
 * moment and for a state that nobody ended; `event` tells them apart. Each modifier of the codebooks is a column of its
 * own, several values of one joined by `;`.
 */
export function eventsCsv(codings: readonly CodedObservation[]): string {
  const modifiers = [...new Set(codings.flatMap(({ codebook }) => modifierIds(codebook)))]
  const columns = ['id', 'code', 'event', 'subject', 'onset', 'offset', 'duration', 'value', 'confidence', 'memo']
  const rows = codings.flatMap((coding) =>
    coding.annotations
      .flatMap((one) => (one.unit === 'event' ? [one] : []))
      .toSorted((one, other) => one.onset - other.onset || (one.id < other.id ? -1 : 1))
      .map((event): CsvCell[] => {
        const { id, code, subject, onset, offset, value, confidence, memo } = event
        const kind = coding.codebook.codes.find((known) => known.id === code)?.event ?? null
        const said = modifiers.map((modifier) => event.modifiers[modifier]?.join(';') ?? null)
        const duration = offset === null ? null : milliseconds(offset - onset)
        return [...whose(coding), id, code, kind, subject, onset, offset, duration, value, confidence, memo, ...said]
      }),
  )
  return writeCsv([...WHOSE, ...columns, ...modifiers.map((modifier) => `modifier_${modifier}`)], rows)
}

/**
 * Scored intervals, one row an interval and behaviour: 1 seen, 0 looked for and not seen, empty out of view. An interval
 * that was not scored has no row.
 */
export function intervalsCsv(codings: readonly CodedObservation[]): string {
  const columns = ['sampling', 'method', 'seconds', 'subject', 'episode', 'interval', 'code', 'seen']
  const rows = codings.flatMap((coding) =>
    coding.intervals.flatMap((mark) => {
      const sampling = coding.codebook.sampling?.find((one) => one.id === mark.sampling)
      const { method = null, seconds = null, codes = mark.present } = sampling ?? {}
      return codes.map((code): CsvCell[] => {
        const seen = mark.isUnscorable ? null : Number(mark.present.includes(code))
        const place = [mark.sampling, method, seconds, mark.subject, mark.episode, mark.interval]
        return [...whose(coding), ...place, code, seen]
      })
    }),
  )
  return writeCsv([...WHOSE, ...columns], rows)
}

/** Episodes as their coder has them, in seconds; those whose times stand in the record alone have no row. */
export function episodesCsv(codings: readonly CodedObservation[]): string {
  const rows = codings.flatMap((coding) =>
    coding.episodes.map(({ episode, onset, offset }): CsvCell[] => [
      ...whose(coding),
      episode,
      onset,
      offset,
      offset === null ? null : milliseconds(offset - onset),
    ]),
  )
  return writeCsv([...WHOSE, 'episode', 'onset', 'offset', 'duration'], rows)
}

const modifierIds = (codebook: Codebook): string[] =>
  codebook.codes.flatMap((code) => code.modifiers?.map(({ id }) => id) ?? [])

/** A difference of times as exact as the times are, without the dust that computers leave. */
const milliseconds = (seconds: number): number => Math.round(seconds * 1000) / 1000
