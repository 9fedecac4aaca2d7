import { faultsOfRule, figuresOf, judge, type Verdict } from '@attune/agreement'
import type { ReadAttempt } from '@attune/exchange'
import { outputSpecs } from '../agreement/specs.ts'
import { numberFrom, type OptionSpec, readArguments } from '../arguments.ts'
import { Refusal } from '../refusal.ts'
import { EXIT, type World } from '../world.ts'
import { comparedOf, plannedVariables, readAttempts } from './compared.ts'
import { printVerdicts } from './print.ts'
import { type RuleFile, readRule } from './rule-file.ts'

/** One attempt, and what came out. */
export interface JudgedAttempt {
  readonly attempt: ReadAttempt
  readonly verdict: Verdict
  readonly figures: ReturnType<typeof figuresOf>
}

export const criterionSpecs: readonly OptionSpec[] = [
  {
    name: 'rule',
    value: 'FILE',
    group: 'The rule',
    about: 'JSON of a rule, of a criterion, or one of data/criteria',
  },
  { name: 'trainee', value: 'NAME', group: 'The attempt', about: 'only this one (default: every trainee of the file)' },
  { name: 'attempt', value: 'N', group: 'The attempt', about: 'only this attempt (default: all)' },
  { name: 'set', value: 'ID', group: 'The attempt', about: 'only this training set (default: all)' },
  ...outputSpecs,
]

/** `attune criterion FILE --rule RULE`: does an attempt meet a criterion? 1 if any of them does not. */
export async function criterion(words: readonly string[], world: World): Promise<number> {
  const { files, text, has } = readArguments(words, criterionSpecs)
  const [file, ...more] = files
  if (file === undefined) throw new Refusal('Which file?', 'Name the comparisons of a training set as CSV.')
  if (more.length > 0)
    throw new Refusal(`One file at a time, not also ${more.join(', ')}.`, 'Start attune once for each.')
  const path = text('rule')
  if (path === undefined) throw new Refusal('Which rule?', 'Name its file: --rule RULE.json.')
  const formats = (['json', 'csv', 'markdown'] as const).filter(has)
  if (formats.length > 1) throw new Refusal(`Only one of --${formats.join(', --')} is possible.`, 'Choose one of them.')
  const asked = text('attempt')
  const isCount = (value: number) => Number.isSafeInteger(value) && value > 0
  const attempt = asked === undefined ? undefined : numberFrom('attempt', asked, isCount, 'a whole number above 0')
  const rule = await readRule(path, world)
  const attempts = await readAttempts(file, { attempt, set: text('set'), trainee: text('trainee') }, world)
  const judged = attempts.map((one) => judgeAttempt(path, rule, one))
  printVerdicts(rule, judged, formats[0] ?? 'text', world)
  return judged.every(({ verdict }) => verdict.met) ? EXIT.done : EXIT.no
}

/** Too few cases are an answer; a rule about what was never coded is a mistake. */
const answered = /\.(window\.cases|minimum|threshold)$/

function judgeAttempt(path: string, { rule }: RuleFile, attempt: ReadAttempt): JudgedAttempt {
  const { units, codes, cases } = attempt
  const given = units.length > 0 && units.every((one) => one.given !== null)
  const ofUnits = units.length === 0 ? null : { codes: codes.map(({ id }) => id), given }
  const faults = faultsOfRule(rule, plannedVariables(attempt), cases.length, ofUnits)
  const fault = faults.find((one) => !answered.test(one.path))
  if (fault !== undefined)
    throw new Refusal(`${path}, ${fault.path}: ${fault.message}`, 'Change the rule, or take the file that it is about.')
  const compared = comparedOf(attempt)
  return { attempt, verdict: judge(rule, compared), figures: figuresOf(compared) }
}
