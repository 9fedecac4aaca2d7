import type { CohortCell, ItemAnalysis, Study } from '@attune/contract'
import type { AgreementPredicate, Criterion, Figure } from '@attune/criteria'
import type { AttemptReview } from '../../../../web/src/training/desk/attempt-review.ts'
import type { Cohort, CohortPerson } from '../../../../web/src/training/desk/cohort.ts'
import { agreement, figure as anyFigure, criterionOf } from '../../../support/criterion.ts'

/** Ids of attempts, as a body of a request must have them. */
export const attemptOf = { jo: '00000000-0000-4000-8000-000000000001', mei: '00000000-0000-4000-8000-000000000002' }

export const study: Study = {
  id: 's',
  name: 'Cradle',
  description: '',
  role: 'trainer',
  isDemo: false,
  criteria: { kappa: 0.6, icc: 0.7 },
  createdAt: '2026-01-01T00:00:00.000Z',
}

export const figure = (more: Partial<Figure> = {}): Figure =>
  anyFigure({ measure: 'cohen-kappa', n: 8, cases: 8, estimate: 0.71, lower: 0.4, upper: 0.95, method: 'x', ...more })

export const cell = (person: 'jo' | 'mei', variable: string, more: Partial<CohortCell> = {}): CohortCell => ({
  person,
  variable,
  figure: figure({ variable }),
  bias: null,
  trend: null,
  cases: [
    { attempt: attemptOf[person], position: 1, caseId: 'S-211', agreed: 1, compared: 1 },
    { attempt: attemptOf[person], position: 2, caseId: 'S-217', agreed: 0, compared: 1 },
  ],
  ...more,
})

type Attempt = CohortPerson['attempts'][number]
export const attempt = (id: string, more: Partial<Attempt> = {}): Attempt => ({
  id,
  number: 1,
  state: 'released',
  startedAt: '2026-11-01T09:00:00.000Z',
  dueAt: null,
  finishedAt: '2026-11-02T09:00:00.000Z',
  submitted: 5,
  cases: 5,
  met: null,
  isWithheld: false,
  releasedAt: '2026-11-02T09:00:00.000Z',
  ...more,
})

export const person = (id: string, name: string, more: Partial<CohortPerson> = {}): CohortPerson => ({
  id,
  name,
  status: 'met',
  attempts: [attempt(attemptOf.mei, { met: true })],
  request: null,
  certificate: null,
  ...more,
})

/** Mei met it and has a certificate, Jo waits and asks for another attempt, Kai has not begun. */
export const cohort = (): Cohort => ({
  variables: [
    { id: 'classification', label: 'Classification', kind: 'classification' },
    { id: 'disorganisation', label: 'Disorganisation', kind: 'scale' },
    { id: 'unused', label: 'Nobody used this', kind: 'scale' },
  ],
  people: [
    person('mei', 'Mei Tanaka', { certificate: 'certificate' }),
    person('jo', 'Jo Roth', {
      status: 'to-release',
      attempts: [attempt(attemptOf.jo, { state: 'waiting', releasedAt: null, met: false })],
      request: { id: 'request', at: '2026-11-20T09:00:00.000Z', note: 'I was ill on the second day.' },
    }),
    person('kai', 'Kai Lind', { status: 'not-begun', attempts: [] }),
  ],
  cells: [
    cell('mei', 'classification', { trend: 0.25 }),
    cell('jo', 'classification', { figure: figure({ estimate: 0.31, lower: -0.1, upper: 0.7 }), trend: -0.2 }),
    cell('mei', 'disorganisation', {
      figure: figure({ variable: 'disorganisation', label: 'Disorganisation', measure: 'icc', estimate: 0.82 }),
      bias: figure({ variable: 'disorganisation', measure: 'bias', estimate: 0.4, lower: -0.2, upper: 1 }),
    }),
    cell('jo', 'disorganisation', {
      figure: figure({
        variable: 'disorganisation',
        measure: 'icc',
        estimate: null,
        lower: null,
        upper: null,
        undefined: { code: 'no-variation', message: 'All scores are equal.' },
      }),
    }),
  ],
  confusions: [
    {
      variable: 'classification',
      label: 'Classification',
      master: 'D',
      given: 'B',
      count: 3,
      of: 4,
      cost: 0.6,
      people: 2,
      at: [
        { attempt: attemptOf.jo, position: 2, person: 'jo', caseId: 'S-217' },
        { attempt: attemptOf.mei, position: 2, person: 'mei', caseId: 'S-217' },
      ],
    },
  ],
})

export const criterion = (more: Partial<AgreementPredicate> = {}): Criterion =>
  criterionOf({ all: [agreement({ measure: 'cohen-kappa', ...more })] })

/** What the page of a set gives, as far as the desk reads it. */
export const setReply = {
  id: 'set',
  name: 'Reliability test',
  feedback: 'test',
  criterion: criterion(),
  people: [{ id: 'mei', name: 'Mei Tanaka', dueAt: null, attempts: 1, granted: 0 }],
}

export const item = (caseId: string, more: Partial<ItemAnalysis> = {}): ItemAnalysis => ({
  case: `case-${caseId}`,
  caseId,
  slot: { variable: 'classification', target: null, episode: null },
  label: 'Classification',
  n: 6,
  agreed: figure({ measure: 'percent-agreement', n: 6, cases: 1, estimate: 0.5, lower: 0.19, upper: 0.81 }),
  discrimination: 0.4,
  mastersDisagree: false,
  commonest: { given: 'B', count: 3 },
  ...more,
})

export const review = (more: Partial<AttemptReview> = {}): AttemptReview => ({
  attempt: attempt(attemptOf.jo, { state: 'waiting', releasedAt: null, met: false }),
  person: { id: 'jo', name: 'Jo Roth' },
  set: { id: 'set', name: 'Reliability test' },
  cases: [
    {
      position: 1,
      case: 'case-1',
      caseId: 'S-211',
      coding: 'coding-1',
      submittedAt: '2026-11-02T09:00:00.000Z',
      released: false,
      withdrawn: false,
      declaration: { knew: true, note: 'I know the town.' },
      reflection: 'D was hard to see.',
      comments: 1,
      masterChanged: true,
    },
    {
      position: 2,
      case: 'case-2',
      caseId: 'S-217',
      coding: null,
      submittedAt: null,
      released: false,
      withdrawn: true,
      declaration: null,
      reflection: '',
      comments: 0,
      masterChanged: false,
    },
  ],
  scores: [
    {
      id: 'score-2',
      by: 'Ada Trainer',
      met: false,
      verdict: null,
      figures: [figure()],
      scoredAt: '2026-11-03T09:00:00.000Z',
      reason: 'Master of S-211 corrected',
    },
    {
      id: 'score-1',
      by: '',
      met: true,
      verdict: null,
      figures: [figure({ estimate: 0.9 })],
      scoredAt: '2026-11-02T09:00:00.000Z',
      reason: '',
    },
  ],
  certificate: null,
  ...more,
})
