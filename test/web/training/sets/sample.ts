import { parseCodebook } from '@attune/codebooks'
import type { CodebookVersion, Reply, readExposure, Study, StudyCase, TrainingSet } from '@attune/contract'
import shipped from '../../../../data/codebooks/aai.json' with { type: 'json' }
import { agreement, criterionOf } from '../../../support/criterion.ts'

const parsed = parseCodebook(JSON.stringify(shipped))
if (!parsed.ok) throw new Error('The shipped codebook does not parse.')
export const { codebook } = parsed

export const id = (digit: number) => `00000000-0000-4000-8000-${String(digit).padStart(12, '0')}`
export const at = '2026-11-22T12:00:00.000Z'

export const study: Study = {
  id: 's',
  name: 'Interviews',
  description: '',
  isDemo: true,
  createdAt: at,
  role: 'trainer',
  criteria: { kappa: 0.6, icc: 0.7 },
}

export const version: CodebookVersion = {
  id: id(900),
  codebook: 'aai',
  version: '1.0.0',
  title: 'Interview',
  material: 'transcript',
  origin: 'shipped',
  variables: codebook.variables.length,
  codes: codebook.codes.length,
  codings: 3,
  addedAt: at,
}

export const kappa = agreement({ measure: 'cohen-kappa', variables: { kinds: ['classification'] }, threshold: 0.6 })

export const icc = agreement({ measure: 'icc', variables: { kinds: ['scale'] }, threshold: 0.7 })

const studyCase = (digit: number, name: string, kind: 'transcript' | 'observation'): StudyCase => ({
  id: id(digit),
  case: name,
  targets: [],
  contentNote: '',
  wave: '',
  population: '',
  information: '',
  material: { id: id(100 + digit), kind, words: 10, episodes: 0, events: 0 },
  createdAt: at,
  version: 1,
})
export const studyCases = [
  studyCase(1, 'A-1', 'transcript'),
  studyCase(2, 'A-2', 'transcript'),
  studyCase(3, 'A-3', 'transcript'),
  studyCase(4, 'B-1', 'observation'),
]

/** Ann saw the feedback of A-1, which she had coded; Ben coded A-1. A-3 has no master coding. */
export const met: Reply<typeof readExposure> = {
  people: [
    { id: id(21), name: 'Ann' },
    { id: id(22), name: 'Ben' },
  ],
  cases: [
    { case: id(1), caseId: 'A-1', masters: 2 },
    { case: id(2), caseId: 'A-2', masters: 1 },
    { case: id(3), caseId: 'A-3', masters: 0 },
  ],
  exposures: [
    { person: id(21), case: id(1), kind: 'burnt', at },
    { person: id(21), case: id(1), kind: 'seen', at },
    { person: id(22), case: id(1), kind: 'seen', at },
  ],
}

export function trainingSet(change: Partial<TrainingSet> = {}): TrainingSet {
  return {
    id: id(500),
    name: 'First steps',
    description: '',
    feedback: 'practice',
    showsScores: true,
    release: 'automatic',
    order: 'fixed',
    draw: null,
    seed: 1,
    scope: { variables: [], units: 'none', codes: [], overlap: 0.5, tolerance: 1 },
    masters: 'main',
    tolerance: 0,
    timeLimitMinutes: null,
    attempts: 1,
    prerequisite: null,
    criterion: criterionOf(kappa, { title: 'Classes', validMonths: null }),
    criterionLabels: {
      variables: [{ id: 'class', label: 'Attachment class' }],
      codes: [],
      collapses: [],
      outcomes: [],
    },
    certifies: false,
    codebook: { version: version.id, id: 'aai', number: '1.0.0', title: 'Interview' },
    state: 'draft',
    version: 3,
    cases: [
      { case: id(1), caseId: 'A-1', masters: 2, withdrawn: null },
      { case: id(2), caseId: 'A-2', masters: 1, withdrawn: null },
    ],
    people: [],
    waiting: { release: 0, requests: 0 },
    createdAt: at,
    openedAt: null,
    ...change,
  }
}
