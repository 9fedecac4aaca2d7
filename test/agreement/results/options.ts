import { type AnyOptions, type AnyTable, type MeasureId, measures } from '@attune/agreement'

/** Options without which a coefficient has nothing to work with, or takes too long for a test. */
const needed: Partial<Record<MeasureId, AnyOptions>> = {
  'weighted-kappa': { weights: 'linear' },
  'gwet-ac2': { weights: 'quadratic' },
  finn: { points: 9 },
  'time-unit-kappa': { step: 2 },
  'event-match': { tolerance: 1 },
  'event-kappa': { tolerance: 1 },
  gamma: { samples: 5 },
  'gamma-cat': { samples: 5 },
}

/** What each option is tried with. */
const tried: { readonly [Name in keyof AnyOptions]: readonly AnyOptions[Name][] } = {
  missing: ['available', 'listwise', 'pairwise'],
  weights: ['identity', 'linear', 'quadratic', 'ordinal', 'radical', 'ratio', 'circular', 'bipolar'],
  metric: ['nominal', 'ordinal', 'interval', 'ratio', 'circular', 'bipolar'],
  period: [0, 12],
  poles: [
    [0, 12],
    [2, 3],
  ],
  form: ['ICC(1)', 'ICC(k)', 'ICC(A,1)', 'ICC(A,k)', 'ICC(C,1)', 'ICC(C,k)', 'ICC(3,1)', 'ICC(9)'],
  model: ['random', 'mixed'],
  r0: [0.4, -0.1, 1],
  k: [0, 0.5, 2, -1],
  correct: [true, false],
  exact: [true, false],
  category: ['x', 'y', '2', 'a', 'nobody'],
  type: ['agreement', 'consistency'],
  design: ['oneway', 'twoway'],
  points: [5, 1],
  coverage: [0.9, 1],
  limits: ['z', '2sd'],
  limitsInterval: ['exact', 't', 'rough'],
  plannedRaters: [1, 6, 0],
  variant: ['u', '|u', 'cu', '(k)u'],
  convention: ['segeval', 'nltk'],
  window: [2, 3, 99],
  nearMiss: [1, 3, -1],
  tolerance: [0, 0.5, 2, -1],
  step: [0.5, 7, 0],
  seed: [1, 9],
  samples: [6, 0],
  alpha: [2, -1],
  beta: [0, -1],
  deltaEmpty: [0.5, 0],
  effort: [1],
  overlap: [0.2, 0.9, 0],
}

/** The options as needed, and if `all` are to be tried, each further option by itself. */
export function optionsFor(id: MeasureId, all: boolean): readonly AnyOptions[] {
  const base = needed[id] ?? {}
  if (!all) return [base]
  const names = measures[id].options
  const single = names.flatMap((name) => (tried[name] ?? []).map((value) => ({ ...base, [name]: value })))
  const circle = names.includes('period') ? [{ ...base, metric: 'circular', period: 12 } as const] : []
  const ends = names.includes('poles') ? [{ ...base, metric: 'bipolar', poles: [0, 12] } as const] : []
  return [base, { ...base, confidence: 0.9 }, { ...base, confidence: 1 }, ...single, ...circle, ...ends]
}

/** Whether kind and level of the table are those the coefficient is for. */
export function fits(id: MeasureId, table: AnyTable): boolean {
  return measures[id].tables.includes(table.kind) && measures[id].levels.includes(table.level)
}
