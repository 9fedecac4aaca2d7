import { randomUUID } from 'node:crypto'
import type { Db } from '../../../api/src/base/database/database.ts'

export type Size = { readonly coders: number; readonly cases: number }

const at = '2026-01-05T09:00:00.000Z'
const scales = ['coherence-of-transcript', 'coherence-of-mind', 'passivity', 'fear-of-loss']
const inPieces = 500

/** Rows in pieces that a statement can hold. */
async function insertAll<Row>(rows: readonly Row[], insert: (piece: Row[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += inPieces) await insert(rows.slice(from, from + inPieces))
}

/** Scores that agree about as well as trained coders do, the same in every run. */
function scoreOf(item: number, coder: number): number {
  const noise = ((item * 7919 + coder * 104_729) % 17) / 8 - 1
  return Math.min(9, Math.max(1, Math.round((1 + ((item * 31) % 17) / 2 + noise) * 2) / 2))
}

/** A study in which every coder has submitted every case, written straight into the tables. The person becomes its pi. */
export async function writeBigStudy(db: Db, pi: string, { coders, cases }: Size) {
  const { id: version } = await db
    .selectFrom('codebook_version')
    .select('id')
    .where('codebook', '=', 'aai')
    .where('study', 'is', null)
    .executeTakeFirstOrThrow()
  const template = await db.selectFrom('study').selectAll().limit(1).executeTakeFirstOrThrow()
  const study = randomUUID()
  await db
    .insertInto('study')
    .values({ ...template, id: study, name: 'A large study', is_demo: 0 })
    .execute()
  const somebody = await db.selectFrom('person').selectAll().where('id', '=', pi).executeTakeFirstOrThrow()
  const people = Array.from({ length: coders }, (_, index) => ({
    ...somebody,
    id: randomUUID(),
    login: `coder-${index}`,
    name: `Coder ${index}`,
  }))
  await insertAll(people, (piece) => db.insertInto('person').values(piece).execute())
  const membership = await db.selectFrom('membership').selectAll().limit(1).executeTakeFirstOrThrow()
  const members = [
    { ...membership, study, person: pi, role: 'pi' as const },
    ...people.map(({ id }) => ({ ...membership, study, person: id, role: 'coder' as const })),
  ]
  await insertAll(members, (piece) => db.insertInto('membership').values(piece).execute())
  const caseRow = await db.selectFrom('study_case').selectAll().limit(1).executeTakeFirstOrThrow()
  const all = Array.from({ length: cases }, (_, index) => ({
    ...caseRow,
    id: randomUUID(),
    study,
    name: `L-${index}`,
    targets: '[]',
  }))
  await insertAll(all, (piece) => db.insertInto('study_case').values(piece).execute())
  for (const [coder, person] of people.entries()) {
    const codings = all.map((one) => ({
      id: randomUUID(),
      study,
      study_case: one.id,
      coder: person.id,
      codebook_version: version,
      version: 1,
      state: 'draft' as const,
      reason: '',
      memo: '',
      memo_version: 0,
      revision: 1,
      rated: scales.length,
      required: scales.length,
      created_at: at,
      changed_at: at,
      submitted_at: null,
    }))
    await insertAll(codings, (piece) => db.insertInto('coding').values(piece).execute())
    const ratings = codings.flatMap(({ id: coding }, item) =>
      scales.map((variable, index) => ({
        coding,
        variable,
        target: '',
        episode: '',
        value: JSON.stringify({ kind: 'score', score: scoreOf(item + index, coder) }),
        confidence: null,
        rationale: '',
        version: 1,
        changed_at: at,
      })),
    )
    await insertAll(ratings, (piece) => db.insertInto('rating').values(piece).execute())
  }
  await db.updateTable('coding').set({ state: 'submitted', submitted_at: at }).where('study', '=', study).execute()
  return { study, version }
}
