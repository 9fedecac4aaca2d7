import { normalTails } from '../distributions/distributions.ts'

/** A rule of one author that gives words to values. A rule is never part of a coefficient: the same .65 is fair here and good there. */
export interface Benchmark {
  readonly author: string
  readonly source: string
  /** Coefficients the author had in mind. */
  readonly writtenFor: string
  /** From the best word down; each band reaches up to the one before, the first up to 1. */
  readonly bands: readonly { readonly from: number; readonly label: string }[]
}

export interface Membership {
  readonly label: string
  readonly from: number
  readonly to: number
  /** Probability that the true value lies in this band. */
  readonly probability: number
  /** Probability that it lies in this band or a better one. */
  readonly atLeast: number
}

export interface Benchmarking {
  readonly author: string
  /** In the order of the rule, best word first. */
  readonly bands: readonly Membership[]
  /** The band of the estimate itself, as most papers report it. */
  readonly ofEstimate: string
  /** The best word that holds with the wanted probability. */
  readonly label: string
}

/**
 * With which probability does the true coefficient deserve each word of a rule?
 *
 * The estimate alone says nothing about how sure its word is. Here the true value is taken as normal around the estimate with its standard
 * error, cut to -1 to 1, and the word reported is the best that holds with `certainty`.
 *
 * @param found a coefficient and its standard error, as in a result. @param certainty default 0.95.
 * @throws RangeError if the coefficient is not from -1 to 1, the standard error not above 0 or certainty not between 0 and 1.
 * @source Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed., ch. 6.
 * @checked data/reference/benchmark.json
 * @example benchmarkMembership({ estimate: 0.63, se: 0.08 }, landisKoch).label // 'Moderate'
 */
export function benchmarkMembership(
  found: { readonly estimate: number; readonly se: number },
  rule: Benchmark,
  certainty = 0.95,
): Benchmarking {
  const { estimate, se } = found
  if (!(estimate >= -1 && estimate <= 1)) throw new RangeError(`Coefficient ${estimate} is not from -1 to 1.`)
  if (!(se > 0 && se < Number.POSITIVE_INFINITY)) throw new RangeError(`Standard error ${se} is not above 0.`)
  if (!(certainty > 0 && certainty < 1)) throw new RangeError(`Certainty ${certainty} is not between 0 and 1.`)
  const whole = massBetween(-1, 1, estimate, se)
  const bands = rule.bands.map(({ from, label }, index) => {
    const to = rule.bands[index - 1]?.from ?? 1
    const probability = massBetween(from, to, estimate, se) / whole
    return { label, from, to, probability, atLeast: massBetween(from, 1, estimate, se) / whole }
  })
  const labelOf = (holds: (band: Membership) => boolean): string => (bands.find(holds) ?? bands.at(-1))?.label ?? ''
  return {
    author: rule.author,
    bands,
    ofEstimate: labelOf(({ from }) => estimate >= from),
    label: labelOf(({ atLeast }) => atLeast >= certainty),
  }
}

/** Probability between two values, from the tail in which it is small so that no digits are lost. */
function massBetween(low: number, high: number, centre: number, se: number): number {
  const [a, b] = [(low - centre) / se, (high - centre) / se]
  return a > 0 ? normalTails(a).upper - normalTails(b).upper : normalTails(b).lower - normalTails(a).lower
}
