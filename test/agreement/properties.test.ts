import {
  type CodeTable,
  estimate,
  type Measure,
  measures,
  type Result,
  type ScoreTable,
  selectItems,
  selectRaters,
  suitability,
} from '@attune/agreement'
import { describe, expect, it } from 'vitest'
import { type Random, randomFrom } from '../../packages/agreement/src/base/random.ts'
import { codesFrom, scoresFrom, shuffled } from './support/random-tables.ts'

/** Tables in all; every coefficient that suits a table is tried on it, under one change after another. */
const TABLES = Number(process.env.ATTUNE_PROPERTY_TABLES ?? 10_000)

/** What a change does to an estimate: `same` by default, a factor, or `null` where nothing is promised. */
type Promised = (id: string, before: Result) => number | null
interface Change<Table> {
  readonly name: string
  readonly make: (table: Table, random: Random) => Table
  readonly factor?: Promised
  /** It may determine what was undefined before. */
  readonly determines?: true
  /** Only these coefficients promise anything. */
  readonly only?: (measure: Measure) => boolean
}

/** What a coefficient needs beside the table. */
function optionsOf({ id, usualWeights }: Measure, table: CodeTable | ScoreTable) {
  if (id === 'finn') return { points: 9 }
  return usualWeights !== undefined && table.level === 'nominal' ? { weights: 'identity' as const } : {}
}

function compared<Table extends CodeTable | ScoreTable>(
  table: Table,
  change: Change<Table>,
  random: Random,
  seed: number,
): number {
  const changed = change.make(table, random)
  let tried = 0
  for (const { id, suits } of suitability(table)) {
    const measure: Measure = measures[id]
    if (!suits || id === 'icc-mixed' || change.only?.(measure) === false) continue
    const options = optionsOf(measure, table)
    const before = estimate(id, table, options)
    const factor = change.factor?.(id, before) ?? (change.factor === undefined ? 1 : null)
    if (factor === null) continue
    const after = estimate(id, changed, options)
    const place = `${id}, table ${seed}: ${change.name}`
    if (before.estimate === null && change.determines === true) continue
    expect(after.estimate === null, place).toBe(before.estimate === null)
    if (after.estimate === null || before.estimate === null) continue
    tried++
    const expected = ratioOf(id, factor, before.estimate)
    const off = Math.abs(after.estimate - expected) / Math.max(1, Math.abs(expected))
    if (!(off < 1e-8)) expect.fail(`${place}: ${after.estimate} for ${expected}`)
  }
  return tried
}

/** Alpha's distance from 1 changes by the factor, every other estimate itself. */
function ratioOf(id: string, factor: number, value: number): number {
  return id.startsWith('krippendorff') ? 1 - factor * (1 - value) : factor * value
}

const everyRow = (table: CodeTable | ScoreTable) => Array.from({ length: table.size }, (_, item) => item)
const chi2 = ['mcnemar', 'bowker', 'stuart-maxwell', 'bhapkar']
const directed = ['criterion-validity', 'bland-altman', 'bias']
const countsCategories = [
  'brennan-prediger',
  'gwet-ac1',
  'gwet-ac2',
  'weighted-kappa',
  'mcnemar',
  'prevalence-index',
  'bias-index',
  'finn',
]

/** Ratings in items with two or more, which is what alpha's small-sample term counts. */
function pairableRatings(table: CodeTable): number {
  const m = table.raters.length
  return everyRow(table).reduce((sum, item) => {
    const rated = table.codes.subarray(item * m, (item + 1) * m).filter((code) => code >= 0).length
    return sum + (rated > 1 ? rated : 0)
  }, 0)
}

function ratedItems(table: CodeTable): number {
  const m = table.raters.length
  return everyRow(table).filter((item) => table.codes.subarray(item * m, (item + 1) * m).some((code) => code >= 0))
    .length
}

function reordered(table: CodeTable, order: readonly number[]): CodeTable {
  const place = new Map(order.map((old, now) => [old, now]))
  return {
    ...table,
    categories: order.map((old) => table.categories[old] ?? ''),
    scores: Float64Array.from(order, (old) => table.scores[old] ?? 0),
    codes: table.codes.map((code) => (code < 0 ? code : (place.get(code) ?? code))),
  }
}

const ofCodes: readonly Change<CodeTable>[] = [
  {
    name: 'raters in another order',
    make: (table, random) => selectRaters(table, shuffled(table.raters, random)),
    factor: (id) => (directed.includes(id) ? null : 1),
  },
  { name: 'items in another order', make: (table, random) => selectItems(table, shuffled(everyRow(table), random)) },
  { name: 'other names', make: (table) => ({ ...table, categories: table.categories.map((name) => `new ${name}`) }) },
  {
    name: 'categories in another order, with their scores',
    make: (table, random) => reordered(table, shuffled([...table.categories.keys()], random)),
    factor: (id, { options }) => (id === 'criterion-validity' || options.metric === 'ordinal' ? null : 1),
  },
  {
    name: 'the scale from its other end',
    make: (table) => ({ ...table, scores: table.scores.map((score) => 40 - score) }),
    factor: (id) => (directed.includes(id) ? null : 1),
    only: ({ family }) => family !== 'scales',
  },
  {
    name: 'other origin and unit of the scores',
    make: (table) => ({ ...table, scores: table.scores.map((score) => 7 * score - 3) }),
    only: ({ family }) => family !== 'scales',
  },
  {
    name: 'two more categories that nobody used',
    make: (table) => ({
      ...table,
      categories: [...table.categories, 'unused', 'too'],
      scores: Float64Array.of(...table.scores, 50, 51),
    }),
    factor: (id) => (countsCategories.includes(id) ? null : 1),
    only: ({ categories }) => categories === undefined,
  },
  {
    name: 'every item three times',
    make: (table) =>
      selectItems(
        table,
        everyRow(table).flatMap((item) => [item, item, item]),
      ),
    factor: (id) => (chi2.includes(id) ? 3 : 1),
    only: ({ id, family }) => family !== 'scales' && !id.startsWith('krippendorff'),
  },
  {
    name: 'an item that nobody rated',
    make: (table) => ({
      ...table,
      size: table.size + 1,
      items: null,
      codes: Int8Array.from([...table.codes, ...table.raters.map(() => -1)]),
    }),
  },
]

const linear = ['pearson', 'lin-ccc', 'spearman', 'kendall-tau-b', 'mean-pearson', 'mean-spearman', 'cronbach-alpha']
const means = ['bland-altman', 'bias', 'within-k', 'percent-agreement-all']
const ranks = ['spearman', 'kendall-tau-b', 'kendall-w', 'mean-spearman']
const inPoints = ['bland-altman', 'bias', 'sem', 'mdc']

const ofScores: readonly Change<ScoreTable>[] = [
  {
    name: 'raters in another order',
    make: (table, random) => selectRaters(table, shuffled(table.raters, random)),
    factor: (id) => (directed.includes(id) ? null : 1),
  },
  {
    name: 'two raters the other way round',
    make: (table) => selectRaters(table, table.raters.toReversed()),
    factor: (id) => (id === 'bland-altman' || id === 'bias' ? -1 : 1),
    only: ({ raters }) => raters === 2,
  },
  { name: 'items in another order', make: (table, random) => selectItems(table, shuffled(everyRow(table), random)) },
  {
    name: 'other origin and unit',
    make: (table) => ({ ...table, values: table.values.map((value) => 8 * value - 100) }),
    factor: (id) => (id === 'finn' || id === 'within-k' ? null : inPoints.includes(id) ? 8 : 1),
    only: ({ levels }) => levels.includes('interval'),
  },
  {
    name: 'a rising curve instead of the scale',
    make: (table) => ({ ...table, values: table.values.map((value) => value ** 3 + value) }),
    only: ({ id }) => ranks.includes(id),
  },
  {
    name: 'every item twice',
    make: (table) =>
      selectItems(
        table,
        everyRow(table).flatMap((item) => [item, item]),
      ),
    determines: true,
    only: ({ id }) => [...linear, ...means].includes(id),
  },
  {
    name: 'one rater more lenient by a constant',
    make: (table) => ({
      ...table,
      values: table.values.map((value, index) => value + (index % table.raters.length === 0 ? 2.5 : 0)),
    }),
    only: ({ id }) => ['pearson', 'cronbach-alpha', 'robinson-a', 'mean-pearson', ...ranks].includes(id),
  },
]

describe.each([
  { name: 'codes', share: 0.6, changes: ofCodes, from: codesFrom },
  { name: 'scores', share: 0.4, changes: ofScores, from: scoresFrom },
])('coefficients of random tables of $name', ({ name, share, changes, from }) => {
  it.each(changes as readonly unknown[] as readonly Change<never>[])(
    'are what they were: $name',
    { timeout: 600_000 },
    (change) => {
      const random = randomFrom(name.length + change.name.length * 1000)
      const count = Math.ceil((TABLES * share) / changes.length)
      let tried = 0
      for (let round = 0; round < count; round++) tried += compared(from(random) as never, change, random, round)
      expect(tried).toBeGreaterThan(count < 20 ? -1 : count) // a few tables may all be empty
    },
  )
})

describe("Krippendorff's alpha of items that stand t times", () => {
  it('changes only by its small-sample term, as exactly known', () => {
    const random = randomFrom(29)
    for (let round = 0; round < Math.ceil(TABLES / 20); round++) {
      const table = codesFrom(random)
      const thrice = selectItems(
        table,
        everyRow(table).flatMap((item) => [item, item, item]),
      )
      const n = pairableRatings(table)
      for (const id of ['krippendorff-alpha', 'krippendorff-alpha-weighted']) {
        const [before, after] = [estimate(id, table).estimate, estimate(id, thrice).estimate]
        expect(after === null).toBe(before === null)
        if (before !== null && after !== null) {
          expect(1 - after).toBeCloseTo(((1 - before) * (3 * n - 1)) / (3 * (n - 1)), 10)
        }
      }
    }
  })
})

describe('standard errors of items that stand t times', () => {
  it('shrink with the square root of t (Cohen), by the degrees of freedom too (Gwet)', () => {
    const random = randomFrom(31)
    for (let round = 0; round < Math.ceil(TABLES / 20); round++) {
      const table = selectRaters(codesFrom(random), ['r1', 'r2'])
      const twice = selectItems(
        table,
        everyRow(table).flatMap((item) => [item, item]),
      )
      for (const id of ['cohen-kappa', 'hubert-kappa', 'gwet-ac1', 'fleiss-kappa', 'brennan-prediger']) {
        const [before, after] = [estimate(id, table), estimate(id, twice)]
        if (before.estimate === null || after.estimate === null || before.se === undefined) continue
        // Gwet counts every rated item, also those with one rating.
        const n = ratedItems(table)
        const shrunk = id === 'cohen-kappa' || id === 'hubert-kappa' ? 1 / 2 : (n - 1) / (2 * n - 1)
        expect(after.se, id).toBeCloseTo(before.se * Math.sqrt(shrunk), 10)
      }
    }
  })
})
