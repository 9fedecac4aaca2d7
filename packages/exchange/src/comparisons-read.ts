import type { ImportFault } from '@attune/contract'
import {
  isKind,
  isNumeric,
  type Kind,
  kinds,
  NO_VALUE,
  parted,
  type ComparisonCells as Row,
  readRows,
} from './comparisons-rows.ts'

type Cell = string | number | null

/** All items of one variable under one collapse, as `@attune/agreement` takes them. */
export interface ReadVariable {
  readonly id: string
  readonly label: string
  readonly kind: Kind
  readonly collapse: string | null
  readonly level: 'nominal' | 'interval' | 'ratio'
  readonly categories: readonly (string | number)[] | null
  readonly notCodable: readonly string[]
  readonly items: readonly {
    readonly case: string
    readonly own: Cell
    readonly references: readonly Cell[]
    readonly coders: readonly Cell[]
  }[]
}

interface ReadUnit {
  readonly code: string
  readonly start: number
  readonly end: number
}

/** What one trainee handed in, beside the masters. */
export interface ReadAttempt {
  readonly set: string
  readonly setName: string
  readonly trainee: string
  readonly attempt: number
  /** In their order. */
  readonly cases: readonly string[]
  readonly variables: readonly ReadVariable[]
  readonly units: readonly {
    readonly case: string
    readonly unit: 'segment' | 'event'
    /** null: the case was not handed in. */
    readonly own: readonly ReadUnit[] | null
    readonly reference: readonly ReadUnit[]
    readonly given: readonly { readonly start: number; readonly end: number }[] | null
  }[]
  readonly codes: readonly { readonly id: string; readonly label: string }[]
  readonly tolerance: number
  readonly overlap: number
  readonly seconds: number
}

export type ReadComparisons =
  | { readonly ok: true; readonly attempts: readonly ReadAttempt[] }
  | { readonly ok: false; readonly faults: readonly ImportFault[] }

/** Reads what `comparisonsCsv` writes; columns may stand in any order, and further ones are passed over. */
export function readComparisons(text: string): ReadComparisons {
  const { rows, faults } = readRows(text)
  if (faults.length > 0) return { ok: false, faults }
  const groups = grouped(rows, (row) => JSON.stringify([row.of('set'), row.of('trainee'), row.of('attempt')]))
  return { ok: true, attempts: groups.map(attemptOf) }
}

function grouped<One>(all: readonly One[], key: (one: One) => string): One[][] {
  const groups = new Map<string, One[]>()
  for (const one of all) {
    const group = groups.get(key(one))
    if (group === undefined) groups.set(key(one), [one])
    else group.push(one)
  }
  return [...groups.values()]
}

const first = <One>(all: readonly One[]): One => {
  const [one] = all
  if (one === undefined) throw new Error('A group is empty.')
  return one
}

function attemptOf(rows: readonly Row[]): ReadAttempt {
  const { of } = first(rows)
  const setting = (column: string, usual: number): number => (of(column) === '' ? usual : Number(of(column)))
  const inOrder = rows.toSorted((one, other) => Number(one.of('order')) - Number(other.of('order')))
  const ratings = inOrder.filter((row) => isKind(row.of('kind')))
  const units = inOrder.filter((row) => !isKind(row.of('kind')))
  const variables = grouped(ratings, (row) => JSON.stringify([row.of('variable'), row.of('collapse')]))
  const codes = grouped(
    units.filter((row) => row.of('variable') !== ''),
    (row) => row.of('variable'),
  )
  return {
    set: of('set'),
    setName: of('set_name'),
    trainee: of('trainee'),
    attempt: Number(of('attempt')),
    cases: [...new Set(inOrder.map((row) => row.of('case')))],
    variables: variables.map(variableOf),
    units: grouped(units, (row) => JSON.stringify([row.of('case'), row.of('kind')])).map(unitsOf),
    codes: codes.map((own) => ({ id: first(own).of('variable'), label: labelOf(first(own)) })),
    tolerance: setting('tolerance', 0),
    overlap: setting('overlap', 0.5),
    seconds: setting('seconds', 1),
  }
}

const labelOf = ({ of }: Row): string => of('label') || of('variable')

function variableOf(rows: readonly Row[]): ReadVariable {
  const { of } = first(rows)
  const kind = kinds.find((one) => one === of('kind')) ?? 'classification'
  const read = (cell: string): Cell => (cell === '' ? null : isNumeric(kind) && cell !== NO_VALUE ? Number(cell) : cell)
  const items = rows.map((row) => ({
    case: row.of('case'),
    own: read(row.of('own')),
    references: [row.of('master'), ...parted(row.of('further_masters'))].map(read),
    coders: parted(row.of('coders')).map(read),
  }))
  const declared = parted(of('outcomes')).flatMap((cell) => read(cell) ?? [])
  const used = items.flatMap(({ own, references, coders }) => [own, ...references, ...coders])
  return {
    id: of('variable'),
    label: labelOf(first(rows)),
    kind,
    collapse: of('collapse') || null,
    level: kind === 'scale' ? 'interval' : isNumeric(kind) ? 'ratio' : 'nominal',
    // A file that somebody made without the declared outcomes has those that occur.
    categories: declared.length > 0 ? declared : isNumeric(kind) ? null : occurring(used),
    notCodable: [NO_VALUE],
    items,
  }
}

const occurring = (cells: readonly Cell[]): string[] =>
  [...new Set(cells.filter((cell) => cell !== null && cell !== NO_VALUE).map(String))].sort()

function unitsOf(rows: readonly Row[]): ReadAttempt['units'][number] {
  const { of } = first(rows)
  const placed = (row: Row): ReadUnit => ({
    code: row.of('variable'),
    start: Number(row.of('start')),
    end: Number(row.of('end')),
  })
  const coded = rows.filter((row) => row.of('variable') !== '')
  const borders = rows.filter((row) => row.of('variable') === '' && row.of('start') !== '')
  const isGiven = rows.some((row) => row.of('given') === 'yes')
  const head = rows.find((row) => row.of('variable') === '' && row.of('start') === '')
  const isHandedIn = head === undefined || head.of('own') !== ''
  return {
    case: of('case'),
    unit: of('kind') === 'event' ? 'event' : 'segment',
    own: isHandedIn ? coded.filter((row) => row.of('own') !== '').map(placed) : null,
    reference: coded.filter((row) => row.of('master') !== '').map(placed),
    given: isGiven ? borders.map((row) => ({ start: Number(row.of('start')), end: Number(row.of('end')) })) : null,
  }
}
