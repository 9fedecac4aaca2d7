import { isMeasureId, type Measure, type MeasureId, measures, type SegmentTable } from '@attune/agreement'
import { checkOptions, type Task } from '../agreement/plan.ts'
import type { AgreementRequest } from '../agreement/request.ts'
import { Refusal } from '../refusal.ts'
import type { SegmentReading } from './reading.ts'

const LAYOUT_OF: Readonly<Record<Measure['tables'][number], string>> = {
  codes: 'wide',
  scores: 'wide',
  counts: 'wide',
  units: 'units',
  segmentation: 'segments',
  events: 'events',
}

/** The layouts that hold some kinds of tables. */
export function layoutsOf(kinds: Measure['tables']): string {
  return [...new Set(kinds.map((kind) => LAYOUT_OF[kind]))].join(' or ')
}

/** What a reader expects to see first. */
export function usual({ layout, length }: SegmentReading, raters: number): string[] {
  if (layout === 'segments' || layout === 'boundaries') return ['boundary-similarity', 'segmentation-similarity']
  if (layout === 'events') return ['event-match', 'event-kappa']
  return [...(length === null ? [] : ['u-alpha-2016']), 'gamma', ...(raters === 2 ? ['span-f1'] : [])]
}

/** The coefficients for what was marked. @throws Refusal if those asked for do not fit. */
export function planSegments(
  request: AgreementRequest,
  reading: SegmentReading,
  kinds: readonly SegmentTable['kind'][],
  raters: number,
): Task[] {
  const ids = request.measures ?? usual(reading, raters).filter(isMeasureId)
  const tasks = ids.map((id): Task => ({ id, options: {} }))
  for (const { id } of tasks) checkFit(id, reading, kinds, raters)
  checkOptions(withoutDraws(request), tasks)
  checkNeeds(request, tasks)
  return tasks
}

/** One coefficient of several that are planned together, whose options are checked together. */
export function planOne(
  request: AgreementRequest,
  id: MeasureId,
  reading: SegmentReading,
  kinds: readonly SegmentTable['kind'][],
  raters: number,
): Task {
  const task: Task = { id, options: {} }
  checkFit(id, reading, kinds, raters)
  checkNeeds(request, [task])
  return task
}

/** The seed of a bootstrap needs no coefficient that takes one. */
export function withoutDraws(request: AgreementRequest): AgreementRequest {
  if (request.interval.method !== 'bootstrap') return request
  const { seed: _, ...options } = request.options
  return { ...request, options }
}

function checkFit(id: MeasureId, { layout }: SegmentReading, kinds: readonly SegmentTable['kind'][], raters: number) {
  const measure: Measure = measures[id]
  if (kindFor(id, kinds) === undefined) {
    throw new Refusal(
      `${id} is not computed from --layout ${layout}.`,
      `It takes --layout ${layoutsOf(measure.tables)}.`,
    )
  }
  if (measure.raters === 2 && raters > 2) {
    throw new Refusal(`${id} takes two raters; there are ${raters}.`, 'Add --pairs, --reference RATER or --raters A,B.')
  }
}

/** The kind of table that a coefficient takes, of those that the rows make. */
export function kindFor(id: MeasureId, kinds: readonly SegmentTable['kind'][]): SegmentTable['kind'] | undefined {
  const { tables }: Measure = measures[id]
  return kinds.find((kind) => tables.includes(kind))
}

/** The kind of table of a coefficient that was planned. */
export function tableKind(id: MeasureId, kinds: readonly SegmentTable['kind'][]): SegmentTable['kind'] {
  const kind = kindFor(id, kinds)
  if (kind === undefined) throw new Error(`${id} was planned without a table.`)
  return kind
}

/** What no default could stand for has to be said. */
function checkNeeds({ options }: AgreementRequest, tasks: readonly Task[]): void {
  for (const { id } of tasks) {
    if (options.tolerance === undefined && (id === 'event-match' || id === 'event-kappa')) {
      throw new Refusal(
        `${id} needs --tolerance: how far apart two times may be and still be the same moment.`,
        'Write --tolerance 1, in the unit of the times; 0 asks for equal times.',
      )
    }
    if (options.step === undefined && id === 'time-unit-kappa') {
      throw new Refusal(`${id} needs --step, the length of one time unit.`, 'Write --step 1, in the unit of the times.')
    }
  }
}
