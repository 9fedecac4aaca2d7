import type { AgreementPredicate, Criterion, Figure } from '@attune/criteria'

/** A rule of its plainest kind: eight in ten agree with the master. What a test is about, it says itself. */
export const agreement = (more: Partial<AgreementPredicate> = {}): AgreementPredicate => ({
  type: 'agreement',
  measure: 'percent-agreement',
  k: 1,
  against: 'master',
  variables: { ids: ['classification'] },
  collapse: 'as-coded',
  window: { kind: 'all' },
  spread: 'each',
  comparator: '>=',
  threshold: 0.8,
  on: 'estimate',
  confidence: 0.95,
  minimum: 1,
  ...more,
})

/** A criterion of one's own with this rule, valid for a year. */
export const criterionOf = (rule: Criterion['rule'], more: Partial<Omit<Criterion, 'rule'>> = {}): Criterion => ({
  title: 'Ours',
  modelledOn: null,
  rule,
  validMonths: 12,
  renewal: { kind: 'none' },
  ...more,
})

/** What came out on one variable. */
export const figure = (more: Partial<Figure> = {}): Figure => ({
  variable: 'classification',
  label: 'Classification',
  measure: 'percent-agreement',
  collapse: null,
  n: 5,
  cases: 5,
  estimate: 0.8,
  lower: 0.376,
  upper: 0.964,
  confidence: 0.95,
  method: 'Wilson',
  undefined: null,
  ...more,
})
