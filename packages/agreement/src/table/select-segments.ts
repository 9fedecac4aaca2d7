import type { Joined, SegmentTable } from './segment-types.ts'

/** Units, events or segmentations of these raters only, in this order. */
export function segmentsOfRaters<Table extends SegmentTable>(table: Table, raters: readonly string[]): Table
export function segmentsOfRaters(table: SegmentTable, raters: readonly string[]): SegmentTable {
  const columns = raters.map((rater) => {
    const column = table.raters.indexOf(rater)
    if (column < 0) throw new RangeError(`Rater ${rater} is not among ${table.raters.join(', ')}.`)
    return column
  })
  if (table.kind === 'segmentation') {
    const joined = ofParts(table.joined, (part) => segmentsOfRaters(part, raters))
    return { ...table, raters, masses: columns.map((column) => table.masses[column]!), ...joined }
  }
  const rows = columns.flatMap((column) => range(table.offsets[column]!, table.offsets[column + 1]!))
  const codes = Int16Array.from(rows, (row) => table.codes[row]!)
  const offsets = new Int32Array(columns.length + 1)
  for (const [index, column] of columns.entries()) {
    offsets[index + 1] = offsets[index]! + table.offsets[column + 1]! - table.offsets[column]!
  }
  if (table.kind === 'events') {
    const joined = ofParts(table.joined, (part) => segmentsOfRaters(part, raters))
    return { ...table, raters, codes, offsets, times: Float64Array.from(rows, (row) => table.times[row]!), ...joined }
  }
  const joined = ofParts(table.joined, (part) => segmentsOfRaters(part, raters))
  const starts = Float64Array.from(rows, (row) => table.starts[row]!)
  return {
    ...table,
    raters,
    codes,
    offsets,
    starts,
    ends: Float64Array.from(rows, (row) => table.ends[row]!),
    ...joined,
  }
}

function ofParts<Table>(
  joined: Joined<Table> | undefined,
  change: (part: Table) => Table,
): { readonly joined?: Joined<Table> } {
  return joined === undefined ? {} : { joined: { ...joined, parts: joined.parts.map((part) => change(part)) } }
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index)
}
