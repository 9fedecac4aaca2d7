/** Anything with a beginning and an end: a passage, an event. */
type Interval = { start: number; end: number }

/**
 * A lane for each interval so that no two in one lane overlap, with as few lanes as possible: in order of
 * beginning, each takes the first lane that is free.
 *
 * @param intervals sorted by beginning.
 */
export function lanesOf(intervals: readonly Interval[]): number[] {
  const ends: number[] = []
  return intervals.map(({ start, end }) => {
    const free = ends.findIndex((laneEnd) => laneEnd <= start)
    const lane = free === -1 ? ends.length : free
    ends[lane] = end
    return lane
  })
}

export type Piece<Item> = { start: number; end: number; items: Item[] }

/**
 * A stretch cut at every edge of what covers it, for browsers that cannot paint highlights: flat pieces, never
 * marks inside marks.
 */
export function piecesOf<Item extends Interval>(length: number, items: readonly Item[]): Piece<Item>[] {
  const inside = items.filter(({ start, end }) => start < end && start < length && end > 0)
  const edges = [0, length, ...inside.flatMap(({ start, end }) => [Math.max(0, start), Math.min(length, end)])]
  const cuts = [...new Set(edges)].sort((a, b) => a - b)
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? length
    return { start, end, items: inside.filter((item) => item.start < end && item.end > start) }
  })
}
