import type { Workspace } from '@attune/contract'
import type { StudyActor } from '../base/access.ts'
import type { Db } from '../base/database/database.ts'
import type { Ground } from '../base/feature.ts'
import { notFound } from '../base/refusal.ts'
import { findMaterial, materialOf } from '../cases/queries.ts'
import { isOpenRecode } from '../drift/recodes.ts'
import { episodesOf, intervalsOf } from './marks.ts'
import { annotationsOf, type CodingPlace, type CodingRow, findPlace, headOf, ratingsOf } from './queries.ts'
import { isOver, trainingShown } from './training.ts'

async function versionsOfCoding(db: Db, row: CodingRow): Promise<Workspace['versions']> {
  const rows = await db
    .selectFrom('coding')
    .select(['id', 'version', 'state', 'submitted_at as submittedAt', 'reason'])
    .where('study_case', '=', row.study_case)
    .where('coder', '=', row.coder)
    .where('codebook_version', '=', row.codebook_version)
    .where('attempt', row.attempt === null ? 'is' : '=', row.attempt)
    .orderBy('version')
    .execute()
  return rows
}

/** Head and versions as the reader may know them: a coder who codes an own case again has a case like any other. */
async function shownAs(db: Db, place: CodingPlace, actor: StudyActor): Promise<Pick<Workspace, 'coding' | 'versions'>> {
  const [coding, versions] = [headOf(place), await versionsOfCoding(db, place.row)]
  if (place.row.coder !== actor.person || !(await isOpenRecode(db, coding.id))) return { coding, versions }
  const own = versions.filter(({ id }) => id === coding.id)
  return { coding: { ...coding, version: 1 }, versions: own.map((one) => ({ ...one, version: 1 })) }
}

export async function openWorkspace(ground: Ground, actor: StudyActor, coding: string): Promise<Workspace> {
  const { db } = ground
  const place = await findPlace(db, actor.study, coding)
  const now = ground.ports.now().toISOString()
  const material = await findMaterial(db, place.studyCase.id)
  if (material === undefined) throw notFound()
  const coder = await db
    .selectFrom('person')
    .select(['id', 'login', 'name'])
    .where('id', '=', place.row.coder)
    .executeTakeFirstOrThrow()
  return {
    ...(await shownAs(db, place, actor)),
    coder,
    mayWrite: place.row.coder === actor.person && place.row.state !== 'submitted' && !(await isOver(db, place, now)),
    material: materialOf(material),
    codebook: place.codebook,
    ratings: await ratingsOf(db, coding),
    annotations: await annotationsOf(db, coding),
    intervals: await intervalsOf(db, coding),
    episodes: await episodesOf(db, coding),
    memo: { text: place.row.memo, version: place.row.memo_version },
    revision: place.row.revision,
    training: await trainingShown(db, place),
  }
}

/** Only what changes a coding itself; anything else that was done around it is not its coder's to know. */
const ownActions = [
  'rating changed',
  'annotation added',
  'annotation changed',
  'annotation removed',
  'memo changed',
  'interval scored',
  'interval taken back',
  'episode changed',
  'coding submitted',
]

export async function historyOfCoding(db: Db, coding: string) {
  const rows = await db
    .selectFrom('history')
    .leftJoin('person', 'person.id', 'history.person')
    .select(['history.at', 'history.action', 'history.detail', 'person.name'])
    .where('history.subject', '=', `coding:${coding}`)
    .where('history.action', 'in', ownActions)
    .orderBy('history.sequence')
    .execute()
  return rows.map((row) => {
    const detail: { item?: string; old?: unknown; new?: unknown } = JSON.parse(row.detail ?? '{}')
    const shown = (value: unknown) => (value === undefined || value === null ? '' : JSON.stringify(value))
    return {
      at: row.at,
      person: row.name ?? '',
      item: detail.item ?? row.action,
      old: shown(detail.old),
      new: shown(detail.new),
    }
  })
}
