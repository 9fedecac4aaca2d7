import type { StudyActor } from '../base/access.ts'
import type { Trx } from '../base/database/database.ts'
import type { Ground } from '../base/feature.ts'
import { record } from '../base/history.ts'
import type { Ports } from '../base/ports.ts'
import { notFound, Refusal } from '../base/refusal.ts'

/**
 * Takes a study out with everything in it, frozen codings included. Its history keeps who did what and when, and its hashes,
 * so that the chain can still be checked; the details, which quote codes and memos, go.
 */
export async function eraseStudy(trx: Trx, ports: Ports, person: string, study: string): Promise<void> {
  await trx.insertInto('erasure').values({ study }).execute()
  const codings = trx.selectFrom('coding').select('id').where('study', '=', study)
  const cases = trx.selectFrom('study_case').select('id').where('study', '=', study)
  // What is kept of training hangs on codings, and a certificate on a score.
  for (const table of ['certificate', 'attempt_score', 'attempt', 'training_set', 'drift_plan'] as const) {
    await trx.deleteFrom(table).where('study', '=', study).execute()
  }
  // Children first: the guards of frozen rows ask the rows above them which study they belong to.
  for (const table of ['operation', 'annotation', 'rating', 'interval_mark', 'episode_mark'] as const) {
    await trx.deleteFrom(table).where('coding', 'in', codings).execute()
  }
  await trx.deleteFrom('master').where('study', '=', study).execute()
  await trx.deleteFrom('coding').where('study', '=', study).execute()
  await trx.deleteFrom('material').where('study_case', 'in', cases).execute()
  for (const table of ['study_case', 'codebook_version', 'invitation', 'membership'] as const) {
    await trx.deleteFrom(table).where('study', '=', study).execute()
  }
  await trx.deleteFrom('study').where('id', '=', study).execute()
  await trx.updateTable('history').set({ detail: null }).where('study', '=', study).execute()
  await trx.deleteFrom('erasure').where('study', '=', study).execute()
  await record(trx, ports, { person, study, action: 'study deleted', subject: `study:${study}`, detail: {} })
}

/** The name must be repeated, so that nobody deletes the wrong study. */
export async function deleteStudyNamed(ground: Ground, actor: StudyActor, name: string): Promise<void> {
  await ground.write(async (trx) => {
    const study = await trx.selectFrom('study').select('name').where('id', '=', actor.study).executeTakeFirst()
    if (study === undefined) throw notFound()
    if (study.name !== name.trim()) {
      const message = 'This is not the name of the study. Nothing was deleted.'
      throw new Refusal('bad-request', message, { faults: [{ path: 'body.name', message }] })
    }
    await eraseStudy(trx, ground.ports, actor.person, actor.study)
  })
  await ground.scrub()
}
