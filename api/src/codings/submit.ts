import { type Extent, missingForSubmission, missingIntervals, slotKey } from '@attune/codebooks'
import { type CodingHead, codingHead, type Declaration, type FieldFault } from '@attune/contract'
import type { StudyActor } from '../base/access.ts'
import type { Trx } from '../base/database/database.ts'
import type { Ground } from '../base/feature.ts'
import { record } from '../base/history.ts'
import { sha256 } from '../base/ports.ts'
import { Refusal } from '../base/refusal.ts'
import { findMaterial, materialOf } from '../cases/queries.ts'
import { goOn } from '../training/attempts/finish.ts'
import { episodesOf, intervalsOf } from './marks.ts'
import { annotationsOf, type CodingPlace, findPlace, headOf, ratingsOf } from './queries.ts'
import { earlierAnswer, keepAnswer } from './save.ts'
import { missingInTraining, refuseOver } from './training.ts'

async function refuseIncomplete(trx: Trx, place: CodingPlace, declared: Declaration | undefined): Promise<void> {
  const ratings = await ratingsOf(trx, place.row.id)
  const annotations = await annotationsOf(trx, place.row.id)
  const missing = missingForSubmission(place.codebook, place.targets, ratings, annotations)
  const faults = [
    ...missing.map(({ slot, message }) => ({ path: slotKey(slot), message })),
    ...(await missingSamplings(trx, place)),
    ...(await missingInTraining(trx, place, annotations, declared)),
  ]
  if (faults.length === 0) return
  throw new Refusal(
    'incomplete',
    `${faults.length} ${faults.length === 1 ? 'thing is' : 'things are'} still missing.`,
    { faults },
  )
}

/** Only a codebook that requires intervals has its observation read for them. */
async function missingSamplings(trx: Trx, { row, codebook, studyCase }: CodingPlace): Promise<FieldFault[]> {
  if (!codebook.sampling?.some((sampling) => sampling.required)) return []
  const extent = await extentOf(trx, row.id, studyCase.id)
  return missingIntervals(codebook, extent, await intervalsOf(trx, row.id)).map(({ sampling, series, message }) => ({
    path: ['sampling', sampling, series.subject, series.episode].filter((part) => part !== null).join('.'),
    message,
  }))
}

/** How long the observation was: its record says so, and for episodes the coder before the record. */
async function extentOf(trx: Trx, coding: string, studyCase: string): Promise<Extent> {
  const found = await findMaterial(trx, studyCase)
  const material = found && materialOf(found)
  const record = material?.kind === 'observation' ? material : { episodes: [], events: [] }
  const own = await episodesOf(trx, coding)
  const named = new Set(own.map(({ episode }) => episode))
  const episodes = [...record.episodes.filter(({ episode }) => !named.has(episode)), ...own]
  const ends = [...episodes, ...record.events].map(({ onset, offset }) => offset ?? onset)
  return { end: ends.length === 0 ? null : Math.max(...ends), episodes }
}

/** What was submitted, as one hash: shows later that not a letter changed. */
async function fingerprint(trx: Trx, coding: string, memo: string): Promise<string> {
  const marks = [await intervalsOf(trx, coding), await episodesOf(trx, coding)]
  return sha256(JSON.stringify([await ratingsOf(trx, coding), await annotationsOf(trx, coding), memo, ...marks]))
}

const declaredOf = (declaration: Declaration | undefined) =>
  declaration === undefined ? null : JSON.stringify(declaration)

type Submission = {
  readonly operation: string
  readonly revision: number
  readonly declaration?: Declaration | undefined
}

/** Freezes a complete draft. The database refuses every later change of it. */
export async function submit(
  ground: Ground,
  actor: StudyActor,
  coding: string,
  { operation, revision, declaration }: Submission,
): Promise<CodingHead> {
  return ground.write(async (trx) => {
    const earlier = await earlierAnswer(trx, coding, operation)
    if (earlier !== undefined) return codingHead.parse(earlier)
    const place = await findPlace(trx, actor.study, coding)
    if (place.row.state === 'submitted') throw new Refusal('already-submitted', 'This coding was already submitted.')
    const now = ground.ports.now().toISOString()
    await refuseOver(trx, place, now)
    if (place.row.revision !== revision) {
      throw new Refusal('stale', 'Another window changed this coding meanwhile.', {
        current: { revision: place.row.revision },
      })
    }
    await refuseIncomplete(trx, place, declaration)
    const hash = await fingerprint(trx, coding, place.row.memo)
    await trx
      .updateTable('coding')
      .set({ state: 'submitted', submitted_at: now, changed_at: now, declaration: declaredOf(declaration) })
      .where('id', '=', coding)
      .execute()
    const deed = { person: actor.person, study: actor.study, action: 'coding submitted', subject: `coding:${coding}` }
    const declared = declaration === undefined ? {} : { declaration }
    await record(trx, ground.ports, { ...deed, detail: { version: place.row.version, hash, ...declared } })
    if (place.training !== null) await goOn(trx, ground, place.training)
    const head = headOf(await findPlace(trx, actor.study, coding))
    await keepAnswer(trx, coding, operation, head, now)
    return head
  })
}
