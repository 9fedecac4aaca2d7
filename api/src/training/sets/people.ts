import type { TrainingSet } from '@attune/contract'
import type { StudyActor } from '../../base/access.ts'
import type { Ground } from '../../base/feature.ts'
import { record } from '../../base/history.ts'
import { notFound, Refusal } from '../../base/refusal.ts'
import { refuseStrangers } from '../../people/strangers.ts'
import { findSet, readSet } from './queries.ts'
import { deedOn } from './write.ts'

type Enrolment = { readonly people: readonly string[]; readonly dueAt: string | null }

/** Gives a set to people. Who has it keeps what was granted and gets the new date; who had it has it again. */
export async function enrol(
  ground: Ground,
  actor: StudyActor,
  set: string,
  { people: named, dueAt }: Enrolment,
): Promise<TrainingSet> {
  return ground.write(async (trx) => {
    const row = await findSet(trx, actor.study, set)
    if (row.state === 'closed')
      throw new Refusal('in-use', 'This set is closed: nobody can begin another attempt. Copy it for more people.')
    const people = [...new Set(named)]
    await refuseStrangers(trx, actor.study, people)
    const there = await trx
      .selectFrom('enrolment')
      .select(['person', 'due_at', 'ended_at'])
      .where('training_set', '=', set)
      .where('person', 'in', people)
      .execute()
    const created_at = ground.ports.now().toISOString()
    for (const person of people) {
      await trx
        .insertInto('enrolment')
        .values({ training_set: set, person, due_at: dueAt, granted: 0, created_at, ended_at: null })
        .onConflict((conflict) =>
          conflict.columns(['training_set', 'person']).doUpdateSet({ due_at: dueAt, ended_at: null }),
        )
        .execute()
    }
    const old = there.map(({ person, due_at, ended_at }) => ({ person, dueAt: due_at, isEnded: ended_at !== null }))
    const detail = { old, new: people.map((person) => ({ person, dueAt })) }
    await record(trx, ground.ports, { ...deedOn(actor, set, 'trainees enrolled'), detail })
    return readSet(trx, actor.study, set)
  })
}

/** Attempts already made stay, and a running one may be finished. */
export async function endEnrolment(
  ground: Ground,
  actor: StudyActor,
  set: string,
  person: string,
): Promise<TrainingSet> {
  return ground.write(async (trx) => {
    await findSet(trx, actor.study, set)
    const ended = await trx
      .updateTable('enrolment')
      .set({ ended_at: ground.ports.now().toISOString() })
      .where('training_set', '=', set)
      .where('person', '=', person)
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    if (Number(ended.numUpdatedRows) === 0) throw notFound()
    const detail = { old: person, new: null }
    await record(trx, ground.ports, { ...deedOn(actor, set, 'enrolment ended'), detail })
    return readSet(trx, actor.study, set)
  })
}
