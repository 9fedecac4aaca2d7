import type { AttemptView, CaseFeedback, MyTraining, Study, TrainingProgress } from '@attune/contract'
import type { Figure, Predicate, Verdict } from '@attune/criteria'
import { agreement, figure as anyFigure, criterionOf } from '../../../support/criterion.ts'
import { CODING, STUDY } from '../../codings/sample.ts'

export const ATTEMPT = '88888888-8888-4888-8888-888888888888'
export const SET = '99999999-9999-4999-8999-999999999999'
const VERSION = '55555555-5555-4555-8555-555555555555'
const NOW = '2026-01-02T03:04:05.000Z'

export const study: Study = {
  id: STUDY,
  name: 'Cohort',
  description: '',
  role: 'trainee',
  isDemo: false,
  criteria: { kappa: 0.6, icc: 0.7 },
  createdAt: NOW,
}

const predicates: [Predicate, Predicate] = [
  agreement({ minimum: 5 }),
  {
    type: 'no-critical-error',
    against: 'master',
    variables: { ids: ['classification'] },
    collapse: 'as-coded',
    window: { kind: 'all' },
    error: { kind: 'confusion', reference: 'D', given: null },
    atMost: 0,
  },
]
export const criterion = criterionOf({ all: predicates }, { title: 'Two of three' })

export const figure = (more: Partial<Figure> = {}): Figure =>
  anyFigure({ collapse: 'as-coded', estimate: 0.6, lower: 0.231, upper: 0.882, ...more })

const [first, second] = predicates
export const verdict: Verdict = {
  met: false,
  all: [
    { predicate: first, met: false, reason: 'missed', figures: [figure()], errors: [] },
    {
      predicate: second,
      met: true,
      reason: null,
      figures: [figure({ measure: 'no-critical-error', estimate: 0, lower: null, upper: null, method: '' })],
      errors: [],
    },
  ],
}

const codebook = { version: VERSION, id: 'ssp', number: '1.0.0', title: 'Strange Situation' }
export const mySet = (more: Partial<MyTraining['sets'][number]['set']> = {}) => ({
  id: SET,
  name: 'Reunions',
  description: '',
  codebook,
  feedback: 'test' as const,
  showsScores: true,
  cases: 5,
  timeLimitMinutes: null,
  criterion,
  criterionLabels: {
    variables: [{ id: 'classification', label: 'Attachment class' }],
    codes: [],
    collapses: [],
    outcomes: [{ variables: { ids: ['classification'] }, collapse: 'as-coded', id: 'D', label: 'Disorganised' }],
  },
  certifies: true,
  ...more,
})

export const head = (more: Partial<AttemptView['attempt']> = {}): AttemptView['attempt'] => ({
  id: ATTEMPT,
  number: 1,
  state: 'running',
  startedAt: NOW,
  dueAt: null,
  finishedAt: null,
  submitted: 1,
  cases: 5,
  met: null,
  isWithheld: false,
  ...more,
})

type Line = MyTraining['sets'][number]
export const line = (more: Partial<Line> = {}): Line => ({
  set: mySet(),
  dueAt: null,
  status: 'ready',
  mayBegin: true,
  lockedBy: null,
  attemptsLeft: 2,
  attempts: [],
  request: null,
  ...more,
})

export const view = (more: Partial<AttemptView> = {}): AttemptView => ({
  attempt: head(),
  set: mySet(),
  cases: [1, 2, 3].map((position) => ({
    position,
    case: position < 3 ? { id: `c${position}`, case: `S-20${position}`, targets: [], contentNote: '' } : null,
    coding: position < 3 ? CODING : null,
    state: (['submitted', 'next', 'to-come'] as const)[position - 1] ?? 'to-come',
    submittedAt: position === 1 ? NOW : null,
    feedback: 'never' as const,
    reflection: '',
  })),
  result: null,
  certificate: null,
  ...more,
})

const slot = (variable: string, target: string | null = null) => ({ variable, target, episode: null })
const opinion = (value: CaseFeedback['ratings'][number]['mine']['value'], evidence: string[] = []) => ({
  value,
  rationale: evidence.length > 0 ? 'Said twice without a scene.' : '',
  evidence,
  contradicts: [],
})

/** Feedback on an interview: one scale too high, one class confused, one scale agreed; four passages. */
export function interviewFeedback(more: Partial<CaseFeedback> = {}): CaseFeedback {
  const passage = (id: string, code: string, start: number) => ({
    unit: 'segment' as const,
    id,
    code,
    value: null,
    memo: '',
    confidence: null,
    evidence: [],
    contradicts: [],
    start,
    end: start + 40,
    version: 1,
  })
  return {
    attempt: ATTEMPT,
    position: 1,
    case: { id: 'c', case: 'A-104', targets: ['mother'], contentNote: '' },
    coding: CODING,
    feedback: 'practice',
    agreed: 17,
    compared: 20,
    interval: { lower: 0.64, upper: 0.948, level: 0.95 },
    ratings: [
      {
        slot: slot('coherence-of-mind'),
        label: 'Coherence of mind',
        agrees: false,
        distance: 2,
        mine: opinion({ kind: 'score', score: 7 }),
        masters: [opinion({ kind: 'score', score: 5 }, ['m1'])],
        others: { same: 3, of: 8 },
      },
      {
        slot: slot('classification'),
        label: 'Classification',
        agrees: false,
        distance: null,
        mine: opinion({ kind: 'class', classes: ['E1'] }),
        masters: [opinion({ kind: 'class', classes: ['E3'] })],
        others: null,
      },
      {
        slot: slot('loving', 'mother'),
        label: 'Loving (Mother)',
        agrees: true,
        distance: 0.5,
        mine: opinion({ kind: 'score', score: 4.5 }),
        masters: [opinion({ kind: 'score', score: 4 })],
        others: null,
      },
    ],
    units: [
      { kind: 'agreed', mine: 'o1', master: 'm1', closeness: 1 },
      { kind: 'other-code', mine: 'o2', master: 'm2', closeness: 0.8 },
      { kind: 'missed', mine: null, master: 'm3', closeness: null },
      { kind: 'added', mine: 'o3', master: null, closeness: null },
    ],
    annotations: {
      mine: [passage('o1', 'derogation', 400), passage('o2', 'derogation', 900), passage('o3', 'derogation', 1500)],
      master: [
        passage('m1', 'derogation', 400),
        passage('m2', 'lack-of-recall', 905),
        passage('m3', 'derogation', 2000),
      ],
    },
    rationale: 'Praise without scenes.',
    comments: [{ id: 'k', author: 'Tomasz Wilk', about: slot('classification'), text: 'Look at turn 12.', at: NOW }],
    reflection: '',
    ...more,
  }
}

export const progress = (): TrainingProgress => ({
  codebooks: [codebook],
  codebook,
  curve: [
    {
      order: 1,
      caseId: 'S-203',
      set: 'Reunions',
      attempt: 1,
      at: NOW,
      agreed: 1,
      compared: 2,
      recent: { share: 0.5, lower: 0.095, upper: 0.905, n: 2, cases: 1 },
    },
    {
      order: 2,
      caseId: 'S-224',
      set: 'Reunions',
      attempt: 1,
      at: NOW,
      agreed: 2,
      compared: 2,
      recent: { share: 0.75, lower: 0.301, upper: 0.954, n: 4, cases: 2 },
    },
  ],
  line: 0.8,
  biases: [
    figure({ variable: 'd', label: 'Disorganisation', measure: 'bias', estimate: 1.2, lower: 0.4, upper: 2, n: 7 }),
    figure({ variable: 'a', label: 'Avoidance', measure: 'bias', estimate: -0.1, lower: -0.9, upper: 0.7, n: 7 }),
  ],
  confusions: [
    { variable: 'classification', label: 'Classification', master: 'B3', given: 'present', count: 2, of: 3, cost: 0.4 },
  ],
  practise: [
    {
      set: SET,
      variable: 'd',
      label: 'Disorganisation',
      why: { kind: 'bias', estimate: 1.2, lower: 0.4, upper: 2, n: 7 },
    },
  ],
})
