/** The fewest entries that have to be taken to another place to come from one order to the other. */
export function movedAmong(before: readonly string[], after: readonly string[]): string[] {
  const places = after.map((id) => before.indexOf(id))
  // Of all runs of entries that keep their order, the longest one that ends at each place.
  const runs: string[][] = []
  for (const [at, place] of places.entries()) {
    const best = runs.reduce<string[]>(
      (longest, run, end) => ((places[end] ?? 0) < place && run.length > longest.length ? run : longest),
      [],
    )
    runs.push([...best, after[at] ?? ''])
  }
  const stays = runs.reduce<string[]>((longest, run) => (run.length > longest.length ? run : longest), [])
  return after.filter((id) => !stays.includes(id))
}
