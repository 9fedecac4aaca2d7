import { wilsonInterval } from '../base/proportion.ts'
import { selectedVariables } from './asked.ts'
import { holdsForOneCase, isUnitMeasure, misfitOf, takesTogether } from './fit.ts'
import { holds } from './held.ts'
import type { CriticalError, Rule, RulePredicate } from './rule.ts'
import type { ComparedVariable } from './types.ts'

/** What is known of a variable before anybody coded it. */
export interface RuleVariable extends Pick<ComparedVariable, 'id' | 'label' | 'kind'> {
  /** Items that it has in one case (targets, episodes); default 1. */
  readonly itemsPerCase?: number
  /** Ids of the collapses that it declares; without them none is refused. */
  readonly collapses?: readonly string[]
}

/** The codes on segments and events in scope. */
export interface RuleUnits {
  readonly codes: readonly string[]
  /** Whether their borders are given. */
  readonly given: boolean
}

/** What a rule cannot ask: where, why, and what to do about it. */
export interface RuleFault {
  readonly path: string
  readonly message: string
}

interface Planned {
  readonly variables: readonly RuleVariable[]
  readonly cases: number
  readonly units: RuleUnits | null
}

/**
 * What a rule asks that can never come out, told before anybody is trained by it.
 *
 * @param variables those in scope. @param cases of one attempt. @param units codes of segments and events in scope; `null`: none.
 * @param path where the rule stands in what was sent, so that each fault can be shown at its field.
 * @returns an empty list if every part of the rule can be met.
 * @example faultsOfRule({ all: [] }, [], 5) // []
 */
export function faultsOfRule(
  rule: Rule,
  variables: readonly RuleVariable[],
  cases: number,
  units: RuleUnits | null = null,
  path = 'rule',
): RuleFault[] {
  const deeper = (rules: readonly Rule[], branch: string): RuleFault[] =>
    rules.flatMap((one, index) => faultsOfRule(one, variables, cases, units, `${path}.${branch}.${index}`))
  if ('all' in rule) return deeper(rule.all, 'all')
  if ('any' in rule) return deeper(rule.any, 'any')
  const planned: Planned = { variables, cases, units }
  const found = [...windowFaults(rule, planned), ...selectionFaults(rule, planned)]
  const own = rule.type === 'agreement' ? agreementFaults(rule, planned) : errorFaults(rule, planned)
  return [...found, ...own].map((fault) => ({ ...fault, path: `${path}.${fault.path}` }))
}

type Predicate = RulePredicate | CriticalError
const fault = (path: string, message: string): RuleFault => ({ path, message })

function windowFaults({ window: span }: Predicate, { cases }: Planned): RuleFault[] {
  if (span.kind === 'all' || span.cases <= cases) return []
  return [fault('window.cases', `An attempt has ${cases} cases; ask for ${cases} or fewer of them.`)]
}

function selectionFaults({ variables: selector, collapse, ...predicate }: Predicate, planned: Planned): RuleFault[] {
  const ofUnits = 'measure' in predicate && isUnitMeasure(predicate.measure)
  if ('codes' in selector) {
    if (ofUnits) return codeFaults(selector.codes, planned.units)
    return [fault('variables', 'Codes are for F1 and kappa of units; choose variables, or one of these measures.')]
  }
  if (ofUnits) return [fault('variables', 'This measure compares codes on segments and events; choose codes.')]
  const known = planned.variables.map(({ id }) => id)
  const strangers = 'ids' in selector ? selector.ids.filter((id) => !known.includes(id)) : []
  if (strangers.length > 0) {
    return [fault('variables.ids', `${strangers.join(', ')} is not in scope. Choose among ${known.join(', ')}.`)]
  }
  const chosen = selectedVariables(selector, planned.variables)
  if (chosen.length === 0) {
    return [
      fault('variables', 'No variable in scope is of this kind. Choose another kind, or take such a variable in.'),
    ]
  }
  const isDeclared = chosen.some(({ collapses }) => collapses === undefined || collapses.includes(collapse))
  if (collapse === 'as-coded' || isDeclared) return []
  return [fault('collapse', `None of these variables declares the collapse ${collapse}. Choose another, or as coded.`)]
}

function codeFaults(codes: readonly string[], units: RuleUnits | null): RuleFault[] {
  if (units === null || units.codes.length === 0) {
    return [fault('variables', 'No codes on segments or events are in scope. Take them in, or choose variables.')]
  }
  const strangers = codes.filter((code) => !units.codes.includes(code))
  if (strangers.length === 0) return []
  return [fault('variables.codes', `${strangers.join(', ')} is not in scope. Choose among ${units.codes.join(', ')}.`)]
}

function agreementFaults(predicate: RulePredicate, planned: Planned): RuleFault[] {
  const { measure, spread, window: span } = predicate
  const chosen = selectedVariables(predicate.variables, planned.variables)
  const found = isUnitMeasure(measure) ? [] : chosen.flatMap((variable) => misfitOf(measure, variable) ?? [])
  const [misfit] = found
  if (misfit !== undefined) return [fault('measure', `${misfit} Choose another measure, or other variables.`)]
  const faults = [...directionFaults(predicate), ...reachFaults(predicate, chosen, planned)]
  if (spread === 'together' && chosen.length > 1 && !takesTogether(measure)) {
    const message = `${measure} has no value for several variables together. Ask for each, or for the share of agreement.`
    faults.push(fault('spread', message))
  }
  if (span.kind === 'in-a-row' && !holdsForOneCase(measure)) {
    const message = `One case by itself does not determine ${measure}. Ask for all or the last cases, or for a share.`
    faults.push(fault('window', message))
  }
  if (measure === 'unit-kappa' && planned.units?.given === false) {
    const message = 'Kappa of units needs borders that are given. Give them, or ask for F1.'
    faults.push(fault('measure', message))
  }
  return faults
}

/** Agreement is to be high and bias low, and the cautious side of the interval is the one on the way there. */
function directionFaults({ measure, comparator, threshold, on, window: span }: RulePredicate): RuleFault[] {
  const wantsHigh = comparator === '>=' || comparator === '>'
  if (measure === 'bias' && wantsHigh) return [fault('comparator', 'Bias has to be small. Ask for at most so much.')]
  if (measure !== 'bias' && !wantsHigh)
    return [fault('comparator', 'Agreement has to be high. Ask for at least so much.')]
  if (on === (wantsHigh ? 'upper' : 'lower')) {
    const side = wantsHigh ? 'lower' : 'upper'
    return [fault('on', `The strict side of this interval is the ${side} one. Choose it, or the estimate.`)]
  }
  if (measure === 'bias' && on !== 'estimate' && span.kind === 'in-a-row') {
    return [fault('on', 'The bias of one case may rest on one item, which has no interval. Ask for the estimate.')]
  }
  if (measure === 'bias' ? holds({ comparator, threshold }, 0) : holds({ comparator, threshold }, 1)) return []
  const best = measure === 'bias' ? 'No bias is smaller than 0.' : 'No agreement is higher than 1.'
  return [fault('threshold', `${best} Choose a threshold that can be met.`)]
}

/** Whether as many items can come as are asked for, and whether all of them right would be enough. */
function reachFaults(predicate: RulePredicate, chosen: readonly RuleVariable[], planned: Planned): RuleFault[] {
  const { measure, minimum, on, confidence, against } = predicate
  // How many coders there will be, and how many annotations, nobody knows.
  if (against === 'coders' || isUnitMeasure(measure) || chosen.length === 0) return []
  const most = mostItems(predicate, chosen, planned.cases)
  if (minimum > most) {
    const message = `There are at most ${most} items. Ask for ${most} or fewer, or take more cases.`
    return [fault('minimum', message)]
  }
  const isShare = holdsForOneCase(measure) && measure !== 'bias'
  if (!isShare || on !== 'lower') return []
  const best = wilsonInterval(most, most, confidence).lower ?? 0
  if (holds(predicate, best)) return []
  const message = `Even with all of ${most} items right the lower limit is ${best.toFixed(3)}. Take more cases, or a lower threshold.`
  return [fault('threshold', message)]
}

function mostItems(
  { measure, spread, window: span }: RulePredicate,
  chosen: readonly RuleVariable[],
  cases: number,
): number {
  const looked = span.kind === 'all' ? cases : span.kind === 'last' ? span.cases : 1
  if (measure === 'total-within-k') return looked
  const each = chosen.map(({ itemsPerCase = 1 }) => itemsPerCase * looked)
  return spread === 'each' ? Math.min(...each) : each.reduce((sum, items) => sum + items, 0)
}

function errorFaults({ error, variables: selector }: CriticalError, { variables }: Planned): RuleFault[] {
  if ('codes' in selector) return []
  const chosen = selectedVariables(selector, variables)
  const hasScores = chosen.some(({ kind }) => kind === 'scale' || kind === 'count' || kind === 'duration')
  if (chosen.length === 0 || error.kind === 'confusion' || hasScores) return []
  return [fault('error', 'Points apart are for scores, and these variables have none. Name the confusion instead.')]
}
