import type { Trx } from '../base/database/database.ts'
import type { Ground } from '../base/feature.ts'
import { record } from '../base/history.ts'
import type { Ports } from '../base/ports.ts'
import { Refusal } from '../base/refusal.ts'
import { readItem } from '../cases/reading/read-item.ts'
import { columnsOf, storeItem } from '../cases/store.ts'
import { versionsOf } from '../codebooks/queries.ts'
import { requiredKeys, targetsOf } from '../codings/queries.ts'
import { noPassword } from '../people/passwords.ts'
import { codebookOf, idIn, type Place, storeCoding } from './coding.ts'
import { type DemoFiles, type DemoPerson, type DemoSource, readDemoFiles } from './files.ts'
import { findDemo } from './state.ts'
import { addTraining } from './training.ts'
import { readDemoTraining } from './training-files.ts'

const name = 'Demo: adult interviews and reunions'
const description =
  'A synthetic study to look around in: invented interviews and observations, simulated codings, fictional classes. Nothing here is about a real person.'

async function addStudy(trx: Trx, ports: Ports, owner: string | null): Promise<string> {
  const study = ports.id()
  const created_at = ports.now().toISOString()
  const criteria = { kappa_criterion: 0.6, icc_criterion: 0.7 }
  await trx
    .insertInto('study')
    .values({ id: study, name, description, is_demo: 1, ...criteria, created_at })
    .execute()
  const deed = { person: owner, study, action: 'study created', subject: `study:${study}` }
  await record(trx, ports, { ...deed, detail: { name } })
  if (owner !== null) await joinAsPi(trx, ports, study, owner)
  return study
}

async function joinAsPi(trx: Trx, ports: Ports, study: string, person: string): Promise<void> {
  const created_at = ports.now().toISOString()
  await trx.insertInto('membership').values({ study, person, role: 'pi', created_at, ended_at: null }).execute()
}

/** For the owner of a new lab: joins the demo study that is there, or makes one if it was asked for. */
export async function showDemo(ground: Ground, source: DemoSource, owner: string, isWanted: boolean): Promise<void> {
  const there = await findDemo(ground.db)
  if (there !== undefined) await ground.write((trx) => joinAsPi(trx, ground.ports, there.id, owner))
  else if (isWanted) await createDemo(ground, source, owner)
}

async function addPeople(trx: Trx, ports: Ports, study: string, people: readonly DemoPerson[]) {
  const ids = new Map<string, string>()
  const created_at = ports.now().toISOString()
  for (const { key, login, name: called, role } of people) {
    const taken = await trx.selectFrom('person').select('id').where('login', '=', login).executeTakeFirst()
    if (taken !== undefined) {
      throw new Refusal('already-exists', `The sign-in name ${login} is taken, so the demo cannot use it.`)
    }
    const id = ports.id()
    const account = { id, login, name: called, password_hash: noPassword, is_owner: 0, is_demo: 1 } as const
    await trx
      .insertInto('person')
      .values({ ...account, created_at, disabled_at: null })
      .execute()
    await trx.insertInto('membership').values({ study, person: id, role, created_at, ended_at: null }).execute()
    ids.set(key, id)
  }
  return ids
}

async function addCases(trx: Trx, ground: Ground, author: { study: string; person: string }, files: DemoFiles) {
  const ids = new Map<string, string>()
  for (const one of files.cases) {
    const source = { text: one.source }
    const item = await readItem({ name: one.file, case: one.case, kind: one.material, source, interviewers: [] })
    const [fault] = item.report.faults
    if (fault !== undefined) throw new Error(`${one.file}, line ${fault.line}: ${fault.message}`)
    const id = await storeItem(trx, ground, author, item)
    await trx.updateTable('study_case').set(columnsOf(one)).where('id', '=', id).execute()
    ids.set(one.case, id)
  }
  return ids
}

async function versionIds(trx: Trx, study: string): Promise<Map<string, string>> {
  const rows = await versionsOf(trx, study).select(['id', 'codebook', 'number']).execute()
  return new Map(rows.map((row) => [`${row.codebook}@${row.number}`, row.id]))
}

type Open = { readonly coder: string; readonly one: DemoFiles['cases'][number]; readonly codebook: string }

/** What a trainee has not coded yet, of the codebooks that he or she works with: left for a visitor to code. */
function openWork(files: DemoFiles): Open[] {
  const done = new Set(files.codings.map(({ coder, case: id, codebook }) => `${coder} ${id} ${codebook}`))
  const trainees = files.people.filter(({ role }) => role === 'trainee').map(({ key }) => key)
  return trainees.flatMap((coder) => {
    const own = new Set(files.codings.filter((coding) => coding.coder === coder).map(({ codebook }) => codebook))
    return files.cases.flatMap((one) =>
      one.codebooks
        .filter((codebook) => own.has(codebook) && !done.has(`${coder} ${one.case} ${codebook}`))
        .map((codebook) => ({ coder, one, codebook })),
    )
  })
}

async function assignOpenWork(trx: Trx, ports: Ports, place: Place, { coder, one, codebook }: Open): Promise<void> {
  const version = idIn(place.versions, codebook, 'the codebook')
  const content = await codebookOf(trx, version)
  const required = requiredKeys(content, targetsOf(JSON.stringify(one.targets), content)).size
  const now = ports.now().toISOString()
  const whose = { study: place.study, coder: idIn(place.people, coder, 'the person'), codebook_version: version }
  const start = {
    version: 1,
    state: 'not-started',
    reason: '',
    memo: '',
    memo_version: 0,
    revision: 0,
    rated: 0,
  } as const
  const what = { id: ports.id(), study_case: idIn(place.cases, one.case, 'the case'), required }
  const times = { created_at: now, changed_at: now, submitted_at: null }
  await trx
    .insertInto('coding')
    .values({ ...what, ...whose, ...start, ...times })
    .execute()
}

/** Creates the whole demo study, or nothing of it. `owner` joins as pi, so that the person who asked for it sees it. */
export async function createDemo(ground: Ground, { data }: DemoSource, owner: string | null = null): Promise<string> {
  const files = readDemoFiles(data)
  const { ports } = ground
  return ground.write(async (trx) => {
    if ((await findDemo(trx)) !== undefined) throw new Refusal('already-exists', 'The demo study is already there.')
    const study = await addStudy(trx, ports, owner)
    const people = await addPeople(trx, ports, study, files.people)
    const person = idIn(people, 'trainer', 'the person')
    const cases = await addCases(trx, ground, { study, person }, files)
    const place: Place = { study, people, cases, versions: await versionIds(trx, study) }
    for (const coding of files.codings) await storeCoding(trx, ground, place, coding)
    for (const open of openWork(files)) await assignOpenWork(trx, ports, place, open)
    await addTraining(trx, ground, place, readDemoTraining(data))
    return study
  })
}
