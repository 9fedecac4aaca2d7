import { checkNames, declareScale } from './declare.ts'
import type { EventTable } from './segment-types.ts'
import type { Category } from './types.ts'

/** What `eventTable` takes: for each rater a list of [time, code]. */
export interface Events {
  readonly raters: readonly string[]
  readonly categories: readonly Category[]
  readonly events: readonly (readonly (readonly [time: number, code: Category])[])[]
}

/**
 * Moments with a code, as each rater noted them; a rater without events saw none.
 *
 * @throws RangeError naming event, rater and value if a time is not a number or a code is not declared.
 * @example eventTable({ raters: ['Ann', 'Ben'], categories: ['smile'], events: [[[4, 'smile'], [1, 'smile']], []] }).times[0] // 1
 */
export function eventTable({ raters, categories: declared, events }: Events): EventTable {
  checkNames(raters, 'Rater')
  const { categories } = declareScale({ level: 'nominal', categories: declared })
  if (events.length !== raters.length) {
    throw new RangeError(`${events.length} lists of events are given for ${raters.length} raters.`)
  }
  const positions = new Map(categories.map((category, index) => [category, index]))
  const lists = events.map((list, rater) =>
    list
      .map(([time, code], index) => {
        const place = `Event ${index + 1} of ${raters[rater]}`
        const position = positions.get(String(code))
        if (!Number.isFinite(time)) throw new RangeError(`${place}: time ${time} is not a number.`)
        if (position === undefined) throw new RangeError(`${place}: "${code}" is not among ${categories.join(', ')}.`)
        return { time, position }
      })
      .sort((a, b) => a.time - b.time || a.position - b.position),
  )
  const offsets = new Int32Array(raters.length + 1)
  for (const [rater, list] of lists.entries()) offsets[rater + 1] = offsets[rater]! + list.length
  const all = lists.flat()
  return {
    kind: 'events',
    level: 'nominal',
    raters,
    categories,
    times: Float64Array.from(all, ({ time }) => time),
    codes: Int16Array.from(all, ({ position }) => position),
    offsets,
  }
}
