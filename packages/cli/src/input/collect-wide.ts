import type { CsvRow } from '@attune/exchange'
import { type Collector, checkSize, type Group, type Twins } from './group.ts'
import { growingCells, growingNumbers } from './growing.ts'
import type { Names } from './names.ts'
import type { Values } from './values.ts'

/** Takes the rows of one group of a wide file: a row is an item, with a cell for each rater. */
export interface WideCollector extends Collector {
  readonly add: (row: CsvRow, item: number | null) => void
}

export interface WideColumns {
  readonly raters: readonly string[]
  /** Where the cells of these raters stand in a row. */
  readonly places: readonly number[]
}

/**
 * @param items names of the items; null if each row is an item of its own.
 * @param onColumn is told the column that is about to be read.
 * @param expected how many rows there will be, about.
 */
export function collectWide(
  by: Readonly<Record<string, string>>,
  { raters, places }: WideColumns,
  items: Names | null,
  values: Values,
  onColumn: (rater: string) => void,
  expected: number,
): WideCollector {
  const cells = growingCells(expected * places.length)
  // The line on which each item stands in this group; 0 for items of other groups.
  const lines = growingNumbers(items === null ? 0 : expected)
  const columns = places.map((place, index) => ({ place, rater: raters[index]! }))
  let size = 0
  let twins: Twins | null = null

  const isNew = (item: number, line: number): boolean => {
    while (lines.count() < item) lines.push(0)
    const before = lines.count() === item ? 0 : lines.at(item)
    if (before > 0) {
      twins ??= { item: items?.nameOf(item) ?? '', rater: raters[0]!, lines: [before, line] }
      return false
    }
    if (lines.count() === item) lines.push(line)
    else lines.put(item, line)
    return true
  }
  return {
    add: (row, item) => {
      const isKept = item === null || isNew(item, row.line)
      for (const { place, rater } of columns) {
        onColumn(rater)
        const value = values.idOf(row, place)
        if (isKept) cells.push(value)
      }
      if (isKept) size++
    },
    finish: (): Group | Twins => {
      checkSize(size, raters.length)
      return twins ?? { by, raters, size, cells: cells.all() }
    },
  }
}
