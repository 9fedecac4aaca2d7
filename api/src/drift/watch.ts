import { type CaseItems, type ComparedWork, type ControlChart, driftCharts } from '@attune/agreement'
import type { DriftChart, WatchedCoder } from '@attune/contract'
import type { Db } from '../base/database/database.ts'
import { type Master, mainMasters } from '../codings/masters-today.ts'
import { findCodebook } from '../reliability/queries.ts'
import type { Comparable } from '../reliability/selection.ts'
import { comparePairs, usualItems, watchedSlots } from './compare.ts'
import type { Plan } from './plan.ts'
import { freshCases } from './pools.ts'
import { type Calibration, calibrationsOf, nameOfCodebook, recalibrationsOf, type Watched } from './queries.ts'

/** Everything that the charts of a plan are computed from, the same for each of its people. */
export type PlanGround = {
  readonly plan: Plan
  readonly codebook: string
  readonly slots: readonly Comparable[]
  readonly masters: ReadonlyMap<string, Master>
  readonly items: CaseItems
}

export async function groundOf(db: Db, plan: Plan): Promise<PlanGround> {
  const { row, content } = plan
  const codebook = await findCodebook(db, row.study, row.codebook_version)
  const slots = watchedSlots(codebook, content)
  const masters = await mainMasters(db, { study: row.study, codebookVersion: row.codebook_version })
  const own = content.cases.flatMap((one) => masters.get(one)?.coding ?? [])
  return { plan, codebook: nameOfCodebook(codebook), slots, masters, items: await usualItems(db, slots, own) }
}

type Submitted = Calibration & { readonly submittedAt: string }
const isSubmitted = (one: Calibration): one is Submitted => one.submittedAt !== null

type Case = { readonly calibration: Submitted; readonly work: ComparedWork; readonly phase: number }
type Point = DriftChart['points'][number]

/** The charts of one coder under a plan, with what was found. */
export async function watch(db: Db, ground: PlanGround, person: Watched): Promise<WatchedCoder> {
  const { plan, masters, slots } = ground
  const { content } = plan
  const calibrations = await calibrationsOf(db, plan.row.id, person.id)
  const recalibrations = await recalibrationsOf(db, plan.row.id, person.id)
  // Whose coding became the master since is not compared with herself.
  const isOwn = (one: Calibration) => masters.get(one.case)?.coder === person.id
  const done = calibrations.filter(isSubmitted).filter((one) => one.kind === 'master' && !isOwn(one))
  const within = content.charts.agreement.within
  const pairs = done.map((one) => ({ own: one.coding, reference: masters.get(one.case)?.coding }))
  const works = await comparePairs(db, slots, within, pairs)
  const phaseAt = (at: string) => recalibrations.filter((one) => one.at < at).length
  const cases = done.flatMap((calibration, index): Case[] => {
    const work = works[index]
    return work === undefined ? [] : [{ calibration, work, phase: phaseAt(calibration.submittedAt) }]
  })
  const charts = chartsOf(ground, cases)
  const alarm = alarmOf(charts, recalibrations.length)
  return {
    plan: plan.row.id,
    planName: plan.row.name,
    codebook: ground.codebook,
    person: { id: person.id, name: person.name },
    charts,
    recodes: await recodesOf(db, ground, calibrations.filter(isSubmitted)),
    waiting: calibrations.filter((one) => one.submittedAt === null).length,
    left: (await freshCases(db, { plan, person: person.id })).length,
    alarm,
    paused: content.pauses && alarm !== null && plan.row.ended_at === null,
    recalibrations: recalibrations.map(({ at, name, note }) => ({ at, by: name ?? '', note })),
  }
}

/** Each phase has charts of its own; they are shown one after the other. */
function chartsOf({ plan, items }: PlanGround, cases: readonly Case[]): DriftChart[] {
  const { charts: settings } = plan.content
  const phases = [...new Set(cases.map(({ phase }) => phase))]
  const drawn = phases.map((phase) => {
    const own = cases.filter((one) => one.phase === phase)
    const works = own.map(({ work }) => work)
    return { own, charts: driftCharts(settings, items, works) }
  })
  const empty = driftCharts(settings, items, [])
  return (['agreement', 'bias'] as const).map((measure) => ({
    measure,
    chart: settings[measure].chart,
    centre: settings[measure].expected,
    scales: measure === 'bias' ? settings.bias.scales : null,
    points: drawn
      .flatMap(({ own, charts }) => own.map((one, index) => pointOf(one, charts[measure], index)))
      .map((point, index) => ({ ...point, order: index + 1 })),
    rules: [...empty[measure].rules],
  }))
}

function pointOf({ calibration, work, phase }: Case, chart: ControlChart, index: number): Point {
  const point = chart.points[index]
  if (point === undefined) throw new RangeError(`The chart has no point ${index}.`)
  return {
    order: index,
    phase,
    coding: calibration.coding,
    case: calibration.case,
    caseId: calibration.caseId,
    kind: calibration.kind,
    at: calibration.submittedAt,
    n: work.n,
    scales: work.scales,
    value: point.value,
    smoothed: chart.chart === 'ewma' ? point.shown : null,
    lower: point.lower,
    upper: point.upper,
    signals: [...point.signals],
    direction: point.direction,
  }
}

/** The first signal since the last recalibration. */
function alarmOf(charts: readonly DriftChart[], phase: number): WatchedCoder['alarm'] {
  const signals = charts.flatMap(({ measure, points }) =>
    points.flatMap((point) => {
      const [rule] = point.signals
      if (point.phase !== phase || rule === undefined || point.direction === null) return []
      const { at, caseId, direction, order } = point
      return [{ order, alarm: { at, caseId, measure, rule, direction } }]
    }),
  )
  return signals.toSorted((one, other) => one.order - other.order)[0]?.alarm ?? null
}

async function recodesOf(
  db: Db,
  { plan, slots }: PlanGround,
  submitted: readonly Submitted[],
): Promise<WatchedCoder['recodes']> {
  const recodes = submitted.filter(({ kind }) => kind === 'recode')
  const pairs = recodes.map((one) => ({ own: one.coding, reference: one.original ?? undefined }))
  const works = await comparePairs(db, slots, plan.content.charts.agreement.within, pairs)
  return works.map(({ agreed, n, difference }, index) => ({
    caseId: recodes[index]?.caseId ?? '',
    at: recodes[index]?.submittedAt ?? '',
    agreed,
    n,
    difference,
  }))
}
