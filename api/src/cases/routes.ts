import {
  changeCase,
  createCase,
  deleteCase,
  type ImportItem,
  importMaterials,
  listCases,
  readCase,
  readMaterial,
  type StudyCase,
  saveObservationRecord,
} from '@attune/contract'
import type { Db } from '../base/database/database.ts'
import type { Ground } from '../base/feature.ts'
import { record } from '../base/history.ts'
import { notFound, Refusal } from '../base/refusal.ts'
import { done, type Route, route } from '../base/route.ts'
import { checkAgainstStudy } from './import.ts'
import { writeRecord } from './observation.ts'
import { codingsBegun, findCase, findMaterial, leaveSets, materialOf, pageOfCases, toCase } from './queries.ts'
import { readApart } from './reading/apart.ts'
import { columnsOf, insertCase, storeItem } from './store.ts'

async function caseOf(db: Db, study: string, id: string): Promise<StudyCase> {
  const row = await findCase(db, study, id)
  if (row === undefined) throw notFound()
  return toCase(row, await findMaterial(db, id))
}

async function refuseTakenName(db: Db, study: string, name: string, except: string): Promise<void> {
  const taken = await db
    .selectFrom('study_case')
    .select('id')
    .where('study', '=', study)
    .where('name', '=', name)
    .where('id', '!=', except)
    .executeTakeFirst()
  if (taken === undefined) return
  const message = `There is already a case ${name} in this study.`
  throw new Refusal('already-exists', message, { faults: [{ path: 'body.case', message }] })
}

export function caseRoutes(ground: Ground): Route[] {
  const { db, write, ports } = ground
  return [
    route(listCases, ({ actor, query }) =>
      pageOfCases(db, actor.study, { after: query.after, limit: query.limit, search: query.search }),
    ),
    route(readCase, ({ actor, params }) => caseOf(db, actor.study, params.case)),
    route(createCase, async ({ actor, body }) => {
      const id = await write(async (trx) => {
        await refuseTakenName(trx, actor.study, body.case, '')
        return insertCase(trx, ground, actor, body)
      })
      return caseOf(db, actor.study, id)
    }),
    route(changeCase, async ({ actor, params, body }) => {
      await write(async (trx) => {
        const there = await caseOf(trx, actor.study, params.case)
        if (there.version !== body.base)
          throw new Refusal('stale', 'Somebody else changed this case meanwhile.', { current: there })
        await refuseTakenName(trx, actor.study, body.case, params.case)
        const targetsChange = JSON.stringify(there.targets) !== JSON.stringify(body.targets)
        if (targetsChange && (await codingsBegun(trx, params.case, ['draft', 'submitted']))) {
          throw new Refusal('in-use', 'Coding of this case has begun; its targets no longer change.')
        }
        const values = { ...columnsOf(body), version: there.version + 1 }
        await trx.updateTable('study_case').set(values).where('id', '=', params.case).execute()
        const { base: _base, ...fields } = body
        const detail = { old: there, new: fields }
        await record(trx, ports, { ...who(actor), action: 'case changed', subject: `case:${params.case}`, detail })
      })
      return caseOf(db, actor.study, params.case)
    }),
    route(deleteCase, async ({ actor, params }) => {
      await write(async (trx) => {
        const there = await caseOf(trx, actor.study, params.case)
        if (await codingsBegun(trx, params.case, ['draft', 'submitted'])) {
          throw new Refusal('in-use', 'Coding of this case has begun; it can no longer be deleted.')
        }
        await leaveSets(trx, params.case)
        await trx.deleteFrom('study_case').where('id', '=', params.case).execute()
        const detail = { old: there }
        await record(trx, ports, { ...who(actor), action: 'case deleted', subject: `case:${params.case}`, detail })
      })
      await ground.scrub()
      return done
    }),
    route(importMaterials, ({ actor, body }) => importItems(ground, actor, body)),
    route(readMaterial, async ({ actor, params }) => {
      await caseOf(db, actor.study, params.case)
      const row = await findMaterial(db, params.case)
      if (row === undefined) throw notFound()
      return materialOf(row)
    }),
    route(saveObservationRecord, async ({ actor, params, body }) => {
      await caseOf(db, actor.study, params.case)
      return writeRecord(ground, { ...who(actor), studyCase: params.case }, body)
    }),
  ]
}

type Author = { readonly study: string; readonly person: string }
const who = ({ study, person }: Author): Author => ({ study, person })

/** All or nothing: one fault anywhere and no row is written. */
async function importItems(
  ground: Ground,
  author: Author,
  body: { readonly dryRun: boolean; readonly items: readonly ImportItem[] },
) {
  const items = await readApart(body.items)
  return ground.write(async (trx) => {
    const reports = await checkAgainstStudy(trx, author.study, items)
    const isClean = reports.every((report) => report.faults.length === 0)
    if (body.dryRun || !isClean) return { stored: false, items: reports }
    for (const item of items) await storeItem(trx, ground, who(author), item)
    return { stored: true, items: reports }
  })
}
