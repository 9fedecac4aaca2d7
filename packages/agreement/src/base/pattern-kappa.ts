import type { Options } from '../options.ts'
import type { CodeTable } from '../table/types.ts'
import { pairCounts } from './pair-counts.ts'
import type { PatternStatistic } from './pattern-samples.ts'
import { weightMatrix } from './weights.ts'

/** Two raters: the cells of their table. */
export const kappaOfCells = (weights: 'identity' | 'quadratic') => {
  return (table: CodeTable, options: Options): PatternStatistic => {
    const { k, counts } = pairCounts(table)
    const used = [...counts.keys()].filter((cell) => counts[cell]! > 0)
    const matrix = weightMatrix(options.weights ?? weights, table, table.level, options)
    const cost = matrix.map((weight) => 1 - weight)
    const ofCell = Float64Array.from(used, (cell) => cost[cell]!)
    const rowOf = Int32Array.from(used, (cell) => Math.floor(cell / k))
    const columnOf = Int32Array.from(used, (cell) => cell % k)
    const rows = new Float64Array(k)
    const columns = new Float64Array(k)
    return {
      times: Float64Array.from(used, (cell) => counts[cell]!),
      value: (times) => {
        rows.fill(0)
        columns.fill(0)
        let [n, apart, byChance] = [0, 0, 0]
        for (let cell = 0; cell < times.length; cell++) {
          const count = times[cell]!
          n += count
          apart += ofCell[cell]! * count
          rows[rowOf[cell]!] = rows[rowOf[cell]!]! + count
          columns[columnOf[cell]!] = columns[columnOf[cell]!]! + count
        }
        for (let i = 0; i < k; i++) {
          if (rows[i] === 0) continue
          for (let j = 0; j < k; j++) byChance += cost[i * k + j]! * rows[i]! * columns[j]!
        }
        return byChance === 0 ? null : 1 - (n * apart) / byChance
      },
    }
  }
}
