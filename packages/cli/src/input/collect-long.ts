import { type Collector, checkSize, type Group, type Twins } from './group.ts'
import { type Cells, growingNumbers } from './growing.ts'
import type { Names } from './names.ts'
import { ABSENT } from './values.ts'

/** Takes the ratings of one group of a long file, in any order of items and raters. */
export interface LongCollector extends Collector {
  readonly add: (item: number, rater: number, value: number, line: number) => void
}

/** Gives the numbers of a whole file new ones in the order in which a group meets them. */
function renumbering() {
  const places = growingNumbers()
  const met = growingNumbers()
  return {
    placeOf: (id: number): number => {
      while (places.count() <= id) places.push(-1)
      if (places.at(id) < 0) {
        places.put(id, met.count())
        met.push(id)
      }
      return places.at(id)
    },
    met: () => met.all(),
  }
}

/** @param order raters whose order is fixed; those who did not rate in this group are left out. */
export function collectLong(
  by: Readonly<Record<string, string>>,
  items: Names,
  raters: Names,
  order: readonly string[],
): LongCollector {
  const rows = renumbering()
  const columns = renumbering()
  const [items_, raters_, values, lines] = [growingNumbers(), growingNumbers(), growingNumbers(), growingNumbers()]

  return {
    add: (item, rater, value, line) => {
      items_.push(rows.placeOf(item))
      raters_.push(columns.placeOf(rater))
      values.push(value)
      lines.push(line)
    },
    finish: (): Group | Twins => {
      const found = Array.from(columns.met(), (id, place) => ({ name: raters.nameOf(id), place }))
      const isOrdered = order.length > 0
      const sorted = isOrdered ? found.toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name)) : found
      const width = sorted.length
      const size = rows.met().length
      checkSize(size, width)
      const columnOf = new Int32Array(width)
      for (const [column, { place }] of sorted.entries()) columnOf[place] = column
      const cells: Cells = new Int32Array(size * width).fill(ABSENT)
      const filledAt = new Int32Array(cells.length)
      for (let index = 0; index < lines.count(); index++) {
        const column = columnOf[raters_.at(index)]!
        const cell = items_.at(index) * width + column
        if (filledAt[cell]! > 0) {
          const item = items.nameOf(rows.met()[items_.at(index)]!)
          return { item, rater: sorted[column]!.name, lines: [filledAt[cell]!, lines.at(index)] }
        }
        filledAt[cell] = lines.at(index)
        cells[cell] = values.at(index)
      }
      return { by, raters: sorted.map(({ name }) => name), size, cells }
    },
  }
}
