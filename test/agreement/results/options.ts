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
  period: [0, 12, -1],
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
  coverage: [0.9, 1, 0],
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
  overlap: [0.2, 0.9, 1, 1.5, 0],
}

/** Options that go together. */
const together: Partial<Record<MeasureId, readonly AnyOptions[]>> = {
  'krippendorff-alpha': [
    { metric: 'circular', period: 12 },
    { metric: 'circular', period: 0 },
    { metric: 'bipolar', poles: [0, 12] },
    { metric: 'bipolar', poles: [2, 3] },
    { metric: 'bipolar', poles: [0, 7] },
    { metric: 'interval', confidence: 0.9 },
  ],
  'u-alpha-2016': [
    { variant: '|u' },
    { variant: 'cu' },
    { variant: '(k)u', category: 'a' },
    { variant: '(k)u', category: 'c' },
    { variant: '(k)u', category: 'nobody' },
    { variant: 'u', category: 'a' },
  ],
  icc: [
    { form: 'ICC(1)' },
    { form: 'ICC(k)' },
    { form: 'ICC(C,1)', model: 'mixed' },
    { form: 'ICC(A,k)', model: 'mixed', r0: 0.3 },
    { form: 'ICC(C,k)', model: 'mixed' },
    { form: 'ICC(C,k)', model: 'random', r0: 0.3 },
  ],
  'icc-mixed': [{ form: 'ICC(A,k)' }, { form: 'ICC(C,1)' }],
  finn: [{ points: 9, design: 'twoway' }],
  sem: [{ type: 'consistency' }],
  mdc: [{ type: 'consistency', coverage: 0.5 }],
  'bland-altman': [{ limits: '2sd', limitsInterval: 't' }],
  'fleiss-kappa': [{ missing: 'listwise' }],
  mcnemar: [{ exact: true }],
  'specific-agreement': [{ category: 'y', missing: 'listwise' }],
  'category-kappa': [{ category: 'y' }],
  'criterion-validity': [{ category: 'y' }],
  'span-f1': [{ category: 'a', overlap: 0.1 }],
  'u-alpha-1995': [{ category: 'a' }, { category: 'c' }],
  'gamma-cat': [{ category: 'a', samples: 5 }],
  'time-unit-kappa': [{ step: 2, tolerance: 2 }, { step: 7, tolerance: 7 }, { step: 61 }],
  pk: [{ window: 2, convention: 'nltk' }],
  'window-diff': [{ window: 2, convention: 'nltk' }],
}

/** The options as needed and those that go together; if `all` are to be tried, also each option by itself. */
export function optionsFor(id: MeasureId, all: boolean): readonly AnyOptions[] {
  const base = needed[id] ?? {}
  const known = [base, ...(together[id] ?? [])]
  if (!all) return known
  const single = measures[id].options.flatMap((name) =>
    (tried[name] ?? []).map((value) => ({ ...base, [name]: value })),
  )
  return [...known, { ...base, confidence: 0.9 }, { ...base, confidence: 1 }, ...single]
}

/** Whether kind and level of the table are those the coefficient is for. */
export function fits(id: MeasureId, table: AnyTable): boolean {
  return measures[id].tables.includes(table.kind) && measures[id].levels.includes(table.level)
}
