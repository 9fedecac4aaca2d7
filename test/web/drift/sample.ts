import type { DriftChart, DriftPlan, WatchedCoder } from '@attune/contract'

export const uuid = (digit: number) => `00000000-0000-4000-8000-00000000000${digit}`

const day = (number: number) => `2026-10-${String(number).padStart(2, '0')}T09:00:00.000Z`

function points(values: readonly (readonly [value: number, smoothed: number])[], lower: number, upper: number) {
  return values.map(([value, smoothed], index): DriftChart['points'][number] => {
    const direction = smoothed < lower ? 'below' : smoothed > upper ? 'above' : null
    return {
      ...{ order: index + 1, phase: 0, coding: uuid(index + 1), case: uuid(index + 1), caseId: `M-${index + 1}` },
      ...{ kind: 'master', at: day(index + 1), n: 12, scales: 10, value, smoothed, lower, upper },
      ...{ signals: direction === null ? [] : ['beyond-limits'], direction },
    }
  })
}

const rules = [{ id: 'beyond-limits' as const, words: 'Beyond its limit.' }]
const agreement: DriftChart = {
  ...{ measure: 'agreement', chart: 'ewma', centre: 0.85, scales: null, rules },
  points: points(
    [
      [0.92, 0.86],
      [0.83, 0.86],
      [0.67, 0.82],
    ],
    0.75,
    1,
  ),
}
const bias: DriftChart = {
  ...{ measure: 'bias', chart: 'ewma', centre: 0, scales: 10, rules },
  points: points(
    [
      [0, 0],
      [1.2, 0.24],
      [1.4, 0.47],
    ],
    -0.4,
    0.4,
  ),
}

const coder: WatchedCoder = {
  ...{ plan: uuid(1), planName: 'Interviews', codebook: 'AAI 1.0.0' },
  person: { id: uuid(2), name: 'Ann Archer' },
  charts: [agreement, bias],
  recodes: [{ caseId: 'W-7', at: day(9), agreed: 10, n: 12, difference: -0.25 }],
  ...{ waiting: 1, left: 0, paused: true, recalibrations: [] },
  alarm: { at: day(3), caseId: 'M-3', measure: 'bias', rule: 'beyond-limits', direction: 'above' },
}

/** A coder who drifts and is paused. */
export const drifting = coder

/** One who has just begun. */
export const begun: WatchedCoder = {
  ...coder,
  person: { id: uuid(3), name: 'Ben Bell' },
  ...{ charts: [agreement, bias].map((chart) => ({ ...chart, points: [] })), recodes: [], waiting: 0, left: 3 },
  ...{ paused: false, alarm: null },
}

const promised = { falseAlarmAfter: 229.4, foundAfter: 3.68, ninetyPercentWithin: 6, method: '' }
export const promise: DriftPlan['promise'] = {
  agreement: { ...promised, falseAlarmAfter: null, foundAfter: null, ninetyPercentWithin: null },
  ...{ bias: promised, together: promised },
}

export const charts: DriftPlan['charts'] = {
  agreement: { chart: 'ewma', within: 1, expected: 0.85 },
  bias: { chart: 'ewma', expected: 0, deviation: 0.5, scales: 10 },
}

export const plan: DriftPlan = {
  ...{ id: uuid(1), name: 'Interviews', codebookVersion: uuid(4), every: 5, recodeEvery: 20, seed: 1, charts, promise },
  codebook: { version: uuid(4), id: 'aai', number: '1.0.0', title: 'AAI' },
  cases: [1, 2, 3].map((digit) => ({ case: uuid(digit), caseId: `M-${digit}` })),
  people: [drifting.person, begun.person],
  ...{ variables: [], collapse: 'as-coded', pauses: true, createdAt: day(1), endedAt: null },
}
