import type { CodedTurns, Segment } from '../turns.ts'

/** Two passages that end and begin in the same line would touch: keep about a line between them in one lane. */
const LINE_CHARACTERS = 70

export type LaneKeeper = ReturnType<typeof createLaneKeeper>

/**
 * The lane in the margin of each coded passage: in text order each takes the first that is free. After a change only the turns
 * from there on are gone through, and only until lanes are taken as they were.
 */
export function createLaneKeeper() {
  const lanes = new Map<string, number>()
  /** By turn: until where each lane is taken as the turn begins. */
  const taken: (readonly number[])[] = []

  let kept: CodedTurns | null = null

  function keep(coded: CodedTurns): void {
    if (coded === kept) return
    kept = coded
    const { lists, changed } = coded
    const isFirst = taken.length === 0
    const from = isFirst ? 0 : smallest(changed)
    const until = isFirst ? lists.length : largest(changed)
    let now = taken[from] ?? []
    for (let index = from; index < lists.length; index += 1) {
      if (index > until && areSame(now, taken[index])) return
      taken[index] = now
      now = afterTurn(lists, index, now)
    }
  }

  function afterTurn(lists: CodedTurns['lists'], index: number, before: readonly number[]): readonly number[] {
    const now = [...before]
    for (const segment of lists[index] ?? []) {
      // What goes on from the turn before has its lane.
      if (lists[index - 1]?.includes(segment)) continue
      const free = now.findIndex((end) => end <= segment.start)
      const lane = free === -1 ? now.length : free
      now[lane] = segment.end + LINE_CHARACTERS
      lanes.set(segment.id, lane)
    }
    return now
  }

  return { keep, laneOf: (segment: Segment): number => lanes.get(segment.id) ?? 0 }
}

const smallest = (indices: Iterable<number>) => [...indices].reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
const largest = (indices: Iterable<number>) => [...indices].reduce((a, b) => Math.max(a, b), -1)

const areSame = (now: readonly number[], before: readonly number[] | undefined): boolean =>
  now.length === before?.length && now.every((end, lane) => end === before[lane])
