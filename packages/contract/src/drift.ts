import { z } from 'zod'
import type { Endpoint, Reply } from './endpoint.ts'
import { id, instant, label, text } from './primitives.ts'

/** Which chart watches what, and what counts as in control. */
const chartSettings = z.strictObject({
  /** Share of items that agree with the master, case by case. */
  agreement: z.strictObject({
    chart: z.enum(['p', 'ewma']),
    /** Scales agree within so many points; classes and presence exactly. */
    within: z.number().min(0).max(100),
    /** Share expected of this coder in control. */
    expected: z.number().gt(0).lt(1),
  }),
  /** Mean difference from the master over the scales of a case. */
  bias: z.strictObject({
    chart: z.enum(['individuals', 'ewma']),
    expected: z.number(),
    /** Standard deviation of a case's mean difference in control. */
    deviation: z.number().gt(0),
    /** The deviation is that of cases with so many rated scales, and limits follow the number of each case; null: the same for every case. */
    scales: z.number().int().min(1).max(1000).nullable().default(null),
  }),
})
export type ChartSettings = z.infer<typeof chartSettings>

const planFields = {
  name: label(),
  codebookVersion: id,
  /** Cases with a master coding that may be mixed into ordinary work. */
  cases: z.array(id).min(1).max(500),
  people: z.array(id).min(1).max(100),
  /** One calibration case for so many ordinary assignments. */
  every: z.number().int().min(1).max(100),
  /** One own earlier case again for so many ordinary assignments; null: none. */
  recodeEvery: z.number().int().min(1).max(1000).nullable().default(null),
  /** Variables that count; empty: all. */
  variables: z.array(z.string().max(80)).max(200).default([]),
  collapse: z.string().max(80).default('as-coded'),
  charts: chartSettings,
  /** No new cases for a coder with an alarm until recalibrated. */
  pauses: z.boolean().default(false),
  seed: z.number().int().min(0).max(4_294_967_295).default(1),
}

/** What the charts promise with these settings, by `packages/agreement`; counted in calibration cases. */
const promise = z.strictObject({
  /** Average run length with nothing wrong: how many until a false alarm. */
  falseAlarmAfter: z.number().nullable(),
  /** Average number after a drift of one scale point until it is found. */
  foundAfter: z.number().nullable(),
  /** Nine of ten such drifts are found within so many. */
  ninetyPercentWithin: z.number().int().nullable(),
  method: z.string(),
})
export type ChartPromise = z.infer<typeof promise>

export const driftPlan = z.strictObject({
  id,
  ...planFields,
  codebook: z.strictObject({ version: id, id: z.string(), number: z.string(), title: z.string() }),
  cases: z.array(z.strictObject({ case: id, caseId: z.string() })),
  people: z.array(z.strictObject({ id, name: z.string() })),
  createdAt: instant,
  endedAt: instant.nullable(),
  /** Each chart alone, and both watched together: the first alarm of either. */
  promise: z.strictObject({ agreement: promise, bias: promise, together: promise }),
})
export type DriftPlan = z.infer<typeof driftPlan>

export const listDriftPlans = {
  summary: 'Plans that mix calibration cases into ordinary work.',
  method: 'GET',
  path: '/studies/:study/drift/plans',
  access: 'supervisor',
  reply: z.strictObject({ plans: z.array(driftPlan) }),
} as const satisfies Endpoint

export const createDriftPlan = {
  summary: 'Begin to watch coders: calibration cases join their next assignments.',
  method: 'POST',
  path: '/studies/:study/drift/plans',
  access: 'supervisor',
  body: z.strictObject(planFields),
  reply: driftPlan,
} as const satisfies Endpoint

export const endDriftPlan = {
  summary: 'End a plan. What was coded under it stays.',
  method: 'POST',
  path: '/studies/:study/drift/plans/:plan/end',
  access: 'supervisor',
  body: z.strictObject({}),
  reply: driftPlan,
} as const satisfies Endpoint

export const suggestCharts = {
  summary: 'Settings for the charts of some people, from what they did in training, and what those settings promise.',
  method: 'POST',
  path: '/studies/:study/drift/suggestion',
  access: 'supervisor',
  body: z.strictObject({
    codebookVersion: id,
    people: z.array(id).max(100),
    variables: z.array(z.string().max(80)).max(200),
    collapse: z.string().max(80),
    /** Asked about instead of suggested, where given. */
    charts: chartSettings.optional(),
  }),
  reply: z.strictObject({
    charts: chartSettings,
    /** Cases and items behind the suggestion; 0: taken from convention, not from data. */
    cases: z.number().int(),
    items: z.number().int(),
    /** What the deviation of bias was in these cases, with its 95 % interval; null: fewer than five of them have scales. */
    estimate: z
      .strictObject({ cases: z.number().int(), deviation: z.number(), lower: z.number(), upper: z.number() })
      .nullable(),
    promise: driftPlan.shape.promise,
  }),
} as const satisfies Endpoint

const point = z.strictObject({
  order: z.number().int(),
  /** 0, and one more after each recalibration, where the chart begins again. */
  phase: z.number().int(),
  coding: id,
  case: id,
  caseId: z.string(),
  kind: z.enum(['master', 'recode']),
  at: instant,
  /** Items compared. */
  n: z.number().int(),
  /** Scales that both rated. */
  scales: z.number().int(),
  value: z.number().nullable(),
  /** Smoothed value, for EWMA. */
  smoothed: z.number().nullable(),
  lower: z.number(),
  upper: z.number(),
  /** Rules that this point breaks, and to which side. */
  signals: z.array(z.enum(['beyond-limits', 'two-of-three'])),
  direction: z.enum(['below', 'above']).nullable(),
})

export const driftChart = z.strictObject({
  measure: z.enum(['agreement', 'bias']),
  chart: z.enum(['p', 'ewma', 'individuals']),
  centre: z.number(),
  /** Bias: how the limits follow the number of rated scales of a case, as in the settings; null: they do not. */
  scales: z.number().int().nullable(),
  points: z.array(point),
  /** Rules that the chart uses, in words. */
  rules: z.array(z.strictObject({ id: z.enum(['beyond-limits', 'two-of-three']), words: z.string() })),
})
export type DriftChart = z.infer<typeof driftChart>

export const readDrift = {
  summary: 'Control charts of every watched coder, with alarms.',
  method: 'GET',
  path: '/studies/:study/drift',
  access: 'supervisor',
  reply: z.strictObject({
    coders: z.array(
      z.strictObject({
        plan: id,
        planName: z.string(),
        codebook: z.string().describe('title and number'),
        person: z.strictObject({ id, name: z.string() }),
        charts: z.array(driftChart),
        /** Own earlier cases coded again, compared with the first coding; no alarm hangs on them. */
        recodes: z.array(
          z.strictObject({
            caseId: z.string(),
            at: instant,
            agreed: z.number().int(),
            n: z.number().int(),
            difference: z.number().nullable(),
          }),
        ),
        waiting: z.number().int().describe('calibration cases given and not yet submitted'),
        left: z.number().int().describe('calibration cases that this coder has not had yet'),
        alarm: z
          .strictObject({
            at: instant,
            caseId: z.string(),
            measure: z.enum(['agreement', 'bias']),
            rule: z.enum(['beyond-limits', 'two-of-three']),
            direction: z.enum(['below', 'above']),
          })
          .nullable(),
        paused: z.boolean(),
        recalibrations: z.array(z.strictObject({ at: instant, by: z.string(), note: z.string() })),
      }),
    ),
  }),
} as const satisfies Endpoint

export type WatchedCoder = Reply<typeof readDrift>['coders'][number]

export const recalibrate = {
  summary: 'Say that a coder was recalibrated: the charts begin again and work goes on.',
  method: 'POST',
  path: '/studies/:study/drift/plans/:plan/people/:person/recalibration',
  access: 'supervisor',
  body: z.strictObject({ note: text(2000).trim().min(3, 'Say what was done, in a few words.') }),
  reply: z.strictObject({ at: instant }),
} as const satisfies Endpoint

export const exportDrift = {
  summary: 'Every point of every control chart as CSV.',
  method: 'GET',
  path: '/studies/:study/exports/drift.csv',
  access: 'supervisor',
  reply: { file: 'text/csv', name: 'drift.csv' },
} as const satisfies Endpoint
