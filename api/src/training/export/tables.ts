import { writeCsv } from '@attune/exchange'
import type { Db } from '../../base/database/database.ts'
import { attemptsAt, type DeskAttempt } from '../desk/attempts.ts'
import { cohortOf } from '../desk/cohort.ts'
import { itemAnalysisOf } from '../desk/item-analysis.ts'
import type { SetGround } from '../scoring/set-ground.ts'
import { figureCells, figureColumns } from './figures.ts'

const yesNo = (value: boolean | null): string | null => (value === null ? null : value ? 'yes' : 'no')

async function loginsOf(db: Db, people: readonly string[]): Promise<Map<string, string>> {
  if (people.length === 0) return new Map()
  const rows = await db.selectFrom('person').select(['id', 'login']).where('id', 'in', people).execute()
  return new Map(rows.map(({ id, login }) => [id, login]))
}

/** The cohort: one row a trainee and variable; who has no scored attempt has a row without one. */
export async function cohortFile(db: Db, set: SetGround): Promise<string> {
  const { people, cells, variables } = await cohortOf(db, set)
  const logins = await loginsOf(
    db,
    people.map(({ id }) => id),
  )
  const labels = new Map(variables.map(({ id, label }) => [id, label]))
  const rows = people.flatMap(({ id, status, attempts }) => {
    const shared = [logins.get(id) ?? '', status, attempts.length]
    const own = cells.filter(({ person }) => person === id)
    if (own.length === 0) return [[...shared, null, null, ...figureCells(null), null, null, null, null]]
    return own.map(({ variable, figure, bias, trend }) => [
      ...[...shared, variable, labels.get(variable) ?? '', ...figureCells(figure)],
      ...[bias?.estimate ?? null, bias?.lower ?? null, bias?.upper ?? null, trend],
    ])
  })
  const head = ['trainee', 'status', 'attempts', 'variable', 'label']
  return writeCsv([...head, ...figureColumns, 'bias', 'bias_ci_lower', 'bias_ci_upper', 'trend'], rows)
}

/** The item analysis: one row an item. */
export async function itemsFile(db: Db, set: SetGround): Promise<string> {
  const rows = (await itemAnalysisOf(db, set)).map((item) => [
    ...[item.caseId, item.slot.variable, item.slot.target, item.slot.episode, item.label],
    ...figureCells(item.agreed),
    ...[item.discrimination, yesNo(item.mastersDisagree)],
    ...[item.commonest?.given ?? null, item.commonest?.count ?? null],
  ])
  const head = ['case', 'variable', 'target', 'episode', 'label']
  const tail = ['discrimination', 'masters_disagree', 'commonest_wrong', 'commonest_wrong_count']
  return writeCsv([...head, ...figureColumns, ...tail], rows)
}

function rowsOf({ row, person, scores }: DeskAttempt, names: ReadonlyMap<string, string>) {
  const shared = [person.login, row.number, row.started_at, row.due_at, row.finished_at]
  const state = [...shared, yesNo(row.is_expired === 1), row.released_at]
  if (scores.length === 0) return [[...state, ...Array(7).fill(null), ...figureCells(null)]]
  return scores.flatMap(({ number, at, by, reason, met, figures }) => {
    const score = [...state, number, at, names.get(by ?? '') ?? null, reason, yesNo(met)]
    if (figures.length === 0) return [[...score, null, null, ...figureCells(null)]]
    return figures.map((figure) => [...score, figure.variable, figure.label, ...figureCells(figure)])
  })
}

/** Every attempt with every score it had: one row a score and figure. */
export async function attemptsFile(db: Db, set: SetGround): Promise<string> {
  const attempts = await attemptsAt(db, set.id)
  const names = await loginsOf(
    db,
    attempts.flatMap(({ scores }) => scores.flatMap(({ by }) => by ?? [])),
  )
  const head = ['trainee', 'attempt', 'started_at', 'due_at', 'finished_at', 'ran_out_of_time', 'released_at']
  const score = ['score', 'scored_at', 'scored_by', 'reason', 'met', 'variable', 'label']
  return writeCsv(
    [...head, ...score, ...figureColumns],
    attempts.flatMap((one) => rowsOf(one, names)),
  )
}
