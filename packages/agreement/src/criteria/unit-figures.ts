import { cohenKappa } from '../cohen-kappa.ts'
import { eventMatch } from '../event-match.ts'
import { jackknife } from '../jackknife.ts'
import { pooledKappa } from '../pooled-kappa.ts'
import type { Result } from '../result.ts'
import { spanF1 } from '../span-f1.ts'
import { eventTable } from '../table/event-table.ts'
import { joinTables } from '../table/join.ts'
import { ratingTable } from '../table/rating-table.ts'
import type { CodeTable } from '../table/types.ts'
import { unitTableFromSpans } from '../table/unit-table.ts'
import { type About, noFigure, resultFigure } from './figure.ts'
import type { Figure, RuleMeasure } from './rule.ts'
import type { Compared, ComparedUnit, ComparedUnits } from './types.ts'

const raters = ['own', 'reference']

interface UnitQuestion {
  readonly measure: RuleMeasure
  readonly codes: readonly string[]
  readonly quick: boolean
}

/** Agreement on annotations: of the units that the two set, or on the codes of units with given borders. */
export function unitFigure(about: About, compared: Compared, cases: ReadonlySet<string>, asked: UnitQuestion): Figure {
  const records = compared.units.filter((record) => cases.has(record.case))
  return asked.measure === 'unit-f1' ? f1(about, compared, records, asked) : kappa(about, records, asked)
}

const ofCodes = (units: readonly ComparedUnit[], codes: readonly string[]): readonly ComparedUnit[] =>
  units.filter(({ code }) => codes.includes(code))

function f1(about: About, compared: Compared, all: readonly ComparedUnits[], { codes, quick }: UnitQuestion): Figure {
  const records = all.map((record) => ({
    ...record,
    // What was not handed in was missed.
    own: ofCodes(record.own ?? [], codes),
    reference: ofCodes(record.reference, codes),
  }))
  const kinds = new Set(
    records.filter(({ own, reference }) => own.length + reference.length > 0).map(({ unit }) => unit),
  )
  const [kind] = kinds
  if (kind === undefined) return noFigure(about, 0, 'no-items', 'Neither set an annotation with these codes.')
  if (kinds.size > 1) {
    const message = 'Segments and events are matched in different ways; ask for their codes one by one.'
    return noFigure(about, 0, 'not-determined', message)
  }
  const chosen = records.filter(({ unit }) => unit === kind)
  if (kind === 'event') {
    const table = joinTables(
      chosen.map(({ own, reference }) =>
        eventTable({ raters, categories: codes, events: [own, reference].map(moments) }),
      ),
    )
    const options = { tolerance: compared.seconds, confidence: about.confidence }
    return resultFigure(about, quick ? eventMatch(table, options) : jackknife('event-match', table, options))
  }
  const table = joinTables(
    chosen.map(({ own, reference }) =>
      unitTableFromSpans({ raters, categories: codes, spans: [own, reference].map(spans) }),
    ),
  )
  const options = { overlap: compared.overlap, confidence: about.confidence }
  return resultFigure(about, quick ? spanF1(table, options) : jackknife('span-f1', table, options))
}

const moments = (units: readonly ComparedUnit[]): [number, string][] => units.map(({ start, code }) => [start, code])
const spans = (units: readonly ComparedUnit[]): [number, number, string][] =>
  units.map(({ start, end, code }) => [start, end, code])

/** Units of cases that were not handed in: no kappa can count them as not agreeing. */
export function unansweredUnits(compared: Compared, cases: ReadonlySet<string>): number {
  const left = compared.units.filter((record) => record.own === null && cases.has(record.case))
  return left.reduce((sum, { given }) => sum + Math.max(1, given?.length ?? 0), 0)
}

/** Every given unit is an item, and every code present or absent on it. */
function kappa(about: About, all: readonly ComparedUnits[], { codes }: UnitQuestion): Figure {
  const records = all.filter((record) => record.own !== null)
  const given = records.flatMap(({ given: borders }) => borders ?? [])
  if (records.some((record) => record.given === null) || given.length === 0) {
    return noFigure(about, given.length, 'not-determined', 'Kappa of units needs borders that were given.')
  }
  const tables = codes.map((code) => presenceOf(code, records))
  const { confidence } = about
  const [first] = tables
  if (first === undefined) return noFigure(about, 0, 'no-items', 'No code was asked for.')
  const result: Result = tables.length === 1 ? cohenKappa(first, { confidence }) : pooledKappa(tables, { confidence })
  return resultFigure(about, result)
}

function presenceOf(code: string, records: readonly ComparedUnits[]): CodeTable {
  const rows = records.flatMap(({ own, reference, given }) =>
    (given ?? []).map(({ start, end }) =>
      [own ?? [], reference].map((units) =>
        units.some((unit) => unit.code === code && unit.start === start && unit.end === end) ? 'present' : 'absent',
      ),
    ),
  )
  return ratingTable({ raters, level: 'nominal', categories: ['absent', 'present'], rows })
}
