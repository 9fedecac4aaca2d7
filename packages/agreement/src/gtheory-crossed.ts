import { shareOf } from './gtheory.ts'
import type { Reason } from './result.ts'
import { isScore, scoreFault } from './table/declare.ts'

/** Variance components of persons x raters x occasions; `residual` is the three-way interaction with the error. */
export interface CrossedComponents {
  readonly persons: number
  readonly raters: number
  readonly occasions: number
  readonly personsRaters: number
  readonly personsOccasions: number
  readonly ratersOccasions: number
  readonly residual: number
}

export interface CrossedStudy {
  readonly persons: number
  readonly raters: number
  readonly occasions: number
  readonly components: CrossedComponents
  /** Plan of the D study. */
  readonly planned: { readonly raters: number; readonly occasions: number }
  /** Generalizability coefficient; `null` if the components leave nothing to divide by. */
  readonly relative: number | null
  /** Index of dependability, Phi. */
  readonly absolute: number | null
  readonly relativeError: number
  readonly absoluteError: number
  /** Why one of the two coefficients, or both, is `null`. */
  readonly undefined?: Reason
}

type Axis = 0 | 1 | 2

/** Means over the axes that are not kept, as one value for each cell of those that are. */
function meansOver(
  values: Float64Array,
  sizes: readonly [number, number, number],
  kept: readonly Axis[],
): Float64Array {
  const [, raters, occasions] = sizes
  const size = kept.reduce<number>((product, axis) => product * sizes[axis], 1)
  const totals = new Float64Array(size)
  for (const [index, value] of values.entries()) {
    const place = [Math.floor(index / (raters * occasions)), Math.floor(index / occasions) % raters, index % occasions]
    const cell = kept.reduce<number>((at, axis) => at * sizes[axis] + place[axis]!, 0)
    totals[cell] = totals[cell]! + value
  }
  return totals.map((total) => (total * size) / values.length)
}

/** Mean squares of the seven effects: squared means minus those of the effects they contain. */
function meanSquaresOf(values: Float64Array, sizes: readonly [number, number, number]) {
  const squares = (kept: readonly Axis[]): number => {
    const means = meansOver(values, sizes, kept)
    return means.reduce((total, mean) => total + mean ** 2, 0) * (values.length / means.length)
  }
  const [p, r, o] = [squares([0]), squares([1]), squares([2])]
  const [pr, po, ro] = [squares([0, 1]), squares([0, 2]), squares([1, 2])]
  const [np, nr, no] = sizes
  return {
    p: p / (np - 1),
    r: r / (nr - 1),
    o: o / (no - 1),
    pr: (pr - p - r) / ((np - 1) * (nr - 1)),
    po: (po - p - o) / ((np - 1) * (no - 1)),
    ro: (ro - r - o) / ((nr - 1) * (no - 1)),
    pro: (squares([0, 1, 2]) - pr - po - ro + p + r + o) / ((np - 1) * (nr - 1) * (no - 1)),
  }
}

/**
 * Generalizability theory, persons x raters x occasions, all crossed and random, one score a cell.
 *
 * Components by analysis of variance; negative estimates are kept, because cutting them at 0 biases the others.
 *
 * @param scores `scores[person][rater][occasion]`, complete.
 * @param planned raters and occasions of the D study; default: those of the data.
 * @returns components in squared points of the scale, coefficients without unit; `undefined` says why one of them is `null`.
 * @throws RangeError if there are fewer than two of anything, a cell is missing or too large, or the plan is not above 0.
 * @source Brennan (2001), Generalizability Theory, ch. 3-5. doi:10.1007/978-1-4757-3456-0
 * @checked data/reference/gtheory.json
 * @example gtheoryCrossed([[[1, 2], [2, 3]], [[5, 6], [6, 7]]]).components.persons // 8
 */
export function gtheoryCrossed(
  scores: readonly (readonly (readonly number[])[])[],
  planned?: { readonly raters: number; readonly occasions: number },
): CrossedStudy {
  const sizes = checkedSizes(scores)
  const [np, nr, no] = sizes
  const plan = planned ?? { raters: nr, occasions: no }
  if (!(plan.raters > 0 && plan.occasions > 0)) {
    throw new RangeError(`A plan with ${plan.raters} raters and ${plan.occasions} occasions is not possible.`)
  }
  const raw = Float64Array.from(scores.flat(2))
  const moved = raw.map((score) => score - raw[0]!)
  const grand = moved.reduce((total, score) => total + score, 0) / moved.length
  const ms = meanSquaresOf(
    moved.map((score) => score - grand),
    sizes,
  )
  const components: CrossedComponents = {
    persons: (ms.p - ms.pr - ms.po + ms.pro) / (nr * no),
    raters: (ms.r - ms.pr - ms.ro + ms.pro) / (np * no),
    occasions: (ms.o - ms.po - ms.ro + ms.pro) / (np * nr),
    personsRaters: (ms.pr - ms.pro) / no,
    personsOccasions: (ms.po - ms.pro) / nr,
    ratersOccasions: (ms.ro - ms.pro) / np,
    residual: ms.pro,
  }
  const { raters, occasions } = plan
  const both = raters * occasions
  const { personsRaters, personsOccasions, residual } = components
  const relativeError = personsRaters / raters + personsOccasions / occasions + residual / both
  const absoluteError =
    relativeError + components.raters / raters + components.occasions / occasions + components.ratersOccasions / both
  const coefficients = {
    relative: shareOf(components.persons, relativeError),
    absolute: shareOf(components.persons, absoluteError),
  }
  const why = whyNone(
    coefficients,
    moved.every((score) => score === 0),
  )
  return {
    persons: np,
    raters: nr,
    occasions: no,
    components,
    planned: plan,
    ...coefficients,
    relativeError,
    absoluteError,
    ...(why !== null && { undefined: why }),
  }
}

function whyNone({ relative, absolute }: Pick<CrossedStudy, 'relative' | 'absolute'>, equal: boolean): Reason | null {
  if (relative !== null && absolute !== null) return null
  if (equal) return { code: 'no-variation', message: 'All scores are equal, so there is no variance to share out.' }
  const which = relative !== null ? 'absolute' : absolute !== null ? 'relative' : 'relative and of the absolute'
  return { code: 'no-variation', message: `The components of the ${which} coefficient leave nothing to divide by.` }
}

function checkedSizes(scores: readonly (readonly (readonly number[])[])[]): [number, number, number] {
  const sizes: [number, number, number] = [scores.length, scores[0]?.length ?? 0, scores[0]?.[0]?.length ?? 0]
  if (sizes.some((size) => size < 2)) {
    throw new RangeError(`${sizes.join(' x ')} persons, raters and occasions: two of each are needed.`)
  }
  for (const [person, rows] of scores.entries()) {
    const complete =
      rows.length === sizes[1] &&
      rows.every((row) => row.length === sizes[2] && row.every((score) => Number.isFinite(score)))
    if (!complete) throw new RangeError(`Person ${person + 1} has not one score for each rater and occasion.`)
    const large = rows.flat().find((score) => !isScore(score))
    if (large !== undefined) throw new RangeError(`Person ${person + 1}: ${large} ${scoreFault(large)}.`)
  }
  return sizes
}
