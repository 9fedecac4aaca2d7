import type { CsvRow } from '@attune/exchange'
import { type Collector, checkSize, type Group, type Twins } from './group.ts'
import { growingCells, growingNumbers } from './growing.ts'
import type { Items } from './items.ts'
import type { Values } from './values.ts'

/** Takes the rows of one group of a wide file: a row is an item, with a cell for each rater. */
export interface WideCollector extends Collector {
  readonly add: (row: CsvRow, item: number | null) => void
  /** Takes the numbers of the values of so many items that stood in no row before. */
  readonly addNew: (values: Int32Array, items: number) => void
}

export interface WideColumns {
  readonly raters: readonly string[]
  /** Where the cells of these raters stand in a row. */
  readonly places: readonly number[]
}

/**
 * @param items names of the items; null if each row is an item of its own.
 * @param onColumn is told the column that is about to be read.
 * @param expected how many rows there will be, about, if they are all of this group; null if it is one of several.
 */
export function collectWide(
  by: Readonly<Record<string, string>>,
  { raters, places }: WideColumns,
  items: Items | null,
  values: Values,
  onColumn: (rater: string) => void,
  expected: number | null,
): WideCollector {
  const cells = growingCells((expected ?? 0) * places.length)
  const lineBefore = items === null ? null : expected === null ? linesOfGroup() : linesOfFile(items)
  let size = 0
  let twins: Twins | null = null

  const isNew = (item: number, line: number): boolean => {
    const before = lineBefore?.(item, line, size) ?? 0
    if (before > 0) twins ??= { item: items?.nameOf(item) ?? '', rater: raters[0]!, lines: [before, line] }
    return before === 0
  }
  return {
    add: (row, item) => {
      const isKept = item === null || isNew(item, row.line)
      for (let index = 0; index < places.length; index++) {
        onColumn(raters[index]!)
        const value = values.idOf(row, places[index]!)
        if (isKept) cells.push(value)
      }
      if (isKept) size++
    },
    addNew: (found, items) => {
      cells.pushAll(found, items * places.length)
      size += items
    },
    finish: (): Group | Twins => {
      checkSize(size, raters.length)
      return twins ?? { by, raters, size, cells: cells.all() }
    },
  }
}

/** The line on which an item of this group stood before, or 0. */
type LineBefore = (item: number, line: number, size: number) => number

function linesOfGroup(): LineBefore {
  const lines = growingNumbers()
  return (item, line) => {
    while (lines.count() <= item) lines.push(0)
    const before = lines.at(item)
    if (before === 0) lines.put(item, line)
    return before
  }
}

/** Where all items are of one group, one that is new has the next number. */
function linesOfFile(items: Items): LineBefore {
  return (item, _, size) => (item < size ? items.lineOf(item) : 0)
}
