import { measures } from '@attune/agreement'
import { type Finding, type Group, groupName } from '@attune/report'
import { type Analysis, checkCluster, noComparison } from '../agreement/analyse.ts'
import { comparisonsOf } from '../agreement/comparisons.ts'
import type { InputSummary } from '../agreement/json.ts'
import { optionsFor, type Task } from '../agreement/plan.ts'
import type { AgreementRequest } from '../agreement/request.ts'
import { Refusal } from '../refusal.ts'
import type { World } from '../world.ts'
import { drawsOf, withDraws } from './draws.ts'
import { planSegments, tableKind } from './plan.ts'
import type { SegmentReading, SegmentSet } from './reading.ts'
import { orRefuseRows } from './refusals.ts'
import { readSets } from './sets.ts'
import { type Together, tableTogether, together } from './together.ts'

export interface SegmentAnalysis extends Analysis {
  readonly input: InputSummary
  readonly sets: readonly SegmentSet[]
  /** What several documents were taken together for. */
  readonly groups: readonly Group[]
}

/** Every coefficient asked for, of every document and of all of them. @throws Refusal naming file, line and column of what cannot be read. */
export async function analyseSegments(
  request: AgreementRequest,
  reading: SegmentReading,
  world: World,
): Promise<SegmentAnalysis> {
  checkDraws(request)
  const file = await readSets(reading, world)
  const comparisonsIn = (set: SegmentSet) => comparisonsOf(set, request).map(referenceFirst(request))
  const several = together(file, reading.by, comparisonsIn).filter(isSeveral)
  if (request.cluster !== undefined && several.length === 0) throw nothingToCluster()
  const alone = file.sets.flatMap((set) =>
    comparisonsIn(set).map((raters): Together => ({ group: { by: set.by }, raters, documents: [set] })),
  )
  const findings: Finding[] = []
  for (const one of [...alone, ...several]) {
    const isPart = !isSeveral(one) && several.some((whole) => isWithin(one, whole))
    for (const task of planSegments(request, reading, one.documents[0]?.kinds ?? [], one.raters.length)) {
      world.progress(`${groupName(one.group)}${task.id}, ${findings.length} results so far`)
      findings.push(compute(task, one, isPart, request, world.progress))
    }
  }
  const remarks = file.sets
    .filter((set) => comparisonsIn(set).length === 0)
    .map((set) => `${groupName(set)}nothing to compare: raters are ${set.raters.join(', ')}.`)
  if (findings.length === 0) throw noComparison(request, remarks)
  return { findings, remarks, sets: file.sets, input: file.input, groups: several.map(({ group }) => group) }
}

const isSeveral = ({ documents }: Together) => documents.length > 1

const isWithin = ({ documents: [document], raters }: Together, whole: Together) =>
  whole.documents.some((one) => one === document) && raters.toSorted().join() === whole.raters.toSorted().join()

/** Coefficients that have a reference take the first rater for it. */
export function referenceFirst({ reference }: AgreementRequest) {
  return (raters: readonly string[]) => (reference === undefined ? raters : raters.toReversed())
}

function checkDraws(request: AgreementRequest): void {
  checkCluster(request)
  const { block, interval } = request
  if (block === undefined || interval.method === 'bootstrap' || interval.method === 'jackknife') return
  throw new Refusal('--block belongs to --ci bootstrap or jackknife.', 'Add one of them, or leave --block out.')
}

export const nothingToCluster = () =>
  new Refusal('--cluster needs several documents of the same raters.', 'Leave --cluster out, or name them with --item.')

/** @param isPart whether the document is drawn or left out as a whole in a row of several. */
function compute(
  task: Task,
  one: Together,
  isPart: boolean,
  request: AgreementRequest,
  told: World['progress'],
): Finding {
  const { title, missing } = measures[task.id]
  return orRefuseRows(groupName(one.group), () => {
    const table = tableTogether(one, tableKind(task.id, one.documents[0]?.kinds ?? []))
    const draws = drawsOf(one, table, isPart, request)
    const result = withDraws(task.id, table, optionsFor(task, request.options), request.interval, draws, told)
    return { ...one.group, title, level: 'nominal', missing: missing[0], result }
  })
}
