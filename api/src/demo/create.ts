import type { Trx } from '../base/database/database.ts'
import type { Ground } from '../base/feature.ts'
import { record } from '../base/history.ts'
import type { Ports } from '../base/ports.ts'
import { Refusal } from '../base/refusal.ts'
import { readItem } from '../cases/import.ts'
import { columnsOf, storeItem } from '../cases/store.ts'
import { readContent, versionsOf } from '../codebooks/queries.ts'
import { requiredKeys, targetsOf } from '../codings/queries.ts'
import { noPassword } from '../people/passwords.ts'
import { storeCoding } from './coding.ts'
import { type DemoFiles, type DemoPerson, type DemoSource, readDemoFiles } from './files.ts'
import { findDemo } from './state.ts'

const name = 'Demo: adult interviews and reunions'
const description =
  'A synthetic study to look around in: invented interviews and observations, master codings by the project, three simulated trainees and two blind coders. Nothing here is about a real person.'

type Place = {
  readonly study: string
  readonly people: ReadonlyMap<string, string>
  readonly cases: ReadonlyMap<string, string>
}

async function addPeople(
  trx: Trx,
  ports: Ports,
  study: string,
  people: readonly DemoPerson[],
): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  const created_at = ports.now().toISOString()
  for (const one of people) {
    const taken = await trx.selectFrom('person').select('id').where('login', '=', one.login).executeTakeFirst()
    if (taken !== undefined)
      throw new Refusal('already-exists', `The sign-in name ${one.login} is taken, so the demo cannot use it.`)
    const id = ports.id()
    const account = { id, login: one.login, name: one.name, password_hash: noPassword, created_at, disabled_at: null }
    await trx
      .insertInto('person')
      .values({ ...account, is_owner: 0, is_demo: 1 })
      .execute()
    await trx
      .insertInto('membership')
      .values({ study, person: id, role: one.role, created_at, ended_at: null })
      .execute()
    ids.set(one.key, id)
  }
  return ids
}

async function addCases(
  trx: Trx,
  ground: Ground,
  study: string,
  person: string,
  files: DemoFiles,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const one of files.cases) {
    const source = { text: one.source }
    const item = readItem({ name: one.file, case: one.case, kind: one.material, source, interviewers: [] })
    const fault = item.report.faults[0]
    if (fault !== undefined) throw new Error(`${one.file}, line ${fault.line}: ${fault.message}`)
    const id = await storeItem(trx, ground, { study, person }, item)
    await trx.updateTable('study_case').set(columnsOf(one)).where('id', '=', id).execute()
    ids.set(one.case, id)
  }
  return ids
}

/** What simulated people have not coded yet is left for a visitor to code. */
async function addOpenAssignments(
  trx: Trx,
  ports: Ports,
  files: DemoFiles,
  place: Place,
  versions: ReadonlyMap<string, string>,
): Promise<void> {
  const done = new Set(files.codings.map((coding) => `${coding.coder} ${coding.case} ${coding.codebook}`))
  const coders = files.people.filter(({ role }) => role === 'trainee')
  const now = ports.now().toISOString()
  for (const coder of coders) {
    const codebooks = new Set(
      files.codings.filter((coding) => coding.coder === coder.key).map((coding) => coding.codebook),
    )
    const open = files.cases.flatMap((one) =>
      one.codebooks.filter((codebook) => codebooks.has(codebook)).map((codebook) => ({ one, codebook })),
    )
    for (const { one, codebook } of open) {
      if (done.has(`${coder.key} ${one.case} ${codebook}`)) continue
      const version = versions.get(codebook) ?? ''
      const content = readContent(
        (await trx.selectFrom('codebook_version').select('content').where('id', '=', version).executeTakeFirstOrThrow())
          .content,
      )
      const required = requiredKeys(content, targetsOf(JSON.stringify(one.targets), content)).size
      const whose = {
        study: place.study,
        study_case: place.cases.get(one.case) ?? '',
        coder: place.people.get(coder.key) ?? '',
      }
      const start = {
        version: 1,
        state: 'not-started',
        reason: '',
        memo: '',
        memo_version: 0,
        revision: 0,
        rated: 0,
      } as const
      const times = { created_at: now, changed_at: now, submitted_at: null }
      await trx
        .insertInto('coding')
        .values({ id: ports.id(), ...whose, codebook_version: version, ...start, required, ...times })
        .execute()
    }
  }
}

async function versionIds(trx: Trx, study: string): Promise<Map<string, string>> {
  const rows = await versionsOf(trx, study).select(['id', 'codebook', 'number']).execute()
  return new Map(rows.map((row) => [`${row.codebook}@${row.number}`, row.id]))
}

/** Creates the whole demo study, or nothing of it. `owner` joins as pi, so that the person who asked for it sees it. */
export async function createDemo(ground: Ground, { data }: DemoSource, owner: string | null = null): Promise<string> {
  const files = readDemoFiles(data)
  const { ports } = ground
  return ground.write(async (trx) => {
    if ((await findDemo(trx)) !== undefined) throw new Refusal('already-exists', 'The demo study is already there.')
    const study = ports.id()
    const created_at = ports.now().toISOString()
    const criteria = { kappa_criterion: 0.6, icc_criterion: 0.7 }
    await trx
      .insertInto('study')
      .values({ id: study, name, description, is_demo: 1, ...criteria, created_at })
      .execute()
    await record(trx, ports, {
      person: owner,
      study,
      action: 'study created',
      subject: `study:${study}`,
      detail: { name },
    })
    if (owner !== null) {
      await trx
        .insertInto('membership')
        .values({ study, person: owner, role: 'pi', created_at, ended_at: null })
        .execute()
    }
    const people = await addPeople(trx, ports, study, files.people)
    const author = people.get('trainer') ?? ''
    const place: Place = { study, people, cases: await addCases(trx, ground, study, author, files) }
    const versions = await versionIds(trx, study)
    for (const coding of files.codings) await storeCoding(trx, ground, place, versions, coding)
    await addOpenAssignments(trx, ports, files, place, versions)
    return study
  })
}
