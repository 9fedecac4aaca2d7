import type { Codebook, Sampling } from './schema.ts'

/** How long the observation and each of its episodes lasted, in seconds; what nobody has said is null. */
export type Extent = {
  readonly end: number | null
  readonly episodes: readonly { episode: string; onset: number; offset: number | null }[]
}

/** One row of intervals: for one subject, in one episode or from the beginning of the observation. */
export type Series = { readonly subject: string | null; readonly episode: string | null }

/** One interval as far as completeness is concerned: scored or out of view is the same here. */
export type IntervalToSubmit = Series & { readonly sampling: string; readonly interval: number }

/** Every series that a sampling asks for, in the order of the codebook. */
export function seriesOf(sampling: Sampling): Series[] {
  const subjects = sampling.subjects ?? [null]
  const episodes = sampling.episodes ?? [null]
  return subjects.flatMap((subject) => episodes.map((episode) => ({ subject, episode })))
}

/** When a series begins and how many intervals it has; null if it is not known how long it lasts. */
export function intervalsIn(
  sampling: Sampling,
  episode: string | null,
  extent: Extent,
): { onset: number; count: number } | null {
  const place =
    episode === null ? { onset: 0, offset: extent.end } : extent.episodes.find((one) => one.episode === episode)
  if (!place || place.offset === null) return null
  // What is left over at the end is shorter than an interval and is not scored. 0.7 / 0.1 is just below 7.
  const count = Math.floor((place.offset - place.onset) / sampling.seconds + 1e-9)
  return { onset: place.onset, count: Math.max(0, count) }
}

/** Required samplings that are not complete, a message each; an episode that has no end yet cannot be complete. */
export function missingIntervals(
  codebook: Codebook,
  extent: Extent,
  marks: readonly IntervalToSubmit[],
): { sampling: string; series: Series; message: string }[] {
  const scored = new Set(marks.map(keyOf))
  const required = (codebook.sampling ?? []).filter((sampling) => sampling.required)
  return required.flatMap((sampling) =>
    seriesOf(sampling).flatMap((series) => {
      const label = seriesLabel(codebook, sampling, series)
      const intervals = intervalsIn(sampling, series.episode, extent)
      if (intervals === null) {
        return [{ sampling: sampling.id, series, message: `${label} has no length yet: say when it begins and ends.` }]
      }
      const missing = Array.from({ length: intervals.count }, (_, index) => index + 1).filter(
        (interval) => !scored.has(keyOf({ ...series, sampling: sampling.id, interval })),
      )
      const message = `${label}: ${missing.length} of ${intervals.count} intervals are not scored yet.`
      return missing.length === 0 ? [] : [{ sampling: sampling.id, series, message }]
    }),
  )
}

const keyOf = ({ sampling, subject, episode, interval }: IntervalToSubmit): string =>
  [sampling, subject, episode, interval].join('/')

/** A series in words: `Crying (Infant, 4 First separation)`. */
function seriesLabel(codebook: Codebook, sampling: Sampling, { subject, episode }: Series): string {
  const labelIn = (all: readonly { id: string; label: string }[], id: string | null) =>
    id === null ? [] : [all.find((one) => one.id === id)?.label ?? id]
  const places = [...labelIn(codebook.subjects, subject), ...labelIn(codebook.episodes, episode)]
  return places.length === 0 ? sampling.label : `${sampling.label} (${places.join(', ')})`
}
