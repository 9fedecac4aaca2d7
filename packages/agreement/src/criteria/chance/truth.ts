import { mean } from '../../base/sum.ts'
import type { Category, Cell } from '../../table/types.ts'
import { isNumeric } from '../items.ts'
import type { Compared, ComparedVariable } from '../types.ts'

/** What the masters say of one variable: where each item's value stands, and how much the values vary. */
export interface Truth {
  readonly id: string
  readonly isNumeric: boolean
  /** Items of each case of the design, as positions in the list of items. */
  readonly itemsOfCase: readonly (readonly number[])[]
  /** Which reference of each item is the true one: the first with a value; -1: none. */
  readonly raters: readonly number[]
  /** Items that have a value. */
  readonly pool: readonly number[]
  /** The values of the pool. */
  readonly scores: readonly number[]
  readonly variance: number
  /** The nearest score that can be given. */
  readonly round: (score: number) => number
  /** The variable under a collapse, its items in the same order. */
  readonly under: (collapse: string) => ComparedVariable
}

export function truthOf(design: Compared, id: string): Truth {
  const known = new Map<string, ComparedVariable>()
  const under = (collapse: string): ComparedVariable => {
    const variable = known.get(collapse) ?? design.variable(id, collapse, 'master')
    known.set(collapse, variable)
    return variable
  }
  const variable = under('as-coded')
  const isValue = (cell: Cell): boolean => cell !== null && !variable.notCodable.includes(String(cell))
  const raters = variable.items.map(({ references }) => references.findIndex(isValue))
  const pool = [...raters.keys()].filter((item) => raters[item]! >= 0)
  const numeric = isNumeric(variable)
  const scores = numeric ? pool.map((item) => Number(variable.items[item]!.references[raters[item]!])) : []
  const centre = scores.length > 0 ? mean(Float64Array.from(scores)) : 0
  return {
    id,
    isNumeric: numeric,
    itemsOfCase: design.cases.map((one) =>
      [...variable.items.keys()].filter((item) => variable.items[item]!.case === one),
    ),
    raters,
    pool,
    scores,
    variance: scores.length === 0 ? 0 : mean(Float64Array.from(scores, (score) => (score - centre) ** 2)),
    round: rounding(variable, scores),
    under,
  }
}

/** The value that the masters gave an item; `null` where they gave none. */
export function trueValue(truth: Truth, variable: ComparedVariable, item: number): Cell {
  return variable.items[item]?.references[Math.max(truth.raters[item] ?? 0, 0)] ?? null
}

/** To the points of a scale, whose ends nothing goes beyond; to whole numbers where the masters gave no others; never below 0. */
function rounding(variable: ComparedVariable, scores: readonly number[]): Truth['round'] {
  if (variable.categories !== null) return toPoints(variable.categories)
  if (scores.every(Number.isInteger)) return (score) => Math.max(0, Math.round(score))
  return (score) => Math.max(0, score)
}

function toPoints(categories: readonly Category[]): Truth['round'] {
  const points = categories.map(Number).sort((one, other) => one - other)
  return (score) => {
    let best = points[0] ?? 0
    for (const point of points) if (Math.abs(point - score) < Math.abs(best - score)) best = point
    return best
  }
}

/**
 * Spread of a coder's normal error for a true ICC(A,1) of `quality`: with masters of variance V and an error of variance e the
 * population value is 2V / (2V + e).
 */
export function errorSpread({ variance }: Truth, quality: number): number {
  return Math.sqrt((2 * variance * (1 - quality)) / quality)
}
