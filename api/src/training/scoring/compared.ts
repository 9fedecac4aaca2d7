import type { Compared, ComparedItem, ComparedUnits, ComparedVariable } from '@attune/agreement'
import type { Db } from '../../base/database/database.ts'
import { casesOf, type ScoredCase } from './cases.ts'
import { type CodingsOfOthers, othersWhoCoded } from './coders.ts'
import { cellIn, itemKinds, itemsOf } from './items.ts'
import { groundOf, type SetGround } from './set-ground.ts'
import { givenBorders, nearestMaster, type PlacedUnit, type UnitKind, unitKinds, unitsIn } from './units.ts'

/** An attempt ready to be held against a rule, and the master codings that it is held against. */
export type AttemptCompared = {
  readonly set: SetGround
  readonly cases: readonly ScoredCase[]
  readonly compared: Compared
}

/** Of `PlacedUnit` what the library takes. */
const plain = (units: readonly PlacedUnit[]) => units.map(({ code, start, end }) => ({ code, start, end }))

function unitsOf(set: SetGround, one: ScoredCase, unit: UnitKind): ComparedUnits {
  const { units } = set.content.scope
  return {
    case: one.caseName,
    unit,
    own: one.own === null ? null : plain(unitsIn(set, one.own, unit)),
    reference: plain(unitsIn(set, nearestMaster(set, one, unit), unit)),
    given: units === 'given' ? givenBorders(set, one, unit) : null,
  }
}

/** Cases beside their masters, or beside everybody else who coded them, as the library takes them. */
export function comparedIn(set: SetGround, cases: readonly ScoredCase[], others: CodingsOfOthers): Compared {
  const { codebook, content } = set
  const known = new Map<string, ComparedVariable>()
  // Every measure of a variable asks for it again.
  const variable: Compared['variable'] = (id, collapse, against) => {
    const key = JSON.stringify([id, collapse, against])
    const made = known.get(key) ?? make(id, collapse, against)
    known.set(key, made)
    return made
  }
  const make: Compared['variable'] = (id, collapse, against) => {
    const kinds = itemKinds(set, [id], collapse)
    const [first] = kinds
    if (first === undefined) throw new RangeError(`There is nothing to compare on ${id}.`)
    const items = cases.flatMap((one) =>
      itemsOf(set, kinds, one).map(({ kind, own, references }): ComparedItem => {
        const coders = others.get(one.case) ?? []
        const beside = against === 'master' ? references : coders.map((coder) => cellIn(kind, coder))
        return { case: one.caseName, own, references: beside }
      }),
    )
    return { ...first.declared, items }
  }
  const places = codebook.variables.filter(({ id }) => itemKinds(set, [id]).length > 0)
  return {
    cases: cases.map(({ caseName }) => caseName),
    variables: places.map(({ id, label, kind }) => ({ id, label, kind })),
    variable,
    units: unitKinds(set).flatMap((unit) => cases.map((one) => unitsOf(set, one, unit))),
    codes: codebook.codes.map(({ id, label }) => ({ id, label })),
    tolerance: content.tolerance,
    overlap: content.scope.overlap,
    seconds: content.scope.tolerance,
  }
}

/** Whether a rule asks about other coders anywhere: reading them would be in vain otherwise. */
export function asksCoders(set: SetGround): boolean {
  return JSON.stringify(set.content.criterion?.rule ?? null).includes('"against":"coders"')
}

/** What was handed in of an attempt, beside the masters that count today or those of its latest score. Withdrawn cases are out. */
export async function compareAttempt(db: Db, attempt: string, masters: 'scored' | 'today'): Promise<AttemptCompared> {
  const { training_set, person } = await db
    .selectFrom('attempt')
    .select(['training_set', 'person'])
    .where('id', '=', attempt)
    .executeTakeFirstOrThrow()
  const set = await groundOf(db, training_set)
  const annotations = set.content.scope.units !== 'none'
  const all = await casesOf(db, set, [attempt], { masters, annotations })
  const cases = all.filter(({ isWithdrawn }) => !isWithdrawn)
  const ids = cases.map((one) => one.case)
  const others = asksCoders(set) ? await othersWhoCoded(db, set, ids, person) : new Map()
  return { set, cases, compared: comparedIn(set, cases, others) }
}
