import type { StudyActor } from '../base/access.ts'
import type { Trx } from '../base/database/database.ts'
import type { Ground } from '../base/feature.ts'
import { record } from '../base/history.ts'
import { Refusal } from '../base/refusal.ts'
import { drawnBy, mixIn } from './draw.ts'
import { deedOn } from './plan.ts'
import { type Coder, freshCases, ownCases } from './pools.ts'
import { activePlans } from './queries.ts'
import { groundOf, watch } from './watch.ts'

/** What a new coding needs to know of its case. */
export type CaseToCode = { readonly id: string; readonly name: string; readonly targets: string }

/** A coding to be made: ordinary, or one that calibrates and looks the same. */
export type Assigned = {
  readonly one: CaseToCode
  readonly coder: string
  readonly calibration: {
    readonly plan: string
    readonly kind: 'master' | 'recode'
    readonly original: string | null
  } | null
}

type Batch = {
  readonly study: string
  readonly codebookVersion: string
  readonly material: 'transcript' | 'observation'
}

/** @throws Refusal if somebody who would get new cases is paused by an alarm. */
export async function refusePaused(trx: Trx, codebookVersion: string, coders: readonly string[]): Promise<void> {
  for (const person of coders) {
    for (const plan of await activePlans(trx, codebookVersion, person)) {
      if (!plan.content.pauses) continue
      const { id, login, name } = await nameOf(trx, person)
      const { paused } = await watch(trx, await groundOf(trx, plan), { id, login, name })
      if (!paused) continue
      const message = `${name} gets no new cases: the drift plan ${plan.row.name} has an alarm. Recalibrate ${name} on the page Drift, or leave ${name} out.`
      throw new Refusal('in-use', message, { faults: [{ path: 'people', message }] })
    }
  }
}

const nameOf = (trx: Trx, person: string) =>
  trx.selectFrom('person').select(['id', 'login', 'name']).where('id', '=', person).executeTakeFirstOrThrow()

/**
 * Ordinary assignments, with calibration cases of the plans under way mixed in. Which cases come is drawn by the plan's seed, so that it can be repeated;
 * where they stand in the batch is chance, so that nobody can know.
 */
export async function placeCalibration(
  trx: Trx,
  ports: Ground['ports'],
  batch: Batch,
  ordinary: readonly { readonly one: CaseToCode; readonly coder: string }[],
): Promise<Assigned[]> {
  let mixed: Assigned[] = ordinary.map((pair) => ({ ...pair, calibration: null }))
  for (const person of new Set(ordinary.map(({ coder }) => coder))) {
    const given = ordinary.filter(({ coder }) => coder === person)
    for (const plan of await activePlans(trx, batch.codebookVersion, person)) {
      const taken = mixed.filter(({ coder }) => coder === person).map(({ one }) => one.id)
      for (const placed of await due(trx, { plan, person }, batch, { count: given.length, taken })) {
        mixed = mixIn(mixed, placed, ports.token())
      }
    }
  }
  return mixed
}

type Given = { readonly count: number; readonly taken: readonly string[] }

/** What this coder is due after so many ordinary assignments more. */
async function due(trx: Trx, coder: Coder, batch: Batch, { count, taken }: Given): Promise<Assigned[]> {
  const { plan, person } = coder
  const { id } = plan.row
  const { every, recodeEvery, seed } = plan.content
  const since = await trx
    .selectFrom('drift_person')
    .select(['since_seed', 'since_recode'])
    .where('plan', '=', id)
    .where('person', '=', person)
    .executeTakeFirstOrThrow()
  const { n } = await trx
    .selectFrom('drift_coding')
    .select((select) => select.fn.countAll().as('n'))
    .where('plan', '=', id)
    .where('person', '=', person)
    .executeTakeFirstOrThrow()
  const seeds = step(since.since_seed + count, every)
  const recodes = step(since.since_recode + count, recodeEvery)
  const fit = await fitting(trx, batch)
  const free = (studyCase: string) => fit.has(studyCase) && !taken.includes(studyCase)
  const draw = `${seed} ${id} ${person} ${Number(n)}`
  const masters = several(`${draw} master`, (await freshCases(trx, coder)).filter(free), seeds.due)
  const own = recodes.due === 0 ? [] : (await ownCases(trx, coder)).filter((one) => free(one.case))
  const again = several(`${draw} recode`, own, recodes.due)
  await trx
    .updateTable('drift_person')
    .set({ since_seed: seeds.rest, since_recode: recodes.rest })
    .where('plan', '=', id)
    .where('person', '=', person)
    .execute()
  const assigned = (studyCase: string, kind: 'master' | 'recode', original: string | null): Assigned[] => {
    const one = fit.get(studyCase)
    return one === undefined ? [] : [{ one, coder: person, calibration: { plan: id, kind, original } }]
  }
  return [
    ...masters.flatMap((studyCase) => assigned(studyCase, 'master', null)),
    ...again.flatMap((one) => assigned(one.case, 'recode', one.coding)),
  ]
}

function step(since: number, every: number | null): { readonly due: number; readonly rest: number } {
  return every === null ? { due: 0, rest: 0 } : { due: Math.floor(since / every), rest: since % every }
}

/** So many different ones of a list, or all if there are not as many. */
function several<Item>(text: string, items: readonly Item[], count: number): Item[] {
  const drawn: Item[] = []
  for (let index = 0; index < count; index++) {
    const rest = items.filter((item) => !drawn.includes(item))
    const one = drawnBy(`${text} ${index}`, rest)
    if (one !== undefined) drawn.push(one)
  }
  return drawn
}

/** Cases with the material that the codebook is for. */
async function fitting(trx: Trx, { study, material }: Batch): Promise<Map<string, CaseToCode>> {
  const rows = await trx
    .selectFrom('study_case')
    .innerJoin('material', 'material.study_case', 'study_case.id')
    .select(['study_case.id', 'study_case.name', 'study_case.targets'])
    .where('study_case.study', '=', study)
    .where('material.kind', '=', material)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Notes that a coding which was just made calibrates. The history has it under the plan: that of a coding its coder may read. */
export async function noteCalibration(
  trx: Trx,
  ports: Ground['ports'],
  actor: StudyActor,
  { one, calibration, coder }: Assigned,
  coding: string,
): Promise<void> {
  if (calibration === null) return
  await trx
    .insertInto('drift_coding')
    .values({ ...calibration, person: coder, coding, placed_at: ports.now().toISOString() })
    .execute()
  const detail = { person: coder, case: one.name, kind: calibration.kind }
  await record(trx, ports, { ...deedOn(actor, calibration.plan, 'calibration placed'), detail })
}
