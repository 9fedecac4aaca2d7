import { againstReference } from '../against-reference.ts'
import { type DawidSkene, dawidSkene } from '../dawid-skene.ts'
import { ratingTable } from '../table/rating-table.ts'
import type { Cell } from '../table/types.ts'
import { codeTable, namedCategories } from './case-table.ts'
import { type Actual, fieldsOf } from './fields.ts'
import { entriesIn, isCell } from './guards.ts'
import type { ReferenceCase } from './reference.ts'

type Adapter = (given: ReferenceCase) => Actual

/** One coder against the master, or the mean over coders. */
function versusMaster(given: ReferenceCase): Actual {
  const { master, coder } = given.options
  const { each, mean } = againstReference('cohen-kappa', codeTable(given), `rater ${Number(master) + 1}`)
  if (typeof coder !== 'number') return { estimate: mean }
  const result = each.find(({ raters }) => raters[0] === `rater ${coder + 1}`)
  if (result === undefined) throw new RangeError(`There is no coder ${coder}.`)
  return fieldsOf(result)
}

/** A cell that lists several readings of one coder becomes as many columns. */
function readingsOf(cell: unknown): Cell[] {
  return Array.isArray(cell) ? cell.filter(isCell) : [isCell(cell) ? cell : null]
}

function latent(given: ReferenceCase): Actual {
  const cells = entriesIn(given.data.values).map((line) => entriesIn(line).map(readingsOf))
  const widths = (cells[0] ?? []).map((_, coder) => Math.max(...cells.map((row) => row[coder]?.length ?? 0)))
  const coders = widths.flatMap((width, coder) => new Array<string>(width).fill(`coder ${coder + 1}`))
  const rows = cells.map((row) =>
    widths.flatMap((width, coder) => Array.from({ length: width }, (_, at) => row[coder]?.[at] ?? null)),
  )
  const raters = coders.map((coder, column) => `${coder}, column ${column + 1}`)
  const table = ratingTable({ raters, level: 'nominal', categories: namedCategories(given) ?? [], rows })
  if (table.kind !== 'codes') throw new RangeError('The case has no categories.')
  const model = dawidSkene(table, { coders })
  if ('undefined' in model) return {}
  return {
    prevalence: model.prevalence,
    error_rates: model.errorRates,
    loglik: model.logLikelihood,
    ...modes(model, table.categories),
  }
}

function modes({ posterior }: DawidSkene, categories: readonly string[]): Actual {
  const highest = posterior.map((shares) => Math.max(...shares))
  return {
    posterior_max: highest,
    modal: posterior.map((shares, item) => Number(categories[shares.indexOf(highest[item] ?? 0)])),
  }
}

/** How measures of a hidden truth in the reference files are computed with this library. */
export const latentAdapters: { readonly [measure: string]: Adapter } = {
  kappa_vs_master: versusMaster,
  dawid_skene: latent,
}
