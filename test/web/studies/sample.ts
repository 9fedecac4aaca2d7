import type { Progress, ProgressCoding } from '../../../web/src/studies/progress.ts'

const coding = (study: string, coder: string, more: Partial<ProgressCoding>): ProgressCoding => ({
  coding: `${study}-${coder}`,
  case: study,
  coder,
  codebookVersion: 'aai',
  version: 1,
  state: 'submitted',
  rated: 24,
  required: 24,
  changedAt: '2026-11-22T12:00:00Z',
  isMaster: false,
  ...more,
})

/** Three cases, two people: A-1 with a master and a draft, A-2 coded once, A-3 with nobody. */
export function sampleProgress(): Progress {
  return {
    cases: [
      { id: 'c1', case: 'A-1', material: 'transcript', masters: ['aai'] },
      { id: 'c2', case: 'A-2', material: 'transcript', masters: [] },
      { id: 'c3', case: 'A-3', material: 'transcript', masters: [] },
    ],
    people: [
      { id: 'ada', name: 'Ada', role: 'trainer', isDisabled: false },
      { id: 'bo', name: 'Bo', role: 'coder', isDisabled: false },
    ],
    codings: [
      coding('c1', 'ada', { isMaster: true }),
      coding('c1', 'bo', { state: 'draft', rated: 5 }),
      coding('c2', 'bo', {}),
      coding('c1', 'ada', { coding: 'c1-ada-iwm', codebookVersion: 'iwm' }),
    ],
  }
}
