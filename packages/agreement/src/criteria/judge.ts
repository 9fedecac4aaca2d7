import { judgeCase, judgeTogether, meetsTogether } from './agreement.ts'
import { errorsIn, judgeErrors } from './critical.ts'
import { readOnce } from './read-once.ts'
import type { CriticalError, Judged, Rule, RulePredicate, Verdict } from './rule.ts'
import type { Compared } from './types.ts'

type Predicate = RulePredicate | CriticalError

/**
 * Holds the codes of one person against a rule.
 *
 * Every part of the rule is judged, so that the answer says of each what came out. An item counts where the reference gave a value. What
 * the coder left out, or could not rate, does not agree in a share; a coefficient or a ban on errors is not met as long as anything was
 * left out (`too-few`), and what the data leave undefined is never met. Predicates that ask for runs of equally many cases and stand
 * side by side in one `all` are to be met by the same run.
 *
 * @param compared the codes beside the reference, and the cases in the order in which they were coded.
 * @returns a tree in the form of the rule: `met` of each branch, and of each predicate the figures with n and interval, the reason if it
 *   is not met, and the critical errors.
 * @source Wilson (1927), J. Am. Stat. Assoc. 22, 209-212. doi:10.1080/01621459.1927.10502953 (intervals of shares)
 * @checked test/agreement/criteria/judge.test.ts: the library's coefficients on the same ratings
 * @example judge({ type: 'agreement', measure: 'percent-agreement', k: 1, against: 'master', variables: { ids: [] }, collapse: 'as-coded', window: { kind: 'all' }, spread: 'each', comparator: '>=', threshold: 0.5, on: 'estimate', confidence: 0.95, minimum: 1 }, plainCompared({ cases: ['1', '2'], variables: [{ id: 'v', label: 'V', kind: 'presence', collapse: null, level: 'nominal', categories: ['absent', 'present'], notCodable: [], items: [{ case: '1', own: 'absent', references: ['absent'] }, { case: '2', own: 'absent', references: ['present'] }] }] })).met // true
 */
export function judge(rule: Rule, compared: Compared): Verdict {
  return judgeRule(rule, readOnce(compared))
}

function judgeRule(rule: Rule, compared: Compared): Verdict {
  if ('all' in rule) {
    const joint = jointRuns(rule.all, compared)
    const all = rule.all.map((one) => ('type' in one ? judgePredicate(one, compared, joint) : judgeRule(one, compared)))
    return { met: all.every(({ met }) => met), all }
  }
  if ('any' in rule) {
    const any = rule.any.map((one) => judgeRule(one, compared))
    return { met: any.some(({ met }) => met), any }
  }
  return judgePredicate(rule, compared, jointRuns([rule], compared))
}

/** Whether a rule is met and nothing else, as `judge` says it: for thousands of simulated attempts. */
export function meets(rule: Rule, compared: Compared): boolean {
  return meetsRule(rule, readOnce(compared))
}

function meetsRule(rule: Rule, compared: Compared): boolean {
  if ('any' in rule) return rule.any.some((one) => meetsRule(one, compared))
  const all = 'all' in rule ? rule.all : [rule]
  const runs = all.filter((one) => 'type' in one && one.window.kind === 'in-a-row')
  const others = all.filter((one) => !runs.includes(one))
  if (!others.every((one) => ('type' in one ? meetsPredicate(one, compared) : meetsRule(one, compared)))) return false
  return [...jointRuns(runs, compared).starts.values()].every((start) => start >= 0)
}

function meetsPredicate(predicate: Predicate, compared: Compared): boolean {
  if (predicate.type === 'no-critical-error') return judgeErrors(predicate, compared).met
  return meetsTogether(predicate, compared)
}

type CaseOutcome = Omit<Judged, 'predicate'>

/** What came out case by case of the predicates that ask for runs, and where all of those with the same length have one. */
interface Runs {
  readonly outcomes: ReadonlyMap<Predicate, readonly CaseOutcome[]>
  /** First case of the run for each length; -1: there is none. */
  readonly starts: ReadonlyMap<number, number>
}

function jointRuns(rules: readonly Rule[], compared: Compared): Runs {
  const asking = rules.filter((rule): rule is Predicate => 'type' in rule && rule.window.kind === 'in-a-row')
  const outcomes = new Map(asking.map((one) => [one, compared.cases.map((id) => judgeOneCase(one, compared, id))]))
  const lengths = [...new Set(asking.map(lengthOf))]
  const starts = lengths.map((length): [number, number] => {
    const side = asking.filter((one) => lengthOf(one) === length).map((one) => outcomes.get(one) ?? [])
    const passes = compared.cases.map((_, place) => side.every((own) => own[place]?.met === true))
    return [length, firstRun(passes, length)]
  })
  return { outcomes, starts: new Map(starts) }
}

const lengthOf = ({ window: span }: Predicate): number => (span.kind === 'in-a-row' ? span.cases : 0)

/** Where the first run of so many begins, or -1. */
function firstRun(passes: readonly boolean[], length: number): number {
  let run = 0
  for (const [place, passed] of passes.entries()) {
    run = passed ? run + 1 : 0
    if (run === length) return place - length + 1
  }
  return -1
}

function judgeOneCase(predicate: Predicate, compared: Compared, id: string): CaseOutcome {
  if (predicate.type === 'no-critical-error') return errorsIn(predicate, compared, [id])
  return { ...judgeCase(predicate, compared, id), errors: [] }
}

function judgePredicate(predicate: Predicate, compared: Compared, runs: Runs): Judged {
  if (predicate.window.kind === 'in-a-row') return judgeRun(predicate, runs)
  if (predicate.type === 'no-critical-error') return { predicate, ...judgeErrors(predicate, compared) }
  return { predicate, ...judgeTogether(predicate, compared), errors: [] }
}

/** Shows the run, or where there is none every case, each named by its place. */
function judgeRun(predicate: Predicate, { outcomes, starts }: Runs): Judged {
  const length = lengthOf(predicate)
  const own = outcomes.get(predicate) ?? []
  const start = starts.get(length) ?? -1
  const shown = start < 0 ? own : own.slice(start, start + length)
  const first = Math.max(start, 0)
  const figures = shown.flatMap((outcome, index) =>
    outcome.figures.map((figure) => ({ ...figure, label: `${figure.label}, case ${first + index + 1}` })),
  )
  const errors = shown.flatMap((outcome) => outcome.errors)
  return { predicate, met: start >= 0, reason: start >= 0 ? null : whyNoRun(own, length), figures, errors }
}

/** Where no case determines a value it is not for want of a run. */
function whyNoRun(own: readonly CaseOutcome[], length: number): Judged['reason'] {
  if (own.length < length) return 'too-few'
  return own.every(({ reason }) => reason === 'undefined') ? 'undefined' : 'no-such-run'
}
