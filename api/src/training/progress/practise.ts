import type { Figure } from '@attune/agreement'
import { findVariable } from '@attune/codebooks'
import type { TrainingProgress } from '@attune/contract'
import { shareOf } from '../feedback/share.ts'
import type { CodedCase } from './collect.ts'
import type { Confusion } from './confusions.ts'

type Advice = TrainingProgress['practise'][number]
type Reasoned = Omit<Advice, 'set'>

/** A confusion that happened once may be a slip. */
const leastTimes = 2
const mostAdvice = 3

function byConfusion(confusions: readonly Confusion[]): Reasoned[] {
  return confusions
    .filter(({ count }) => count >= leastTimes)
    .map(({ variable, label, master, given, count, of }) => ({
      variable,
      label,
      why: { kind: 'confusion', master, given, count, of },
    }))
}

/** Biases that are more than chance, the one that takes most of its scale first. */
function byBias(biases: readonly Figure[], cases: readonly CodedCase[]): Reasoned[] {
  const rangeOf = (variable: string): number => {
    const found = cases.flatMap(({ set }) => findVariable(set.codebook, variable) ?? []).at(0)
    return found?.kind === 'scale' ? found.max - found.min : 1
  }
  const share = ({ estimate, variable }: Figure) => Math.abs(estimate ?? 0) / rangeOf(variable ?? '')
  return biases
    .filter(({ lower, upper }) => lower !== null && upper !== null && (lower > 0 || upper < 0))
    .toSorted((one, other) => share(other) - share(one))
    .flatMap(({ variable, label, estimate, lower, upper, n }): Reasoned[] => {
      if (variable === null || estimate === null || lower === null || upper === null) return []
      return [{ variable, label, why: { kind: 'bias', estimate, lower, upper, n } }]
    })
}

/** Variables by the share that agreed, the lowest first; what always agreed needs no practice. */
function byShare(cases: readonly CodedCase[]): Reasoned[] {
  const sums = new Map<string, { label: string; agreed: number; compared: number }>()
  for (const { kind, agrees } of cases.flatMap(({ items }) => items)) {
    if (agrees === null) continue
    const { id, label } = kind.variable
    const sum = sums.get(id) ?? { label, agreed: 0, compared: 0 }
    sums.set(id, { label, agreed: sum.agreed + (agrees ? 1 : 0), compared: sum.compared + 1 })
  }
  return [...sums]
    .filter(([, { agreed, compared }]) => agreed < compared)
    .toSorted(([, one], [, other]) => one.agreed / one.compared - other.agreed / other.compared)
    .flatMap(([variable, { label, agreed, compared }]): Reasoned[] => {
      const { lower, upper } = shareOf(agreed, compared)
      if (lower === null || upper === null) return []
      return [{ variable, label, why: { kind: 'share', agreed, compared, lower, upper } }]
    })
}

/**
 * What to practise next: the variable of the dearest confusion, the scale with the largest bias that is more than chance, and
 * the variable that agreed least; then the next of each, until there are three.
 */
export function practiseOf(
  cases: readonly CodedCase[],
  confusions: readonly Confusion[],
  biases: readonly Figure[],
): Reasoned[] {
  const lists = [byConfusion(confusions), byBias(biases, cases), byShare(cases)]
  const longest = Math.max(...lists.map(({ length }) => length))
  const inTurn = Array.from({ length: longest }, (_, place) => lists.flatMap((list) => list[place] ?? [])).flat()
  const first = new Map<string, Reasoned>()
  for (const one of inTurn) if (!first.has(one.variable)) first.set(one.variable, one)
  return [...first.values()].slice(0, mostAdvice)
}
