import { normalTails } from '../../distributions/distributions.ts'
import { selectedVariables, strangersIn } from '../asked.ts'
import { shareFigure } from '../figure.ts'
import { misfitOf } from '../fit.ts'
import { heldValue, holds } from '../held.ts'
import { agrees, countedItems } from '../items.ts'
import type { Rule, RulePredicate } from '../rule.ts'
import type { Compared, ComparedVariable } from '../types.ts'
import { errorSpread, type Truth, trueValue, truthOf } from './truth.ts'

/**
 * The chance to pass from the binomial distribution; `null` where it has to be simulated: only a single share of one variable over all
 * cases has independent items whose number is known.
 */
export function exactChance(rule: Rule, design: Compared, quality: number, size: number): number | null {
  const predicate = onePredicate(rule)
  if (predicate === null || strangersIn(predicate.variables, design).length > 0) return null
  const [only, more] = selectedVariables(predicate.variables, design.variables)
  if (only === undefined || more !== undefined || misfitOf(predicate.measure, only) !== null) return null
  const truth = truthOf(design, only.id)
  const variable = truth.under(predicate.collapse)
  if (variable.kind === 'count' || variable.kind === 'duration') return null
  const points = predicate.measure === 'within-k' ? predicate.k : design.tolerance
  const chances = truth.itemsOfCase.map((items) =>
    items.flatMap((item) => chanceOfItem(truth, variable, item, quality, points) ?? []),
  )
  const shares = sharesOf(chances, size)
  if (shares === null) return null
  const n = shares.length - 1
  return shares.reduce((sum, share, hits) => (n > 0 && passes(predicate, hits, n) ? sum + share : sum), 0)
}

function onePredicate(rule: Rule): RulePredicate | null {
  if ('all' in rule || 'any' in rule) {
    const [first, second] = 'all' in rule ? rule.all : rule.any
    return first !== undefined && second === undefined ? onePredicate(first) : null
  }
  if (rule.type !== 'agreement' || rule.against !== 'master') return null
  if (rule.window.kind !== 'all' || rule.on === 'upper') return null
  if (!('ids' in rule.variables) && !('kinds' in rule.variables)) return null
  return rule.measure === 'percent-agreement' || rule.measure === 'within-k' ? rule : null
}

function passes(predicate: RulePredicate, hits: number, n: number): boolean {
  const { measure, confidence } = predicate
  const about = { variable: null, label: '', measure, collapse: null, confidence, cases: n }
  const value = heldValue(predicate, shareFigure(about, hits, n))
  return value !== null && n >= predicate.minimum && holds(predicate, value)
}

/** Probabilities of 0, 1, 2 ... items right; `null` where the number of items depends on the cases drawn. */
function sharesOf(chances: readonly (readonly number[])[], size: number): Float64Array | null {
  if (size === chances.length) return hitShares(chances.flat())
  if (chances.some((own) => own.length !== 1)) return null
  const all = chances.flat()
  const typical = all.reduce((sum, chance) => sum + chance, 0) / all.length
  return hitShares(Array.from({ length: size }, () => typical))
}

/** The Poisson binomial distribution: item after item is added to what came before. */
function hitShares(chances: readonly number[]): Float64Array {
  let shares = Float64Array.of(1)
  for (const chance of chances) {
    const next = new Float64Array(shares.length + 1)
    for (let hits = 0; hits < shares.length; hits++) {
      next[hits]! += shares[hits]! * (1 - chance)
      next[hits + 1]! += shares[hits]! * chance
    }
    shares = next
  }
  return shares
}

/** How probably the coder agrees on an item; `null` where it does not count, whatever the coder says. */
function chanceOfItem(
  truth: Truth,
  variable: ComparedVariable,
  item: number,
  quality: number,
  points: number,
): number | null {
  const { case: one, references } = variable.items[item]!
  const agreed = (own: string | number | null): boolean | null => {
    const [counted] = countedItems({ ...variable, items: [{ case: one, own, references }] }, 'master', new Set([one]))
    return counted === undefined ? null : agrees(variable, counted, points)
  }
  const value = trueValue(truth, variable, item)
  if (agreed(value) === null) return null
  const share = (weighted: readonly (readonly [own: string | number | null, chance: number])[]): number =>
    weighted.reduce((sum, [own, chance]) => (agreed(own) === true ? sum + chance : sum), 0)
  if (truth.isNumeric && quality > 0) return share(scoreChances(truth, variable, Number(value), quality))
  const guessed = share(truth.pool.map((source) => [trueValue(truth, variable, source), 1 / truth.pool.length]))
  return quality * Number(agreed(value)) + (1 - quality) * guessed
}

/** How probably each point of a scale is given: the normal error between the middles of neighbouring points. */
function scoreChances(truth: Truth, variable: ComparedVariable, score: number, quality: number): [number, number][] {
  const points = (variable.categories ?? []).map(Number).sort((one, other) => one - other)
  const spread = errorSpread(truth, quality)
  if (spread === 0) return [[score, 1]]
  const below = (border: number): number => normalTails((border - score) / spread).lower
  return points.map((point, index) => {
    const [before, after] = [points[index - 1], points[index + 1]]
    const low = before === undefined ? 0 : below((before + point) / 2)
    const high = after === undefined ? 1 : below((point + after) / 2)
    return [point, high - low]
  })
}
