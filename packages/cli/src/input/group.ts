import { Refusal } from '../refusal.ts'
import { ABSENT, EMPTY, growingNumbers } from './values.ts'

/** A table with more cells would not fit beside what is computed from it. */
const MOST_CELLS = 2 ** 27

/** The ratings of one group of a file: `cells[item * raters.length + rater]` is the number of a value, or EMPTY or ABSENT. */
export interface Group {
  /** Values of the columns that make the group, by column. */
  readonly by: Readonly<Record<string, string>>
  readonly raters: readonly string[]
  readonly size: number
  readonly cells: Int32Array
}

/** Two ratings of one item by one rater, by their lines. */
export interface Twins {
  readonly item: string
  readonly rater: string
  readonly lines: readonly [number, number]
}

/** Collects the ratings of one group, in any order of items and raters. */
export interface Collector {
  readonly add: (item: string, rater: string, value: number, line: number) => void
  readonly finish: () => Group | Twins
}

/** Gives each name the next number when it is first seen. */
function numbering(names: readonly string[]) {
  const ids = new Map(names.map((name, index) => [name, index]))
  return {
    idOf: (name: string): number => {
      const known = ids.get(name)
      if (known !== undefined) return known
      ids.set(name, ids.size)
      return ids.size - 1
    },
    names: () => [...ids.keys()],
  }
}

/** @param order raters whose order is fixed; those who did not rate in this group are left out. */
export function collectGroup(by: Readonly<Record<string, string>>, order: readonly string[]): Collector {
  const items = numbering([])
  const raters = numbering(order)
  const [rows, columns, values, lines] = [growingNumbers(), growingNumbers(), growingNumbers(), growingNumbers()]
  return {
    add: (item, rater, value, line) => {
      rows.push(items.idOf(item))
      columns.push(raters.idOf(rater))
      values.push(value)
      lines.push(line)
    },
    finish: () => {
      const names = { items: items.names(), raters: raters.names() }
      return fill({ by, ...names, rows: rows.all(), columns: columns.all(), values: values.all(), lines: lines.all() })
    },
  }
}

interface Collected {
  readonly by: Readonly<Record<string, string>>
  readonly items: readonly string[]
  readonly raters: readonly string[]
  readonly rows: Int32Array
  readonly columns: Int32Array
  readonly values: Int32Array
  readonly lines: Int32Array
}

function fill(from: Collected): Group | Twins {
  const present = new Set(from.columns)
  const raters = from.raters.filter((_, column) => present.has(column))
  const places = new Map(
    from.raters.flatMap((_, column) => (present.has(column) ? [column] : [])).map((column, place) => [column, place]),
  )
  if (from.items.length * raters.length > MOST_CELLS) {
    const size = `${from.items.length} items and ${raters.length} raters`
    throw new Refusal(
      `There are ${size}: more than can be compared.`,
      'Are the columns of items and raters the right ones?',
    )
  }
  const cells = new Int32Array(from.items.length * raters.length).fill(ABSENT)
  const filledAt = new Int32Array(cells.length)
  for (let index = 0; index < from.rows.length; index++) {
    const [row = 0, column = 0, line = 0] = [from.rows[index], from.columns[index], from.lines[index]]
    const cell = row * raters.length + (places.get(column) ?? 0)
    const before = filledAt[cell] ?? 0
    if (before > 0) return { item: from.items[row] ?? '', rater: from.raters[column] ?? '', lines: [before, line] }
    filledAt[cell] = line
    cells[cell] = from.values[index] ?? EMPTY
  }
  return { by: from.by, raters, size: from.items.length, cells }
}
