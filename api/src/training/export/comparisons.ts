import { collapsesOf } from '@attune/codebooks'
import { type ComparedRatingRow, type ComparedUnitRow, type ComparisonRow, comparisonsCsv } from '@attune/exchange'
import type { Db } from '../../base/database/database.ts'
import { attemptsAt, type DeskAttempt } from '../desk/attempts.ts'
import { type DeskCase, talliesOf } from '../desk/tallies.ts'
import { type CodingsOfOthers, othersWhoCoded } from '../scoring/coders.ts'
import { asksCoders } from '../scoring/compared.ts'
import { cellIn, type ItemKind, itemKinds, itemsOf } from '../scoring/items.ts'
import type { SetGround } from '../scoring/set-ground.ts'
import { givenBorders, nearestMaster, type UnitKind, unitKinds, unitsIn } from '../scoring/units.ts'

/** Slots under every collapse: classifications once for each that they declare, everything else once. */
function kindsOf(set: SetGround): ItemKind[] {
  const asCoded = itemKinds(set)
  const collapses = new Set(set.codebook.variables.flatMap((one) => collapsesOf(one).map(({ id }) => id)))
  collapses.delete('as-coded')
  const collapsed = [...collapses].flatMap((id) => itemKinds(set, [], id).filter(({ collapse }) => collapse === id))
  const placeOf = (kind: ItemKind) => set.codebook.variables.findIndex(({ id }) => id === kind.variable.id)
  return [...asCoded, ...collapsed].sort((one, other) => placeOf(one) - placeOf(other))
}

function ratingRows(set: SetGround, kinds: readonly ItemKind[], { case: one }: DeskCase, others: CodingsOfOthers) {
  const coders = others.get(one.case) ?? []
  return itemsOf(set, kinds, one).map(
    ({ kind, own, references }): ComparedRatingRow => ({
      kind: kind.variable.kind,
      variable: kind.variable.id,
      label: kind.variable.label,
      target: kind.slot.target,
      episode: kind.slot.episode,
      collapse: kind.collapse,
      outcomes: kind.declared.categories,
      own,
      masters: references,
      coders: coders.map((coder) => cellIn(kind, coder)),
    }),
  )
}

const keyOf = ({ code, start, end }: { code: string; start: number; end: number }) => `${code} ${start} ${end}`

/** The annotations of both; one that stands at the same place with the same code is one row. */
function unitRowsOf(set: SetGround, { case: one }: DeskCase, unit: UnitKind): ComparedUnitRow[] {
  const given = set.content.scope.units === 'given'
  const labels = new Map(set.codebook.codes.map(({ id, label }) => [id, label]))
  const empty = { kind: unit, code: null, label: '', start: null, end: null, given, own: false, master: false }
  const borders = given ? givenBorders(set, one, unit).map((border) => ({ ...empty, ...border })) : []
  const masters = unitsIn(set, nearestMaster(set, one, unit), unit)
  const left = [...masters]
  const rows = unitsIn(set, one.own, unit).map((own): ComparedUnitRow => {
    const same = left.findIndex((master) => keyOf(master) === keyOf(own))
    if (same >= 0) left.splice(same, 1)
    const { code, start, end } = own
    return { ...empty, code, label: labels.get(code) ?? '', start, end, own: true, master: same >= 0 }
  })
  const missed = left.map(
    ({ code, start, end }): ComparedUnitRow => ({
      ...empty,
      code,
      label: labels.get(code) ?? '',
      start,
      end,
      master: true,
    }),
  )
  return [{ ...empty, own: one.own !== null }, ...borders, ...rows, ...missed]
}

function placeOf(set: SetGround, { case: one, attempt }: DeskCase): ComparisonRow['place'] {
  const { tolerance, scope } = set.content
  return {
    set: { id: set.id, name: set.name },
    trainee: attempt.person.login,
    attempt: attempt.row.number,
    order: one.position,
    case: one.caseName,
    tolerance,
    overlap: scope.overlap,
    seconds: scope.tolerance,
  }
}

async function coderReader(db: Db, set: SetGround, tallies: readonly DeskCase[]) {
  const cases = [...new Set(tallies.map((one) => one.case.case))]
  const known = new Map<string, CodingsOfOthers>()
  return async ({ person }: DeskAttempt): Promise<CodingsOfOthers> => {
    if (!asksCoders(set)) return new Map()
    const others = known.get(person.id) ?? (await othersWhoCoded(db, set, cases, person.id))
    known.set(person.id, others)
    return others
  }
}

/** Everything that the scored attempts of a set were scored by. */
export async function comparisonsFile(db: Db, set: SetGround): Promise<string> {
  const attempts = (await attemptsAt(db, set.id)).filter(({ score }) => score !== null)
  const tallies = await talliesOf(db, set, attempts)
  const kinds = kindsOf(set)
  const codersOf = await coderReader(db, set, tallies)
  const rows: ComparisonRow[] = []
  for (const attempt of attempts) {
    const others = await codersOf(attempt)
    for (const one of tallies.filter((tally) => tally.attempt === attempt)) {
      const place = placeOf(set, one)
      const items = [
        ...ratingRows(set, kinds, one, others),
        ...unitKinds(set).flatMap((unit) => unitRowsOf(set, one, unit)),
      ]
      rows.push(...items.map((item) => ({ place, item })))
    }
  }
  return comparisonsCsv(rows)
}
