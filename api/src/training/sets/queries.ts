import type { TrainingSet } from '@attune/contract'
import type { Db } from '../../base/database/database.ts'
import type { Row } from '../../base/database/schema.ts'
import { notFound } from '../../base/refusal.ts'
import { contentOf } from '../content.ts'
import { criterionLabels } from '../criterion-labels.ts'

export async function findSet(db: Db, study: string, set: string): Promise<Row<'training_set'>> {
  const found = await db
    .selectFrom('training_set')
    .selectAll()
    .where('id', '=', set)
    .where('study', '=', study)
    .executeTakeFirst()
  if (found === undefined) throw notFound()
  return found
}

/** Every set of a study, or one of them, with the codebook version that it is for. */
function rowsOf(db: Db, study: string, set: string | null) {
  return db
    .selectFrom('training_set')
    .innerJoin('codebook_version', 'codebook_version.id', 'training_set.codebook_version')
    .selectAll('training_set')
    .select(['codebook_version.codebook', 'codebook_version.number', 'codebook_version.title'])
    .where('training_set.study', '=', study)
    .$if(set !== null, (query) => query.where('training_set.id', '=', set ?? ''))
    .orderBy('training_set.created_at')
    .orderBy('training_set.id')
    .execute()
}

function casesOf(db: Db, study: string, set: string | null) {
  return db
    .selectFrom('training_set_case')
    .innerJoin('training_set', 'training_set.id', 'training_set_case.training_set')
    .innerJoin('study_case', 'study_case.id', 'training_set_case.study_case')
    .leftJoin('master', (join) =>
      join
        .onRef('master.study_case', '=', 'training_set_case.study_case')
        .onRef('master.codebook_version', '=', 'training_set.codebook_version')
        .on('master.ended_at', 'is', null),
    )
    .select(['training_set_case.training_set as set', 'training_set_case.study_case as case', 'study_case.name'])
    .select(['training_set_case.withdrawn_at', 'training_set_case.reason'])
    .select((select) => select.fn.count<number>('master.id').as('masters'))
    .where('training_set.study', '=', study)
    .$if(set !== null, (query) => query.where('training_set.id', '=', set ?? ''))
    .groupBy(['training_set_case.training_set', 'training_set_case.study_case', 'study_case.name'])
    .groupBy(['training_set_case.withdrawn_at', 'training_set_case.reason', 'training_set_case.position'])
    .orderBy('training_set_case.position')
    .execute()
}

function peopleOf(db: Db, study: string, set: string | null) {
  return db
    .selectFrom('enrolment')
    .innerJoin('training_set', 'training_set.id', 'enrolment.training_set')
    .innerJoin('person', 'person.id', 'enrolment.person')
    .select(['enrolment.training_set as set', 'person.id', 'person.name', 'enrolment.due_at', 'enrolment.granted'])
    .select((select) =>
      // Counted in the index alone: attempts may be many.
      select
        .selectFrom('attempt')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .whereRef('attempt.training_set', '=', 'enrolment.training_set')
        .whereRef('attempt.person', '=', 'enrolment.person')
        .as('attempts'),
    )
    .where('training_set.study', '=', study)
    .where('enrolment.ended_at', 'is', null)
    .$if(set !== null, (query) => query.where('training_set.id', '=', set ?? ''))
    .orderBy('person.name')
    .orderBy('person.id')
    .execute()
}

/** Attempts of each set that are finished and of which nothing was released. */
function unreleasedOf(db: Db, study: string, set: string | null) {
  return db
    .selectFrom('attempt')
    .select('training_set as set')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('study', '=', study)
    .where('finished_at', 'is not', null)
    .where('released_at', 'is', null)
    .$if(set !== null, (query) => query.where('training_set', '=', set ?? ''))
    .groupBy('training_set')
    .execute()
}

function requestsOf(db: Db, study: string, set: string | null) {
  return db
    .selectFrom('attempt_request')
    .innerJoin('training_set', 'training_set.id', 'attempt_request.training_set')
    .select('training_set.id as set')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('training_set.study', '=', study)
    .where('attempt_request.decision', '=', 'open')
    .$if(set !== null, (query) => query.where('training_set.id', '=', set ?? ''))
    .groupBy('training_set.id')
    .execute()
}

function bySet<Part extends { readonly set: string }>(parts: readonly Part[]): (set: string) => readonly Part[] {
  const grouped = new Map<string, Part[]>()
  for (const part of parts) {
    const there = grouped.get(part.set)
    if (there === undefined) grouped.set(part.set, [part])
    else there.push(part)
  }
  return (set) => grouped.get(set) ?? []
}

/** Six questions, however many sets there are. */
async function read(db: Db, study: string, set: string | null): Promise<TrainingSet[]> {
  const rows = (await rowsOf(db, study, set)).map(({ content, ...row }) => ({ ...row, content: contentOf(content) }))
  const labels = await criterionLabels(db, rows)
  const cases = bySet(await casesOf(db, study, set))
  const people = bySet(await peopleOf(db, study, set))
  const unreleased = bySet(await unreleasedOf(db, study, set))
  const requests = bySet(await requestsOf(db, study, set))
  const countOf = ([one]: readonly { readonly count: number }[]) => Number(one?.count ?? 0)
  return rows.map((row) => {
    const { codebookVersion: version, ...content } = row.content
    return {
      id: row.id,
      ...content,
      codebook: { version, id: row.codebook, number: row.number, title: row.title },
      criterionLabels: labels(row),
      state: row.state,
      version: row.version,
      cases: cases(row.id).map((one) => ({
        case: one.case,
        caseId: one.name,
        masters: Number(one.masters),
        withdrawn: one.withdrawn_at === null ? null : { at: one.withdrawn_at, reason: one.reason },
      })),
      people: people(row.id).map((one) => ({
        id: one.id,
        name: one.name,
        dueAt: one.due_at,
        attempts: Number(one.attempts),
        granted: one.granted,
      })),
      waiting: { release: countOf(unreleased(row.id)), requests: countOf(requests(row.id)) },
      createdAt: row.created_at,
      openedAt: row.opened_at,
    }
  })
}

export function readSets(db: Db, study: string): Promise<TrainingSet[]> {
  return read(db, study, null)
}

export async function readSet(db: Db, study: string, set: string): Promise<TrainingSet> {
  const [found] = await read(db, study, set)
  if (found === undefined) throw notFound()
  return found
}
