import { measures } from '@attune/agreement'
import { type Finding, groupName } from '@attune/report'
import { type Analysis, comparisonsOf, noComparison } from '../agreement/analyse.ts'
import type { InputSummary } from '../agreement/json.ts'
import { optionsFor, type Task } from '../agreement/plan.ts'
import type { AgreementRequest } from '../agreement/request.ts'
import { orRefuse } from '../refusal.ts'
import type { World } from '../world.ts'
import { kindFor, planSegments } from './plan.ts'
import type { SegmentReading, SegmentSet } from './reading.ts'
import { readDocuments } from './rows.ts'
import { segmentationSet } from './segmentation.ts'
import { markSet } from './units.ts'

/** Every coefficient asked for, of every document. @throws Refusal naming file, line and column of what cannot be read. */
export async function analyseSegments(
  request: AgreementRequest,
  reading: SegmentReading,
  world: World,
): Promise<Analysis & { readonly input: InputSummary; readonly sets: readonly SegmentSet[] }> {
  const file = await readDocuments(world, reading)
  const isCut = reading.layout === 'segments' || reading.layout === 'boundaries'
  const values = file.documents.flatMap(({ rows }) => rows.flatMap(({ value }) => (value === '' ? [] : [value])))
  const categories = isCut ? [] : (reading.categories ?? [...new Set(values)].toSorted())
  const sets = file.documents.map((document) =>
    isCut ? segmentationSet(document, file, reading) : markSet(document, file, reading, categories),
  )
  const findings: Finding[] = []
  const remarks: string[] = []
  for (const set of sets) {
    const comparisons = comparisonsOf(set, request).map(referenceFirst(request))
    if (comparisons.length === 0)
      remarks.push(`${groupName(set)}nothing to compare: raters are ${set.raters.join(', ')}.`)
    for (const raters of comparisons) {
      for (const task of planSegments(request, reading, set.kinds, raters.length)) {
        world.progress(`${groupName(set)}${task.id}, ${findings.length} results so far`)
        findings.push(compute(task, set, raters, request))
      }
    }
  }
  if (findings.length === 0) throw noComparison(request, remarks)
  const raters = [...new Set(sets.flatMap((set) => set.raters))]
  return { findings, remarks, sets, input: { items: file.documents.length, raters, categories, missing: 0 } }
}

/** Coefficients that have a reference take the first rater for it. */
function referenceFirst({ reference }: AgreementRequest) {
  return (raters: readonly string[]) => (reference === undefined ? raters : raters.toReversed())
}

function compute(task: Task, set: SegmentSet, raters: readonly string[], request: AgreementRequest): Finding {
  const measure = measures[task.id]
  const kind = kindFor(task.id, set.kinds)
  if (kind === undefined) throw new Error(`${task.id} was planned without a table.`)
  const remedy = 'Correct the rows, choose another --measure, or say begin and length with --begin and --length.'
  return orRefuse(groupName(set), remedy, () => {
    const result = measure.estimate(set.table(kind, raters), optionsFor(task, request.options))
    return { by: set.by, title: measure.title, level: 'nominal', missing: measure.missing[0], result }
  })
}
