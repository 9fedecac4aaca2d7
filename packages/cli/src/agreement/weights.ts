import type { Weights } from '@attune/agreement'
import { cellText, eachRow, openSource } from '../input/source.ts'
import { numberIn } from '../input/values.ts'
import { place, Refusal } from '../refusal.ts'
import type { World } from '../world.ts'
import { WEIGHTS } from './specs.ts'

/** Weights for given categories; a matrix with names is put into their order. */
export type WeightsFor = (categories: readonly string[]) => Weights

/** @throws Refusal if it is neither the name of a family nor a file with a matrix of numbers. */
export async function readWeights(world: World, choice: string): Promise<WeightsFor> {
  const name = WEIGHTS.find((known) => known === choice)
  if (name !== undefined) return () => name
  if (!/[./\\-]/.test(choice)) {
    throw new Refusal(`There are no weights "${choice}".`, `Choose ${WEIGHTS.join(', ')}, or name a CSV file.`)
  }
  const source = await openSource(world, choice)
  const rows: { cells: string[]; line: number }[] = []
  eachRow(source, (cells, line) => void rows.push({ cells: cells.map(cellText), line }))
  const isNamed = rows[0]?.cells[0] === '' || numberIn(rows[0]?.cells[0] ?? '', true) === null
  const names = isNamed ? (rows[0]?.cells.slice(1) ?? []) : null
  const body = isNamed ? rows.slice(1) : rows
  const matrix = body.map(({ cells, line }) =>
    cells.slice(isNamed ? 1 : 0).map((cell) => {
      const weight = numberIn(cell, source.delimiter !== ',')
      if (weight !== null) return weight
      throw new Refusal(`${place(choice, line)}: "${cell}" is not a weight.`, 'Write numbers from 0 to 1.')
    }),
  )
  if (names === null) return () => matrix
  const rowNames = body.map(({ cells }) => cells[0] ?? '')
  return (categories) =>
    categories.map((row) => categories.map((column) => find(choice, matrix, rowNames, names, row, column)))
}

function find(
  file: string,
  matrix: readonly (readonly number[])[],
  rows: readonly string[],
  columns: readonly string[],
  row: string,
  column: string,
): number {
  const weight = matrix[rows.indexOf(row)]?.[columns.indexOf(column)]
  if (weight !== undefined) return weight
  throw new Refusal(
    `${place(file, 0)}: there is no weight for ${row} and ${column}.`,
    'Name each category once in a row and a column.',
  )
}
