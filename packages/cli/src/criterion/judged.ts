import { faultsOfRule, figuresOf, judge, type Verdict } from '@attune/agreement'
import type { ReadAttempt } from '@attune/exchange'
import { Refusal } from '../refusal.ts'
import { comparedOf, orRefuseAttempt, plannedVariables } from './compared.ts'
import type { RuleFile } from './rule-file.ts'

/** One attempt, and what came out. */
export interface JudgedAttempt {
  readonly attempt: ReadAttempt
  readonly verdict: Verdict
  readonly figures: ReturnType<typeof figuresOf>
}

/** Too few cases are an answer; a rule about what was never coded is a mistake. */
const answered = /\.(window\.cases|minimum|threshold)$/

/** @throws Refusal if the rule is about something that the file does not have, or a value is none of its outcomes. */
export function judgeAttempt(path: string, { rule }: RuleFile, attempt: ReadAttempt): JudgedAttempt {
  const { units, codes, cases } = attempt
  const given = units.length > 0 && units.every((one) => one.given !== null)
  const ofUnits = units.length === 0 ? null : { codes: codes.map(({ id }) => id), given }
  const faults = faultsOfRule(rule, plannedVariables(attempt), cases.length, ofUnits)
  const fault = faults.find((one) => !answered.test(one.path))
  if (fault !== undefined)
    throw new Refusal(`${path}, ${fault.path}: ${fault.message}`, 'Change the rule, or take the file that it is about.')
  const compared = comparedOf(attempt)
  return orRefuseAttempt(attempt, () => ({ attempt, verdict: judge(rule, compared), figures: figuresOf(compared) }))
}
