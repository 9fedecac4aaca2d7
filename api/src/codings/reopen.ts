import type { StudyActor } from '../base/access.ts'
import type { Trx } from '../base/database/database.ts'
import { refuseDisabled } from '../base/disabled.ts'
import type { Ground } from '../base/feature.ts'
import { record } from '../base/history.ts'
import { Refusal } from '../base/refusal.ts'
import { recodes } from '../drift/recodes.ts'
import { refuseExplainedSince } from './burnt.ts'
import { copyItems } from './copy.ts'
import { findPlace } from './queries.ts'
import { nextVersion } from './version.ts'

/** A second look is compared with the first as it was handed in; only the first one is work of the study. */
async function refuseRecode(trx: Trx, coding: string): Promise<void> {
  const found = await recodes(trx).where('drift_coding.coding', '=', coding).executeTakeFirst()
  if (found === undefined) return
  const message = 'This is a second look at an earlier case, made to watch for drift: reopen the earlier coding.'
  throw new Refusal('in-use', message)
}

/** A new draft version with everything the submitted one holds; the submitted one stays as it is, for ever. */
export async function reopen(ground: Ground, actor: StudyActor, coding: string, reason: string): Promise<string> {
  const { ports } = ground
  return ground.write(async (trx) => {
    const place = await findPlace(trx, actor.study, coding)
    const { row, studyCase } = place
    if (row.attempt !== null) {
      const message = 'This coding belongs to training: approve another attempt, or reopen the attempt.'
      throw new Refusal('in-use', message)
    }
    await refuseRecode(trx, coding)
    if (row.state !== 'submitted') throw new Refusal('in-use', 'Only a submitted coding can be reopened.')
    const later = await trx
      .selectFrom('coding')
      .select('id')
      .where('study_case', '=', row.study_case)
      .where('coder', '=', row.coder)
      .where('codebook_version', '=', row.codebook_version)
      .where('version', '>', row.version)
      .where('attempt', 'is', null)
      .where((where) => where.or([where('id', 'not in', recodes(trx)), where('state', '<>', 'submitted')]))
      .executeTakeFirst()
    if (later !== undefined) throw new Refusal('in-use', 'There is already a later version of this coding.')
    await refuseExplainedSince(trx, place)
    await refuseDisabled(trx, row.coder)
    const id = ports.id()
    const now = ports.now().toISOString()
    const version = await nextVersion(trx, row)
    const fresh = {
      id,
      version,
      state: 'draft',
      reason,
      created_at: now,
      changed_at: now,
      submitted_at: null,
      declaration: null,
    } as const
    await trx
      .insertInto('coding')
      .values({ ...row, ...fresh, revision: 0 })
      .execute()
    await copyItems(trx, coding, id)
    const deed = { person: actor.person, study: actor.study, action: 'coding reopened', subject: `coding:${id}` }
    await record(trx, ports, {
      ...deed,
      detail: { from: coding, version, reason, case: studyCase.name },
    })
    return id
  })
}
