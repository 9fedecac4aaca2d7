import { outputSpecs } from '../agreement/specs.ts'
import { numberFrom, type OptionSpec, readArguments } from '../arguments.ts'
import { Refusal } from '../refusal.ts'
import { EXIT, type World } from '../world.ts'
import { readAttempts } from './compared.ts'
import { judgeAttempt } from './judged.ts'
import { printVerdicts } from './print.ts'
import { readRule } from './rule-file.ts'

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
