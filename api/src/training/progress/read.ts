import type { TrainingProgress } from '@attune/contract'
import type { Rule } from '@attune/criteria'
import type { StudyActor } from '../../base/access.ts'
import type { Ground } from '../../base/feature.ts'
import { notFound } from '../../base/refusal.ts'
import { type Standing, standingsOf } from '../attempts/overview.ts'
import { biasesOf } from './biases.ts'
import { codebooksOf, codedCases, type Whose } from './collect.ts'
import { confusionsOf } from './confusions.ts'
import { curveOf } from './curve.ts'
import { practiseOf } from './practise.ts'

type Asked = { readonly codebookVersion?: string | undefined }

const shares: ReadonlySet<string> = new Set(['percent-agreement', 'within-k', 'total-within-k'])

/** The least share that a rule asks for, as the first of its predicates says it. */
export function lineOf(rule: Rule): number | null {
  if ('all' in rule) return rule.all.map(lineOf).find((line) => line !== null) ?? null
  if ('any' in rule) return rule.any.map(lineOf).find((line) => line !== null) ?? null
  if (rule.type !== 'agreement' || !shares.has(rule.measure)) return null
  return rule.comparator === '>=' || rule.comparator === '>' ? rule.threshold : null
}

const isAhead = ({ status }: Standing): boolean => !['met', 'done', 'closed', 'used-up'].includes(status)

/** The line to reach: that of the next set with a criterion that asks for a share. */
function nextLine(standings: readonly Standing[]): number | null {
  const rules = standings.filter(isAhead).flatMap(({ content }) => content.criterion?.rule ?? [])
  return rules.map(lineOf).find((line) => line !== null) ?? null
}

/** A practice set in which a variable can be practised now. */
function whereTo(standings: readonly Standing[], variable: string): string | null {
  const trains = ({ content: { scope } }: Standing) =>
    scope.variables?.length === 0 || scope.variables?.includes(variable) === true || scope.codes.includes(variable)
  const open = standings.find(
    (one) => one.content.feedback === 'practice' && (one.mayStart || one.status === 'running') && trains(one),
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
  const confusions = confusionsOf(cases)
  const biases = biasesOf(cases)
  return {
    codebooks,
    codebook: codebook ?? null,
    curve: curveOf(cases),
    line: nextLine(standings),
    biases,
    confusions: confusions.slice(0, 20).map(({ cases: _, ...line }) => line),
    practise: practiseOf(cases, confusions, biases).map((one) => ({ ...one, set: whereTo(standings, one.variable) })),
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
