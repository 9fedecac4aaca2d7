import type { AttemptView, BodyInput, createTrainingSet, TrainingSet } from '@attune/contract'
import type { Lab } from './lab.ts'
import type { Someone } from './people.ts'
import type { Codes } from './small-study.ts'
import { begin, codeNext, openSetFor, type TrainingStudy } from './training.ts'

/** Half of the items, whatever they are. */
export const halfAgreed = {
  title: 'Half of all items',
  modelledOn: null,
  rule: {
    type: 'agreement',
    measure: 'percent-agreement',
    k: 1,
    against: 'master',
    variables: { ids: [] },
    window: { kind: 'all' },
    spread: 'together',
    comparator: '>=',
    threshold: 0.5,
    on: 'estimate',
  },
  validMonths: 12,
  renewal: { kind: 'none' },
} as const

/** A whole attempt with codes of its own for each case. */
export async function codeEach(
  lab: Lab,
  study: TrainingStudy,
  someone: Someone,
  set: string,
  codes: readonly Codes[],
): Promise<AttemptView> {
  let attempt = await begin(lab, study, someone, set)
  for (const own of codes) attempt = await codeNext(lab, study, someone, attempt.attempt.id, own)
  return attempt
}

/** Trainees who are the better the later they come: the n-th is right on the first n cases. */
export async function buildCohort(
  lab: Lab,
  study: TrainingStudy,
  count: number,
  change: Partial<BodyInput<typeof createTrainingSet>> = {},
): Promise<{ set: TrainingSet; people: Someone[]; attempts: AttemptView[] }> {
  const people: Someone[] = []
  for (let n = 1; n <= count; n += 1) people.push(await study.add('trainee', `${study.name}-${n}`))
  const set = await openSetFor(study, people, { name: 'Cohort', ...change })
  const attempts: AttemptView[] = []
  for (const [index, someone] of people.entries()) {
    const codes = study.cases.map(
      (_, place): Codes =>
        place <= index ? { score: 5, category: 'F' } : { score: 6 + (place % 2) / 2, category: 'Ds' },
    )
    attempts.push(await codeEach(lab, study, someone, set.id, codes))
  }
  return { set, people, attempts }
}
