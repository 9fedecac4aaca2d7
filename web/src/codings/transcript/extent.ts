import type { Turn } from '@attune/contract'
import { type Bodies, rangeIn } from '../selection.ts'
import { partInTurn, type Stretch, turnsOf } from '../turns.ts'

/** From where to where a stretch reaches down the page, in pixels below the top of its frame. */
export function extentOf(stretch: Stretch, turns: readonly Turn[], bodies: Bodies, frameTop: number) {
  const { first, last } = turnsOf(turns, stretch)
  const rectIn = (index: number): DOMRect | null => {
    const [turn, body] = [turns[index], bodies[index]]
    const part = turn && partInTurn(turn, stretch)
    if (!body) return null
    return part ? rangeIn(body, part).getBoundingClientRect() : body.getBoundingClientRect()
  }
  const top = rectIn(first)?.top ?? frameTop
  const bottom = (first === last ? rectIn(first) : rectIn(last))?.bottom ?? top
  return { top: top - frameTop, height: Math.max(18, bottom - top) }
}
