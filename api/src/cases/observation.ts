import type { EpisodeSpan, ObservationRecord, RecordEvent } from '@attune/contract'
import type { Ground } from '../base/feature.ts'
import { record } from '../base/history.ts'
import { sha256 } from '../base/ports.ts'
import { Refusal } from '../base/refusal.ts'
import { codingsBegun, findMaterial, materialOf } from './queries.ts'

type Written = {
  readonly base: number
  readonly episodes: readonly EpisodeSpan[]
  readonly events: readonly RecordEvent[]
}
type Place = { readonly study: string; readonly person: string; readonly studyCase: string }

/** Rows as they were typed, with the faults a table shows beside its lines. */
function faultsOf({ episodes, events }: Written) {
  const late = (path: string) => ({ path, message: 'The offset lies before the onset.' })
  return [
    ...episodes.flatMap((span, row) => (span.offset < span.onset ? [late(`episodes.${row}.offset`)] : [])),
    ...events.flatMap((event, row) =>
      event.offset !== null && event.offset < event.onset ? [late(`events.${row}.offset`)] : [],
    ),
  ]
}

/** Writes a record by hand, whole. Once somebody has submitted a coding of the case it stays as they saw it. */
export async function writeRecord(ground: Ground, place: Place, written: Written): Promise<ObservationRecord> {
  const faults = faultsOf(written)
  if (faults.length > 0) throw new Refusal('bad-request', 'Some times cannot be.', { faults })
  const structure = {
    episodes: [...written.episodes].sort((one, other) => one.onset - other.onset),
    events: [...written.events].sort((one, other) => one.onset - other.onset),
  }
  return ground.write(async (trx) => {
    const there = await findMaterial(trx, place.studyCase)
    if (there?.kind === 'transcript')
      throw new Refusal('in-use', 'This case has a transcript; a case has one material.')
    if ((there?.version ?? 0) !== written.base) {
      const current = there === undefined ? null : materialOf(there)
      throw new Refusal('stale', 'Somebody else changed this record meanwhile.', { current })
    }
    if (await codingsBegun(trx, place.studyCase, ['submitted'])) {
      throw new Refusal('already-submitted', 'A coding of this case was submitted; its record no longer changes.')
    }
    const raw = JSON.stringify(structure)
    const version = written.base + 1
    const values = { raw, structure: raw, sha256: sha256(raw), version }
    const id = there?.id ?? ground.ports.id()
    if (there === undefined) {
      const origin = { kind: 'observation', name: 'entered by hand', encoding: 'typed', words: 0 } as const
      const added = { added_by: place.person, added_at: ground.ports.now().toISOString() }
      await trx
        .insertInto('material')
        .values({ id, study_case: place.studyCase, ...origin, ...values, ...added })
        .execute()
    } else {
      await trx.updateTable('material').set(values).where('id', '=', id).execute()
    }
    const { study, person } = place
    const detail = { old: there?.sha256 ?? null, new: values.sha256, version }
    await record(trx, ground.ports, {
      study,
      person,
      action: 'record written',
      subject: `case:${place.studyCase}`,
      detail,
    })
    return { kind: 'observation', id, version, ...structure }
  })
}
