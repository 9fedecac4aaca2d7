import {
  createDriftPlan,
  createTrainingSet,
  enrolTrainees,
  markMaster,
  openCoding,
  openTrainingSet,
  readAttempt,
  readMyTraining,
  requestAttempt,
  startAttempt,
  submitCoding,
  type TrainingSetInput,
} from '@attune/contract'
import { agreement, criterionOf } from '../../support/criterion.ts'
import type { Lab } from '../support/lab.ts'
import type { Someone } from '../support/people.ts'
import { addCase, code, type SmallStudy, submitted } from '../support/small-study.ts'
import type { ActorName, Cage } from './canaries.ts'
import type { Coding } from './coding-states.ts'

/** Ids of what a study has in training, by the parameter of the path they stand for. */
export type TrainingPlace = {
  readonly set: string
  /** Finished, with feedback on its one case. */
  readonly attempt: string
  readonly position: '1'
  readonly certificate: string
  readonly plan: string
  /** A case with a master coding. */
  readonly mastered: string
  /** The one case of `set`. */
  readonly practised: string
  readonly request: string
}

type Who = {
  readonly trainer: Someone
  readonly trainee: Someone
  readonly traineeName: ActorName
  /** A coder who is watched for drift. */
  readonly watched: Someone
  readonly supervisors: readonly ActorName[]
}
type Hand = { readonly lab: Lab; readonly cage: Cage; readonly study: SmallStudy }

const scope = (): TrainingSetInput['scope'] => ({ variables: [], units: 'none', codes: [], overlap: 0.5, tolerance: 1 })
const criterion = (title: string) =>
  criterionOf(agreement({ variables: { ids: ['class'] }, threshold: 0.5 }), { title })

/**
 * A practice whose feedback the trainee saw, a test that gave a certificate, a test that runs, and a plan that watches a coder.
 * What the master said of the practised case is the trainee's to know by now; of the tested ones it is not.
 */
export async function addTraining(hand: Hand, who: Who): Promise<{ training: TrainingPlace; codings: Coding[] }> {
  const { lab, cage, study } = hand
  const { trainer, trainee, traineeName, supervisors } = who
  const both = [traineeName, ...supervisors] as const
  const masterOf = async (name: string, mayKnow: readonly ActorName[]) => {
    const id = await addCase(study.pi.browser, study.id, name)
    const hide = (what: string) => cage.hide(`${what} of the master of ${name} in ${study.name}`, ...mayKnow)
    // The memo is the master's own and in no feedback.
    const memo = cage.hide(`memo of the master of ${name} in ${study.name}`, ...supervisors)
    const words = { rationale: hide('rating'), note: hide('annotation'), memo }
    const coding = await submitted(lab, study, trainer, id, { score: 6, category: 'E', ...words })
    cage.watch(`id of the master coding of ${name} in ${study.name}`, coding, ...supervisors)
    const body = { rationale: `${hide('case')} is why.`, isAdditional: false }
    await trainer.browser.call(markMaster, { params: { study: study.id, coding }, body })
    return id
  }
  const practised = await masterOf('P-1', both)
  const tested = await masterOf('P-2', supervisors)
  const running = await masterOf('P-3', supervisors)

  const params = { study: study.id }
  const make = async (
    what: string,
    input: Partial<TrainingSetInput> & Pick<TrainingSetInput, 'cases' | 'feedback'>,
  ) => {
    const hide = (part: string) => cage.hide(`${part} of the ${what} in ${study.name}`, ...both)
    const body = {
      name: hide('name'),
      // The practice is copied for somebody else later on.
      description: input.feedback === 'test' ? hide('description') : '',
      codebookVersion: study.codebook,
      scope: scope(),
      ...input,
    }
    const { id } = await trainer.browser.call(createTrainingSet, { params, body })
    cage.watch(`id of the ${what} in ${study.name}`, id, ...both)
    await trainer.browser.call(openTrainingSet, { params: { ...params, set: id }, body: {} })
    await trainer.browser.call(enrolTrainees, {
      params: { ...params, set: id },
      body: { people: [trainee.id], dueAt: null },
    })
    return id
  }
  const title = cage.hide(`title of the criterion in ${study.name}`, ...both)
  const practice = await make('practice', { feedback: 'practice', cases: [practised] })
  const test = await make('test', { feedback: 'test', cases: [tested], criterion: criterion(title), certifies: true })
  const open = await make('running test', { feedback: 'test', cases: [running], criterion: criterion(title) })

  const start = async (set: string) => {
    const body = { operation: lab.ports.id() }
    const view = await trainee.browser.call(startAttempt, { params: { ...params, set }, body })
    const coding = view.cases[0]?.coding ?? ''
    for (const [what, id] of [
      ['attempt', view.attempt.id],
      ['coding', coding],
    ] as const) {
      cage.watch(`id of an ${what} of ${set} in ${study.name}`, id, ...both)
    }
    const words = { rationale: cage.hide(`rationale in an attempt of ${set} in ${study.name}`, ...both) }
    await code(lab, trainee.browser, study.id, coding, { score: 6, category: 'E', ...words })
    return { attempt: view.attempt.id, coding }
  }
  const finish = async (coding: string) => {
    const { revision } = await trainee.browser.call(openCoding, { params: { ...params, coding } })
    const note = cage.hide(`declaration of ${coding} in ${study.name}`, ...supervisors)
    const body = { operation: lab.ports.id(), revision, declaration: { knew: true, note } }
    await trainee.browser.call(submitCoding, { params: { ...params, coding }, body })
  }
  const first = await start(practice)
  await finish(first.coding)
  const second = await start(test)
  await finish(second.coding)
  const third = await start(open)

  const note = cage.hide(`note of a request in ${study.name}`, ...supervisors)
  await trainee.browser.call(requestAttempt, { params: { ...params, set: practice }, body: { note } })
  const request = await lab.ground.db
    .selectFrom('attempt_request')
    .select('id')
    .where('training_set', '=', practice)
    .executeTakeFirstOrThrow()
  const { certificate } = await trainee.browser.call(readAttempt, { params: { ...params, attempt: second.attempt } })
  if (certificate === null) throw new Error('The test gave no certificate.')
  cage.watch(`id of the certificate in ${study.name}`, certificate, ...both)
  await trainee.browser.call(readMyTraining, { params })

  const plan = await trainer.browser.call(createDriftPlan, {
    params,
    body: {
      name: cage.hide(`name of the plan in ${study.name}`, ...supervisors),
      codebookVersion: study.codebook,
      cases: [running],
      people: [who.watched.id],
      every: 1,
      charts: {
        agreement: { chart: 'p', within: 1, expected: 0.9 },
        bias: { chart: 'individuals', expected: 0, deviation: 0.3 },
      },
    },
  })
  cage.watch(`id of the plan in ${study.name}`, plan.id, ...supervisors)
  return {
    training: {
      set: practice,
      attempt: first.attempt,
      position: '1',
      certificate,
      plan: plan.id,
      request: request.id,
      mastered: running,
      practised,
    },
    codings: [
      { id: first.coding, state: 'practised', coder: traineeName },
      { id: second.coding, state: 'tested', coder: traineeName },
      { id: third.coding, state: 'in a test', coder: traineeName },
    ],
  }
}
