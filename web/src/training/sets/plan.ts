import type { ChanceToPass } from '@attune/contract'
import type { Predicate, Rule } from '@attune/criteria'
import { isGroup, partsOf } from '../criterion/rule-edit.ts'

/** Asks for one point: how often a coder of this true agreement passes with so many cases. */
export type AskChance = (quality: number, size: number, signal: AbortSignal) => Promise<ChanceToPass>

/** The four that the sentence and the labels speak of come first; the finer ones fill the curve as they arrive. */
export const mainQualities: readonly number[] = [0.6, 0.8, 0.5, 0.7]
export const finerQualities: readonly number[] = [0.9, 0.55, 0.65, 0.75, 0.85, 0.4, 0.45, 0.95]

/** A wrong pass may happen no more often than this. */
export const rare = 0.05
export const largest = 320
/** True agreement of a coder who ought to pass. */
export const good = 0.8
export const wrongQualities: readonly number[] = [0.5, 0.6, 0.7]

/** Points of the curve in this order; each is handed on as it arrives. */
export async function askCurve(
  ask: AskChance,
  qualities: readonly number[],
  size: number,
  onPoint: (point: ChanceToPass) => void,
  signal: AbortSignal,
): Promise<void> {
  for (const quality of qualities) {
    onPoint(await ask(quality, size, signal))
    if (signal.aborted) return
  }
}

/** One number of cases: how often somebody passes who should not, and how often somebody who should. */
export type SizePoint = { readonly size: number; readonly wrong: ChanceToPass; readonly right: ChanceToPass }

/** A wrong pass is rare, and not because hardly anybody passes: who ought to, does more often than not. */
const isEnough = ({ wrong, right }: SizePoint) => wrong.chance < rare && right.chance >= 0.5

/** A number of cases that is enough; `isSteady`: the next numbers were asked too, and are enough as well. */
export type SizeFound = { readonly size: number; readonly isSteady: boolean }

/** A share such as 80 % is stricter at some numbers of cases than at others; after so many the pattern begins again. */
const nextSizes = 10

/**
 * The number of cases from which a wrong pass is rare: twice as many until it is, then halving the gap down to a tenth.
 * Exact chances cost little, so there the numbers that follow are asked too. More cases need not make a pass rarer
 * (a run of cases in a row), so the search ends at `largest`.
 */
export async function askSizes(
  ask: AskChance,
  quality: number,
  start: number,
  onPoint: (point: SizePoint) => void,
  signal: AbortSignal,
): Promise<SizeFound | null> {
  let isExact = false
  const isEnoughAt = async (size: number) => {
    const wrong = await ask(quality, size, signal)
    const point = { size, wrong, right: await ask(good, size, signal) }
    isExact = wrong.method === 'exact'
    onPoint(point)
    return isEnough(point)
  }
  let [enough, tooFew] = [Math.max(1, Math.min(largest, start)), 0]
  while (!(await isEnoughAt(enough))) {
    if (enough === largest || signal.aborted) return null
    tooFew = enough
    enough = Math.min(largest, enough * 2)
  }
  while (enough - tooFew > Math.max(1, enough * 0.1)) {
    if (signal.aborted) return null
    const middle = Math.floor((enough + tooFew) / 2)
    if (await isEnoughAt(middle)) enough = middle
    else tooFew = middle
  }
  if (!isExact) return { size: enough, isSteady: false }
  return steadyFrom(enough, isEnoughAt, signal)
}

async function steadyFrom(
  from: number,
  isEnoughAt: (size: number) => Promise<boolean>,
  signal: AbortSignal,
): Promise<SizeFound | null> {
  let first = from
  for (let size = from + 1; size <= first + nextSizes; size += 1) {
    if (signal.aborted) return null
    if (size > largest) return { size: first, isSteady: false }
    if (!(await isEnoughAt(size))) first = size + 1
  }
  return { size: first, isSteady: true }
}

/** What the true agreement is called: kappa for classes and presence, ICC for scores, both where a rule asks for both. */
export type QualityName = 'kappa' | 'icc' | 'both'

const ofScores: ReadonlySet<string> = new Set(['within-k', 'total-within-k', 'icc', 'bias'])

export function qualityNameOf(rule: Rule): QualityName {
  const names = new Set(predicatesIn(rule).map(nameFor))
  if (names.size === 1) return [...names][0] ?? 'both'
  return 'both'
}

const predicatesIn = (rule: Rule): Predicate[] =>
  isGroup(rule) ? partsOf(rule).flatMap((part) => predicatesIn(part)) : [rule]

function nameFor(predicate: Predicate): QualityName {
  if (predicate.type === 'no-critical-error') return predicate.error.kind === 'distance' ? 'icc' : 'kappa'
  if (ofScores.has(predicate.measure)) return 'icc'
  const { variables } = predicate
  if ('codes' in variables) return 'kappa'
  if (!('kinds' in variables) || variables.kinds.length === 0) return 'both'
  const scores = variables.kinds.filter((kind) => kind !== 'classification' && kind !== 'presence')
  if (scores.length === 0) return 'kappa'
  return scores.length === variables.kinds.length ? 'icc' : 'both'
}
