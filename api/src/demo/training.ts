import type { StudyActor } from '../base/access.ts'
import type { Trx } from '../base/database/database.ts'
import type { Ground } from '../base/feature.ts'
import { saveOperation } from '../codings/save.ts'
import { submit } from '../codings/submit.ts'
import { createPlan } from '../drift/create.ts'
import { casesOfAttempt, nextOf } from '../training/attempts/queries.ts'
import { writeReflection } from '../training/attempts/requests.ts'
import { startAttempt } from '../training/attempts/start.ts'
import { openSet } from '../training/sets/opening.ts'
import { enrol } from '../training/sets/people.ts'
import { createSet } from '../training/sets/write.ts'
import { idIn, type Place, storeCoding } from './coding.ts'
import type { DemoAttempt, DemoSet, DemoTraining } from './training-files.ts'

/** The demo is made in one transaction; each of its deeds has its own time. */
const groundAt = (trx: Trx, ground: Ground, at: string): Ground => ({
  ...ground,
  db: trx,
  write: (work) => work(trx),
  ports: { ...ground.ports, now: () => new Date(at) },
})

const actorOf = (place: Place, key: string, role: StudyActor['role']): StudyActor => ({
  person: idIn(place.people, key, 'the person'),
  session: '',
  isOwner: false,
  study: place.study,
  role,
})

async function addSet(trx: Trx, ground: Ground, place: Place, set: DemoSet, sets: Map<string, string>): Promise<void> {
  const { key, codebook, cases, prerequisite, openedAt, people, ...input } = set
  const own = groundAt(trx, ground, openedAt)
  const trainer = actorOf(place, 'trainer', 'trainer')
  const { id } = await createSet(own, trainer, {
    ...input,
    codebookVersion: idIn(place.versions, codebook, 'the codebook'),
    cases: cases.map((one) => idIn(place.cases, one, 'the case')),
    prerequisite: prerequisite === null ? null : idIn(sets, prerequisite, 'the set'),
  })
  sets.set(key, id)
  await openSet(own, trainer, id)
  for (const { key: person, dueAt } of people) {
    await enrol(own, trainer, id, { people: [idIn(place.people, person, 'the person')], dueAt })
  }
}

/** An attempt from its start to its last submission, by the same deeds as a trainee's own. */
async function addAttempt(trx: Trx, ground: Ground, place: Place, attempt: DemoAttempt, set: string): Promise<void> {
  const trainee = actorOf(place, attempt.person, 'trainee')
  const id = await startAttempt(groundAt(trx, ground, attempt.startedAt), trainee, set, ground.ports.id())
  for (const demo of attempt.cases) {
    const next = nextOf(await casesOfAttempt(trx, id))
    const isMeant = next?.case === idIn(place.cases, demo.case, 'the case')
    if (next?.coding == null || !isMeant) throw new Error(`${demo.case} is not what ${attempt.person} codes next.`)
    const { coding, position } = next
    const own = groundAt(trx, ground, demo.submittedAt)
    const slot = (variable: string) => ({ variable, target: null, episode: null })
    const values = [
      { slot: slot('disorganisation'), value: { kind: 'score', score: demo.disorganisation }, rationale: '' },
      { slot: slot('classification'), value: { kind: 'class', classes: demo.classes }, rationale: demo.rationale },
    ] as const
    let revision = 0
    for (const { slot: at, value, rationale } of values) {
      const rated = value.kind === 'class' ? { ...value, classes: [...value.classes] } : value
      const change = { type: 'put-rating', slot: at, value: rated, confidence: 4, rationale, base: 0 } as const
      const answer = await saveOperation(own, trainee, coding, { operation: ground.ports.id(), change })
      revision = answer.revision
    }
    const declaration = { knew: false, note: '' }
    await submit(own, trainee, coding, { operation: ground.ports.id(), revision, declaration })
    if (demo.reflection !== '') await writeReflection(own, trainee, { attempt: id, position }, demo.reflection)
  }
}

/** A plan that watches a coder, and the calibration cases that the coder took for ordinary work. */
async function addDrift(trx: Trx, ground: Ground, place: Place, { drift, calibration }: DemoTraining): Promise<void> {
  const { codebook, startedAt, people, cases, ...content } = drift
  const plan = await createPlan(groundAt(trx, ground, startedAt), actorOf(place, 'trainer', 'trainer'), {
    ...content,
    codebookVersion: idIn(place.versions, codebook, 'the codebook'),
    people: people.map((person) => idIn(place.people, person, 'the person')),
    cases: cases.map((one) => idIn(place.cases, one, 'the case')),
  })
  for (const demo of calibration) {
    const coding = await storeCoding(trx, ground, place, demo)
    const person = idIn(place.people, demo.coder, 'the person')
    const seed = { plan, person, coding, kind: 'master', original: null, placed_at: startedAt } as const
    await trx.insertInto('drift_coding').values(seed).execute()
  }
}

/** Training sets, attempts already made, and a coder who drifts. */
export async function addTraining(trx: Trx, ground: Ground, place: Place, training: DemoTraining): Promise<void> {
  const sets = new Map<string, string>()
  for (const set of training.sets) await addSet(trx, ground, place, set, sets)
  for (const attempt of training.attempts) {
    await addAttempt(trx, ground, place, attempt, idIn(sets, attempt.set, 'the set'))
  }
  await addDrift(trx, ground, place, training)
}
