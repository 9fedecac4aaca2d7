import type { StudyActor } from '../base/access.ts'
import type { Trx } from '../base/database/database.ts'
import type { Ground } from '../base/feature.ts'
import { record } from '../base/history.ts'
import { notFound, Refusal } from '../base/refusal.ts'
import { mainMasters } from '../codings/masters-today.ts'
import { refuseStrangers } from '../people/strangers.ts'
import { findCodebook } from '../reliability/queries.ts'
import { watchedSlots } from './compare.ts'
import { deedOn, type PlanContent } from './plan.ts'
import { activePlans, casesOf } from './queries.ts'

function refuse(path: string, message: string): never {
  throw new Refusal('bad-request', message, { faults: [{ path, message }] })
}

/** Only a case with a main master coding can calibrate; its material then fits the codebook. */
async function checkCases(trx: Trx, study: string, { cases, codebookVersion }: PlanContent): Promise<void> {
  const there = await casesOf(trx, study, cases)
  if (there.length !== new Set(cases).size) throw notFound()
  const masters = await mainMasters(trx, { study, codebookVersion })
  const without = there.filter((one) => !masters.has(one.case)).map(({ caseId }) => caseId)
  if (without.length === 0) return
  refuse('cases', `No master coding with this codebook: ${without.join(', ')}. Mark one on the case, or leave it out.`)
}

/** Only somebody who works blind can be watched blind, and by one plan at a time. */
async function checkPeople(trx: Trx, study: string, { people, codebookVersion }: PlanContent): Promise<void> {
  await refuseStrangers(trx, study, people)
  const members = await trx
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person')
    .select(['person.id', 'person.name', 'membership.role'])
    .where('membership.study', '=', study)
    .where('membership.ended_at', 'is', null)
    .where('person.id', 'in', people)
    .execute()
  const supervisors = members.filter(({ role }) => role === 'pi' || role === 'trainer').map(({ name }) => name)
  if (supervisors.length > 0)
    refuse('people', `${supervisors.join(', ')} can see this page and so cannot be watched blind; leave them out.`)
  for (const { id, name } of members) {
    const [other] = await activePlans(trx, codebookVersion, id)
    if (other !== undefined)
      refuse(
        'people',
        `${name} is watched already, by the plan ${other.row.name}. End that plan first, or leave ${name} out.`,
      )
  }
}

/** Begins to watch coders. The plan as it was made stays for ever. */
export async function createPlan(ground: Ground, actor: StudyActor, content: PlanContent): Promise<string> {
  const { ports } = ground
  return ground.write(async (trx) => {
    const codebook = await findCodebook(trx, actor.study, content.codebookVersion)
    await checkCases(trx, actor.study, content)
    await checkPeople(trx, actor.study, content)
    if (watchedSlots(codebook, content).length === 0)
      refuse('variables', 'None of these variables can be watched: choose scales, classifications or presence.')
    const id = ports.id()
    await trx
      .insertInto('drift_plan')
      .values({
        ...{ id, study: actor.study, codebook_version: content.codebookVersion, name: content.name },
        ...{ content: JSON.stringify(content), created_by: actor.person },
        ...{ created_at: ports.now().toISOString(), ended_at: null },
      })
      .execute()
    for (const person of new Set(content.people))
      await trx.insertInto('drift_person').values({ plan: id, person, since_seed: 0, since_recode: 0 }).execute()
    await record(trx, ports, { ...deedOn(actor, id, 'drift plan created'), detail: { new: content } })
    return id
  })
}
