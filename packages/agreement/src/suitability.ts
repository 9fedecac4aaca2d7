import type { Measure } from './measure.ts'
import { isMeasureId, type MeasureId, measures } from './registry.ts'
import type { RatingTable } from './table/types.ts'

/** Whether a coefficient can be computed from a table, and if not, what stands against it. */
export interface Suitability {
  readonly id: MeasureId
  readonly suits: boolean
  /** Why not; or what to know before using it. Empty if nothing needs saying. */
  readonly reasons: readonly string[]
}

/**
 * Says of every coefficient whether it suits a table, and why not: its kind, its level, its number of raters, its missing ratings.
 *
 * @example suitability(ratingTable({ raters: ['A', 'B', 'C'], level: 'nominal', categories: ['F', 'Ds'], rows: [['F', 'F', 'F']] })).find(({ id }) => id === 'cohen-kappa') // { id: 'cohen-kappa', suits: false, reasons: ['It compares two raters; the table has 3. Choose a pair.'] }
 */
export function suitability(table: RatingTable): Suitability[] {
  return Object.values(measures).flatMap((measure: Measure) => {
    const against = [
      ...kindReasons(measure, table),
      ...categoryReasons(measure, table),
      ...levelReasons(measure, table),
      ...raterReasons(measure, table),
    ]
    const suits = against.length === 0
    return isMeasureId(measure.id)
      ? [
          {
            id: measure.id,
            suits,
            reasons: suits ? [...weightReasons(measure, table), ...gapReasons(measure, table)] : against,
          },
        ]
      : []
  })
}

const kinds: Record<Measure['tables'][number], string> = {
  codes: 'declared categories',
  scores: 'numbers',
  counts: 'counts of raters',
  units: 'units on a continuum',
  segmentation: 'segmentations',
  events: 'timed events',
}

function kindReasons({ tables }: Measure, { kind }: RatingTable): string[] {
  if (tables.some((taken) => taken === kind)) return []
  return [`It needs ${tables.map((name) => kinds[name]).join(' or ')}; the table holds ${kinds[kind]}.`]
}

function categoryReasons({ categories }: Measure, table: RatingTable): string[] {
  if (categories === undefined || table.kind === 'scores' || table.categories.length === categories) return []
  return [`It needs ${categories} categories; ${table.categories.length} are declared.`]
}

function levelReasons({ levels }: Measure, { level }: RatingTable): string[] {
  return levels.includes(level) ? [] : [`It needs the level ${levels.join(' or ')}; the table is declared ${level}.`]
}

function raterReasons({ raters }: Measure, { kind, raters: named }: RatingTable): string[] {
  if (kind === 'counts') return raters === 2 ? ['It compares two raters by name; the table only counts raters.'] : []
  if (raters === 2 && named.length !== 2)
    return [`It compares two raters; the table has ${named.length}. Choose a pair.`]
  return named.length < 2 ? ['It needs two raters.'] : []
}

function weightReasons({ usualWeights }: Measure, { level }: RatingTable): string[] {
  if (usualWeights === undefined || level !== 'nominal') return []
  return [`Its usual weights (${usualWeights}) need categories in order; name others, such as a matrix.`]
}

function gapReasons({ missing, raters }: Measure, table: RatingTable): string[] {
  if (table.kind === 'counts' || missing[0] === 'available') return []
  const cells = table.kind === 'scores' ? table.state : table.codes
  let gaps = 0
  for (const cell of cells) if (cell < 0) gaps++
  if (gaps === 0) return []
  const rule =
    missing[0] === 'pairwise' && raters === 'many' ? 'pairs use the items both rated' : 'items with a gap are left out'
  return [`${gaps} ratings are missing or not codable; ${rule}.`]
}
