import type { TrainingProgress } from '@attune/contract'
import type { Rule } from '@attune/criteria'
import type { StudyActor } from '../../base/access.ts'
import type { Ground } from '../../base/feature.ts'
import { notFound } from '../../base/refusal.ts'
import { type Standing, standingsOf } from '../attempts/overview.ts'
import { setsToBegin } from '../attempts/supply.ts'
import { biasesOf } from './biases.ts'
import { codebooksOf, codedCases, type Whose } from './collect.ts'
import { confusionsOf } from './confusions.ts'
import { curveOf } from './curve.ts'
import { practiseOf } from './practise.ts'

type Asked = { readonly codebookVersion?: string | undefined }

/**
 * The least share that a rule asks for, as the first of its predicates says it, where it is the share that the curve shows: of items that agree
 * with the master within the set's tolerance, by the estimate. A line of another measure would stand beside the wrong curve.
 */
function lineOf(rule: Rule, tolerance: number): number | null {
  const within = (part: Rule) => lineOf(part, tolerance)
  if ('all' in rule) return rule.all.map(within).find((line) => line !== null) ?? null
  if ('any' in rule) return rule.any.map(within).find((line) => line !== null) ?? null
  if (rule.type !== 'agreement' || rule.against !== 'master' || rule.on !== 'estimate') return null
  const isOfCurve = rule.measure === 'percent-agreement' || (rule.measure === 'within-k' && rule.k === tolerance)
  if (!isOfCurve || rule.collapse !== 'as-coded') return null
  return rule.comparator === '>=' || rule.comparator === '>' ? rule.threshold : null
}

const isAhead = ({ status }: Standing): boolean => !['met', 'done', 'closed', 'used-up', 'spent'].includes(status)

/** The line to reach: that of the next set with a criterion that asks for a share. */
function nextLine(standings: readonly Standing[]): number | null {
  const lines = standings
    .filter(isAhead)
    .map(({ content }) => (content.criterion === null ? null : lineOf(content.criterion.rule, content.tolerance)))
  return lines.find((line) => line !== null) ?? null
}

/** A practice set in which a variable can be practised now. */
function whereTo(standings: readonly Standing[], beginnable: ReadonlySet<string>, variable: string): string | null {
  const trains = ({ content: { scope } }: Standing) =>
    scope.variables?.length === 0 || scope.variables?.includes(variable) === true || scope.codes.includes(variable)
  const open = standings.find(
    (one) => one.content.feedback === 'practice' && (beginnable.has(one.id) || one.status === 'running') && trains(one),
  )
  return open?.id ?? null
}

async function progressOf(ground: Ground, whose: Whose, { codebookVersion }: Asked): Promise<TrainingProgress> {
  const all = await codedCases(ground.db, whose)
  const codebooks = codebooksOf(all)
  const codebook =
    codebooks.find(({ version }) => version === codebookVersion) ??
    (codebookVersion === undefined ? codebooks.at(-1) : undefined)
  const cases = all.filter(({ set }) => set.codebookVersion === codebook?.version)
  const everywhere = await standingsOf(ground.db, whose, ground.ports.now())
  const standings = everywhere.filter(({ content }) => content.codebookVersion === codebook?.version)
  const beginnable = await setsToBegin(ground.db, whose, everywhere)
  const confusions = confusionsOf(cases)
  const biases = biasesOf(cases)
  return {
    codebooks,
    codebook: codebook ?? null,
    curve: curveOf(cases),
    line: nextLine(standings),
    biases,
    confusions: confusions.slice(0, 20).map(({ cases: _, ...line }) => line),
    practise: practiseOf(cases, confusions, biases).map((one) => ({
      ...one,
      set: whereTo(standings, beginnable, one.variable),
    })),
  }
}

/** Own progress, from what was released and nothing else. */
export function readOwnProgress(
  ground: Ground,
  { study, person }: StudyActor,
  asked: Asked,
): Promise<TrainingProgress> {
  return progressOf(ground, { study, person, seen: 'released' }, asked)
}

/** The same for a trainer, from every case that was scored. */
export async function readProgressOf(
  ground: Ground,
  study: string,
  person: string,
  asked: Asked,
): Promise<TrainingProgress> {
  const member = await ground.db
    .selectFrom('membership')
    .select('person')
    .where('study', '=', study)
    .where('person', '=', person)
    .executeTakeFirst()
  if (member === undefined) throw notFound()
  return progressOf(ground, { study, person, seen: 'scored' }, asked)
}
