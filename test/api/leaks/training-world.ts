import {
  createTrainingSet,
  enrolTrainees,
  markMaster,
  openTrainingSet,
  type TrainingScope,
  type TrainingSetInput,
} from '@attune/contract'
import { agreement, criterionOf } from '../../support/criterion.ts'
import type { Lab } from '../support/lab.ts'
import type { Someone } from '../support/people.ts'
import { addCase, buildStudy, type SmallStudy, submitted } from '../support/small-study.ts'

/** What the master coding of a case says. */
export type Key = { readonly score: number; readonly category: 'F' | 'Ds' | 'E'; readonly rationale: string }

export type TrainingWorld = {
  readonly lab: Lab
  readonly study: SmallStudy
  readonly trainer: Someone
  readonly trainee: Someone
  /** Cases in the order of the keys. */
  readonly cases: readonly string[]
  readonly make: (
    input: Partial<TrainingSetInput> & Pick<TrainingSetInput, 'name' | 'feedback' | 'cases'>,
  ) => Promise<string>
}

const criterion = criterionOf(agreement({ variables: { ids: ['class'] }, threshold: 0.9 }))

/** A study with a trainee, and a master coding for every key. Equal but for the keys, whatever stands in them. */
export async function buildTraining(lab: Lab, keys: readonly Key[]): Promise<TrainingWorld> {
  const study = await buildStudy(lab, 'training')
  const trainer = await study.add('trainer', 'trainer')
  const trainee = await study.add('trainee', 'trainee')
  const cases: string[] = []
  for (const [index, key] of keys.entries()) {
    const one = await addCase(study.pi.browser, study.id, `T-${index + 1}`)
    const words = { rationale: `${key.rationale} in the rating`, memo: `${key.rationale} in the memo` }
    const coding = await submitted(lab, study, trainer, one, { ...key, ...words, note: `${key.rationale} in a note` })
    const body = { rationale: `${key.rationale} of the whole case`, isAdditional: false }
    await trainer.browser.call(markMaster, { params: { study: study.id, coding }, body })
    cases.push(one)
  }
  const make: TrainingWorld['make'] = async (input) => {
    const scope: TrainingScope = { variables: [], units: 'none', codes: [], overlap: 0.5, tolerance: 1 }
    const params = { study: study.id }
    const { browser } = trainer
    const rest = input.feedback === 'test' ? { criterion } : {}
    const body = { codebookVersion: study.codebook, scope, ...rest, ...input }
    const { id } = await browser.call(createTrainingSet, { params, body })
    await browser.call(openTrainingSet, { params: { ...params, set: id }, body: {} })
    await browser.call(enrolTrainees, { params: { ...params, set: id }, body: { people: [trainee.id], dueAt: null } })
    return id
  }
  return { lab, study, trainer, trainee, cases, make }
}
