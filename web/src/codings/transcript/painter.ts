import type { Turn } from '@attune/contract'
import { type Bodies, pointAt } from '../selection.ts'
import { partInTurn, type Segment, type Stretch, turnsOf } from '../turns.ts'
import type { Near } from './near.ts'

/** Whether the browser can paint stretches of text without changing the document. */
export const canPaint = (): boolean =>
  typeof CSS !== 'undefined' && 'highlights' in CSS && typeof StaticRange === 'function'

/** Draws codes and other groups of stretches upon the words. */
export type Painter = {
  /** What is coded in the turns that are near. */
  paint: (lists: readonly (readonly Segment[])[], near: Near) => void
  /** One group of stretches at a time: what is raised, selected, or quiet. */
  only: (name: string, stretches: readonly Stretch[]) => void
  stop: () => void
}

type Painted = { readonly list: readonly Segment[]; readonly ranges: readonly { name: string; range: AbstractRange }[] }

/**
 * Paints by the CSS Custom Highlight API: no element is added, however many codes there are. What a name looks like is in
 * `highlights.css`. The browser goes through all ranges whenever it draws, so only turns that are near have any.
 */
export function createPainter(turns: readonly Turn[], bodies: Bodies, colourOf: (code: string) => number): Painter {
  const painted = new Map<number, Painted>()
  const names = new Set<string>()

  function highlight(name: string): Highlight {
    const known = CSS.highlights.get(name)
    if (known) return known
    const made = new Highlight()
    made.priority = PRIORITY[name] ?? 1
    CSS.highlights.set(name, made)
    names.add(name)
    return made
  }

  function rangeIn(index: number, stretch: Stretch): StaticRange[] {
    const [turn, body] = [turns[index], bodies[index]]
    const part = turn && partInTurn(turn, stretch)
    if (!body || !part) return []
    const start = pointAt(body, part.start)
    const end = pointAt(body, part.end)
    return [
      new StaticRange({
        startContainer: start.node,
        startOffset: start.offset,
        endContainer: end.node,
        endOffset: end.offset,
      }),
    ]
  }

  function erase(index: number): void {
    for (const { name, range } of painted.get(index)?.ranges ?? []) highlight(name).delete(range)
    painted.delete(index)
  }

  function paintTurn(index: number, list: readonly Segment[]): void {
    const ranges = list.flatMap((segment) => {
      const name = `code-${colourOf(segment.code)}`
      return rangeIn(index, segment).map((range) => ({ name, range }))
    })
    for (const { name, range } of ranges) highlight(name).add(range)
    painted.set(index, { list, ranges })
  }

  return {
    paint: (lists, { first, last }) => {
      for (const index of painted.keys()) if (index < first || index > last) erase(index)
      for (let index = first; index <= last; index += 1) {
        const list = lists[index]
        if (!list || painted.get(index)?.list === list) continue
        erase(index)
        paintTurn(index, list)
      }
    },
    only: (name, stretches) => {
      const group = highlight(name)
      group.clear()
      for (const stretch of stretches) {
        const { first, last } = turnsOf(turns, stretch)
        for (let index = first; index <= last; index += 1) for (const range of rangeIn(index, stretch)) group.add(range)
      }
    },
    stop: () => {
      for (const name of names) CSS.highlights.delete(name)
    },
  }
}

/** Later ones win where two paint the same words. */
const PRIORITY: Record<string, number> = { mark: 0, pointed: 2, raised: 3, selected: 4 }
