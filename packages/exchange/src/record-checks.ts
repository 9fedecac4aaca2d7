import type { EpisodeSpan, ImportFault, RecordEvent } from '@attune/contract'

/** A value with the line it was read from. */
export interface Placed<Value> {
  readonly line: number
  readonly value: Value
}

/** The same values by onset; equal onsets stay in the order of the file. */
export function sortByOnset<Value extends { onset: number }>(values: Value[]): Value[] {
  return values.toSorted((first, second) => first.onset - second.onset)
}

/** How episodes fit each other, the events, and the episodes that may occur. */
export function checkEpisodes(
  episodes: readonly Placed<EpisodeSpan>[],
  events: readonly Placed<RecordEvent & { episode: string }>[],
  allowed: readonly string[] | null,
) {
  const faults: ImportFault[] = []
  const warnings: ImportFault[] = []
  const spans = new Map<string, Placed<EpisodeSpan>>()
  for (const placed of episodes) {
    const { episode } = placed.value
    const twin = spans.get(episode)
    if (twin !== undefined) {
      const message = `Episode ${episode} is already marked on line ${twin.line}.`
      faults.push({ line: placed.line, message, remedy: 'Give each episode one row.' })
    } else spans.set(episode, placed)
    if (allowed !== null && !allowed.includes(episode)) {
      const message = `Episode "${episode}" is not one of the codebook.`
      faults.push({ line: placed.line, message, remedy: `Known are ${allowed.join(', ')}.` })
    }
  }
  const unmarked = new Set<string>()
  for (const { line, value } of events) {
    if (value.episode === '') continue
    const span = spans.get(value.episode)?.value
    if (span === undefined) {
      if (unmarked.has(value.episode)) continue
      unmarked.add(value.episode)
      const remedy = 'Add a row with the behaviour "episode", its onset and its offset.'
      warnings.push({ line, message: `Episode "${value.episode}" is named here but marked nowhere.`, remedy })
    } else if (value.onset < span.onset || value.onset > span.offset) {
      const message = `The event begins outside its episode ${value.episode} (${span.onset} to ${span.offset} s).`
      warnings.push({ line, message, remedy: 'Check the onset and the episode.' })
    }
  }
  return { faults, warnings: [...overlaps(episodes), ...warnings] }
}

function overlaps(episodes: readonly Placed<EpisodeSpan>[]): ImportFault[] {
  const ordered = episodes.toSorted((first, second) => first.value.onset - second.value.onset)
  return ordered.flatMap((placed, index): ImportFault[] => {
    const before = ordered[index - 1]?.value
    if (before === undefined || before.offset <= placed.value.onset) return []
    const message = `Episode ${placed.value.episode} begins before episode ${before.episode} has ended.`
    return [{ line: placed.line, message, remedy: 'Check the times of both.' }]
  })
}
