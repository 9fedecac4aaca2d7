import {
  type AnyTable,
  againstReference,
  altman,
  assuranceIcc,
  benchmarkMembership,
  bestAlignment,
  bootstrap,
  type CodeTable,
  cicchetti,
  compareDependent,
  dawidSkene,
  everyIccForm,
  everyPair,
  fleissBenchmark,
  gtheoryCrossed,
  type ItemTable,
  iccForms,
  influence,
  jackknife,
  joinTables,
  kappaPosterior,
  kooLi,
  landisKoch,
  measures,
  pooledKappa,
  powerIcc,
  powerKappaBinary,
  powerKappaGof,
  powerKappaMulticategory,
  raterPairs,
  sampleSizeIcc,
  sampleSizeIccAssurance,
  sampleSizeIccWidth,
  sampleSizeKappaBinary,
  sampleSizeKappaGof,
  sampleSizeKappaMulticategory,
  stratifiedKappa,
  suitability,
  tableFromContingency,
  timeBlocks,
  treeWeights,
} from '@attune/agreement'
import { edges, usual } from './tables.ts'

const all: Readonly<Record<string, AnyTable>> = { ...usual, ...edges }

function ratings(name: string) {
  const table = all[name]
  if (table?.kind !== 'codes' && table?.kind !== 'scores') throw new Error(`${name} is no table of raters.`)
  return table
}

function codes(name: string): CodeTable {
  const table = ratings(name)
  if (table.kind !== 'codes') throw new Error(`${name} has no codes.`)
  return table
}

function units(name: string) {
  const table = all[name]
  if (table?.kind !== 'units') throw new Error(`${name} has no units.`)
  return table
}

function cuts(name: string) {
  const table = all[name]
  if (table?.kind !== 'segmentation') throw new Error(`${name} has no cuts.`)
  return table
}

const square = (...counts: number[][]): CodeTable =>
  tableFromContingency({
    raters: ['Ann', 'Ben'],
    level: 'ordinal',
    categories: ['1', '2', '3'].slice(0, counts.length),
    counts,
  })
const documents = joinTables([
  units('units'),
  units('units that are equal'),
  units('units with other codes'),
  units('no units'),
])
const joined: Readonly<Record<string, ItemTable>> = { documents, 'one document': units('units') }

type Calls = Readonly<Record<string, () => unknown>>

/** Coefficients for resampling: one of each way to be computed. */
const resampled: readonly (readonly [string, string])[] = [
  ['cohen-kappa', 'three codes'],
  ['cohen-kappa', 'one code for all'],
  ['cohen-kappa', 'two items'],
  ['cohen-kappa', 'full agreement'],
  ['percent-agreement', 'three codes'],
  ['fleiss-kappa', 'team of codes'],
  ['gwet-ac1', 'team of codes'],
  ['conger-kappa', 'team of codes'],
  ['krippendorff-alpha', 'team of ordered codes'],
  ['krippendorff-alpha', 'team of scores'],
  ['light-kappa', 'whole team of codes'],
  ['lin-ccc', 'two raters of scores'],
  ['spearman', 'ratios'],
  ['cronbach-alpha', 'whole team of scores'],
  ['icc-oneway', 'team of scores'],
  ['bland-altman', 'scores, two items'],
]

function each(names: readonly (readonly [string, string])[], call: (id: string, table: ItemTable) => unknown): Calls {
  return Object.fromEntries(names.map(([id, name]) => [`${id}, ${name}`, () => call(id, ratings(name))]))
}

const pairsOfTwelve = Array.from({ length: 12 }, (_, index) => `dyad ${index >> 1}`)
const icc = { rho0: 0.6, rho1: 0.8, raters: 3 } as const
const binary = { kappa0: 0.3, kappa1: 0.6, rate1: 0.2, rate2: 0.25 } as const
const common = { kappa0: 0.4, kappa1: 0.6, prevalence: 0.3, raters: 4 } as const
const several = { kappa0: 0.5, kappa1: 0.7, shares: [0.4, 0.3, 0.2, 0.1] } as const
const risks = [{}, { alpha: 0.01 }, { tails: 1 }, { tails: 2 }] as const
const powers = [{}, { power: 0.95 }] as const

function plans<Plan extends object>(size: (plan: Plan) => unknown, cases: readonly Plan[]): Calls {
  return Object.fromEntries(cases.map((plan) => [JSON.stringify(plan), () => size(plan)]))
}

/** Calls of every function that is not a coefficient, by its name. */
export const calls: Readonly<Record<string, Calls>> = {
  jackknife: {
    ...each(resampled, (id, table) => jackknife(id, table)),
    clusters: () => jackknife('cohen-kappa', codes('ordered codes'), { confidence: 0.9 }, { clusters: pairsOfTwelve }),
    'one cluster': () =>
      jackknife('cohen-kappa', codes('ordered codes'), {}, { clusters: pairsOfTwelve.map(() => 'x') }),
    'one cluster decides': () =>
      jackknife('cohen-kappa', codes('one rater with one code'), {}, { clusters: ['x', 'y', 'y', 'y'] }),
    ...Object.fromEntries(
      Object.entries(joined).map(([name, table]) => [name, () => jackknife('u-alpha-2016', table)]),
    ),
    blocks: () => jackknife('u-alpha-2016', units('units'), {}, { block: 10 }),
    'blocks of a text': () => jackknife('pk', cuts('cuts'), {}, { block: 10 }),
    'blocks and clusters': () => jackknife('u-alpha-2016', documents, {}, { block: 10, clusters: ['x'] }),
    'clusters of documents': () => jackknife('u-alpha-2016', documents, {}, { clusters: ['x', 'x', 'y', 'z'] }),
    'too few clusters': () => jackknife('cohen-kappa', codes('three codes'), {}, { clusters: ['x'] }),
    'kappa of scores': () => jackknife('light-kappa', ratings('scores, not codable')),
    'not codable': () => jackknife('cronbach-alpha', ratings('scores, not codable')),
    'two, not codable': () => jackknife('lin-ccc', ratings('scores, two raters, not codable')),
    'span-f1 of documents': () => jackknife('span-f1', documents),
  },
  bootstrap: {
    ...each(resampled, (id, table) => bootstrap(id, table, {}, { resamples: 60, seed: 3 })),
    percentile: () => bootstrap('cohen-kappa', codes('three codes'), {}, { resamples: 50, method: 'percentile' }),
    clusters: () =>
      bootstrap('cohen-kappa', codes('ordered codes'), {}, { resamples: 40, clusters: pairsOfTwelve, seed: 2 }),
    ...Object.fromEntries(
      Object.entries(joined).map(([name, table]) => [name, () => bootstrap('span-f1', table, {}, { resamples: 40 })]),
    ),
    blocks: () => bootstrap('u-alpha-2016', units('units'), {}, { resamples: 40, block: 10 }),
    'nineteen samples': () => bootstrap('cohen-kappa', codes('three codes'), {}, { resamples: 19 }),
  },
  compareDependent: {
    'two pairs': () =>
      compareDependent(
        codes('team of codes'),
        { measure: 'cohen-kappa', raters: ['Ann', 'Ben'] },
        { measure: 'cohen-kappa', raters: ['Ann', 'Cleo'] },
      ),
    'two coefficients': () =>
      compareDependent(
        codes('team of codes'),
        { measure: 'gwet-ac1' },
        { measure: 'fleiss-kappa' },
        { confidence: 0.9 },
      ),
    'two weightings': () =>
      compareDependent(
        codes('ordered codes'),
        { measure: 'weighted-kappa', options: { weights: 'linear' } },
        { measure: 'weighted-kappa', options: { weights: 'quadratic' } },
        { clusters: pairsOfTwelve },
      ),
    numbers: () => compareDependent(ratings('two raters of scores'), { measure: 'lin-ccc' }, { measure: 'pearson' }),
    'the same twice': () =>
      compareDependent(codes('three codes'), { measure: 'cohen-kappa' }, { measure: 'cohen-kappa' }),
    'one undefined': () =>
      compareDependent(codes('one code for all'), { measure: 'cohen-kappa' }, { measure: 'gwet-ac1' }),
    'one item': () => compareDependent(codes('one item, apart'), { measure: 'cohen-kappa' }, { measure: 'gwet-ac1' }),
    'one item decides': () =>
      compareDependent(codes('two items'), { measure: 'cohen-kappa' }, { measure: 'percent-agreement' }),
    documents: () => compareDependent(documents, { measure: 'u-alpha-2016' }, { measure: 'span-f1' }),
    'one document': () => compareDependent(units('units'), { measure: 'u-alpha-2016' }, { measure: 'span-f1' }),
    blocks: () =>
      compareDependent(units('units'), { measure: 'u-alpha-2016' }, { measure: 'u-alpha-1995' }, { block: 15 }),
  },
  influence: {
    pair: () => influence('cohen-kappa', codes('three codes')),
    team: () => influence('fleiss-kappa', codes('team of codes')),
    clusters: () => influence('cohen-kappa', codes('ordered codes'), {}, { clusters: pairsOfTwelve }),
    'one code': () => influence('cohen-kappa', codes('one code for all')),
    'two items': () => influence('cohen-kappa', codes('two items')),
    'one item': () => influence('gwet-ac1', codes('one item')),
    documents: () => influence('u-alpha-2016', documents),
    'one document': () => influence('u-alpha-2016', units('team of units')),
    blocks: () => influence('u-alpha-2016', units('units'), {}, { block: 20 }),
  },
  kappaPosterior: {
    usual: () => kappaPosterior(codes('three codes'), {}, { draws: 200 }),
    weighted: () =>
      kappaPosterior(codes('ordered codes'), { weights: 'linear', confidence: 0.8 }, { draws: 100, seed: 4 }),
    threshold: () => kappaPosterior(codes('full agreement'), {}, { draws: 100, threshold: 1 }),
    low: () => kappaPosterior(codes('no agreement'), {}, { draws: 100, threshold: -1 }),
    none: () => kappaPosterior(codes('no item')),
    'one category': () => kappaPosterior(codes('one declared code')),
    'too few draws': () => kappaPosterior(codes('three codes'), {}, { draws: 99 }),
    'no threshold': () => kappaPosterior(codes('three codes'), {}, { threshold: -1.1 }),
    'high threshold': () => kappaPosterior(codes('three codes'), {}, { threshold: 1.1 }),
    team: () => kappaPosterior(codes('team of codes')),
  },
  stratifiedKappa: {
    two: () => stratifiedKappa([square([20, 5], [4, 11]), square([9, 1], [3, 8])]),
    three: () =>
      stratifiedKappa([square([20, 5], [4, 11]), square([9, 1], [3, 8]), square([3, 3], [2, 5])], { confidence: 0.9 }),
    weighted: () =>
      stratifiedKappa([square([9, 5, 0], [4, 11, 2], [0, 3, 6]), square([9, 1, 1], [3, 8, 0], [0, 1, 7])], {
        weights: 'quadratic',
        confidence: 0.9,
      }),
    'one undefined': () => stratifiedKappa([square([20, 5], [4, 11]), square([9, 0], [0, 0])]),
    'one empty': () => stratifiedKappa([square([0, 0], [0, 0]), square([9, 1], [2, 6])]),
    'all empty': () => stratifiedKappa([square([0, 0], [0, 0]), square([0, 0], [0, 0])]),
    'all of one code': () => stratifiedKappa([square([5, 0], [0, 0]), square([4, 0], [0, 0])]),
    'one without spread': () => stratifiedKappa([square([5, 0], [0, 4]), square([9, 1], [2, 6])]),
    one: () => stratifiedKappa([square([20, 5], [4, 11])]),
  },
  pooledKappa: {
    same: () => pooledKappa([codes('three codes'), codes('three codes')]),
    own: () => pooledKappa([square([20, 5], [4, 11]), square([9, 1], [3, 8])], { items: 'own', confidence: 0.9 }),
    weighted: () =>
      pooledKappa([square([9, 5, 0], [4, 11, 2], [0, 3, 6]), square([9, 1, 1], [3, 8, 0], [0, 1, 7])], {
        items: 'own',
        weights: 'linear',
      }),
    unequal: () => pooledKappa([square([20, 5], [4, 11]), square([9, 1], [3, 8])]),
    'one empty': () => pooledKappa([square([20, 5], [4, 11]), square([0, 0], [0, 0])], { items: 'own' }),
    'all of one code': () => pooledKappa([square([5, 0], [0, 0]), square([4, 0], [0, 0])], { items: 'own' }),
    'one of one code': () => pooledKappa([square([5, 0], [0, 0]), square([4, 1], [2, 5])], { items: 'own' }),
    'without spread': () => pooledKappa([square([5, 0], [0, 3]), square([4, 0], [0, 5])], { items: 'own' }),
    none: () => pooledKappa([]),
    team: () => pooledKappa([codes('team of codes')]),
  },
  againstReference: {
    codes: () => againstReference('cohen-kappa', codes('team of codes'), 'Ben'),
    numbers: () => againstReference('lin-ccc', ratings('team of scores'), 'Cleo', { confidence: 0.9 }),
    undefined: () => againstReference('cohen-kappa', codes('team with one code'), 'Ann'),
    stranger: () => againstReference('cohen-kappa', codes('team of codes'), 'Eve'),
  },
  everyPair: {
    codes: () => everyPair('cohen-kappa', codes('team of codes')),
    weighted: () => everyPair('weighted-kappa', codes('team of ordered codes'), { weights: 'linear' }),
    numbers: () => everyPair('pearson', ratings('team of scores')),
    many: () => everyPair('krippendorff-alpha', codes('whole team of codes')),
    names: () => raterPairs(codes('whole team of codes')),
  },
  everyIccForm: {
    usual: () => everyIccForm(ratings('whole team of scores')),
    options: () => everyIccForm(ratings('team of scores'), { confidence: 0.9, r0: 0.2 }),
    edge: () => everyIccForm(ratings('scores, same means of items')),
    forms: () => iccForms,
  },
  suitability: Object.fromEntries(
    ['three codes', 'team of codes', 'one rater', 'two raters of scores', 'team of scores', 'ordered codes'].map(
      (name) => [name, () => suitability(ratings(name)).map(({ id, suits, reasons }) => [id, suits, ...reasons])],
    ),
  ),
  dawidSkene: {
    team: () => dawidSkene(codes('team of codes')),
    pair: () => dawidSkene(codes('three codes'), { rounds: 3 }),
    coders: () => dawidSkene(codes('whole team of codes'), { coders: ['x', 'x', 'y', 'z'], tolerance: 1e-3 }),
    none: () => dawidSkene(codes('nothing rated')),
    wrong: () => dawidSkene(codes('three codes'), { coders: ['x'] }),
  },
  gtheoryCrossed: {
    usual: () =>
      gtheoryCrossed([
        [
          [1, 2],
          [2, 4],
        ],
        [
          [5, 6],
          [6, 9],
        ],
        [
          [3, 3],
          [1, 4],
        ],
      ]),
    planned: () =>
      gtheoryCrossed(
        [
          [
            [1, 2],
            [2, 4],
          ],
          [
            [5, 6],
            [6, 9],
          ],
        ],
        { raters: 3, occasions: 1 },
      ),
    flat: () =>
      gtheoryCrossed([
        [
          [1, 1],
          [1, 1],
        ],
        [
          [1, 1],
          [1, 1],
        ],
      ]),
    'no plan': () =>
      gtheoryCrossed(
        [
          [
            [1, 2],
            [2, 4],
          ],
          [
            [5, 6],
            [6, 9],
          ],
        ],
        { raters: 0, occasions: 1 },
      ),
    'no plan of occasions': () =>
      gtheoryCrossed(
        [
          [
            [1, 2],
            [2, 4],
          ],
          [
            [5, 6],
            [6, 9],
          ],
        ],
        { raters: 1, occasions: 0 },
      ),
    'one person': () =>
      gtheoryCrossed([
        [
          [1, 2],
          [2, 4],
        ],
      ]),
    'one rater': () => gtheoryCrossed([[[1, 2]], [[5, 6]]]),
    'a gap': () =>
      gtheoryCrossed([
        [
          [1, 2],
          [2, 4],
        ],
        [[5, 6], [6]],
      ]),
    'no number': () =>
      gtheoryCrossed([
        [
          [1, 2],
          [2, 4],
        ],
        [
          [5, 6],
          [6, Number.NaN],
        ],
      ]),
    'a missing row': () =>
      gtheoryCrossed([
        [
          [1, 2],
          [2, 4],
        ],
        [[5, 6]],
      ]),
    none: () => gtheoryCrossed([]),
  },
  bestAlignment: {
    two: () => bestAlignment(units('units')),
    three: () => bestAlignment(units('team of units'), { alpha: 2, beta: 0.5, deltaEmpty: 0.7 }),
    none: () => bestAlignment(units('no units')),
  },
  timeBlocks: {
    units: () => timeBlocks(units('units'), 25),
    'of documents': () => timeBlocks(documents, 60),
    'no length': () => timeBlocks(units('units'), 0),
  },
  treeWeights: {
    tree: () => treeWeights([['F', 'F1', 'a'], ['F', 'F1', 'b'], ['F', 'F2'], ['Ds'], ['Ds', 'x']]),
  },
  benchmarkMembership: Object.fromEntries(
    [altman, cicchetti, fleissBenchmark, kooLi, landisKoch].map((rule) => [
      rule.author,
      () => [
        rule,
        benchmarkMembership({ estimate: 0.63, se: 0.08 }, rule),
        benchmarkMembership({ estimate: -0.2, se: 0.1 }, rule, 0.8),
      ],
    ]),
  ),
  measures: Object.fromEntries(Object.entries(measures).map(([id, { estimate: _, ...record }]) => [id, () => record])),
  planning: {
    ...plans(
      sampleSizeIcc,
      powers.flatMap((power) => risks.map((risk) => ({ ...icc, ...risk, ...power }))),
    ),
    ...plans(
      sampleSizeKappaBinary,
      powers.flatMap((power) => risks.map((risk) => ({ ...binary, ...risk, ...power }))),
    ),
    ...plans(
      sampleSizeKappaGof,
      powers.flatMap((power) => risks.map((risk) => ({ ...common, ...risk, ...power }))),
    ),
    ...plans(
      sampleSizeKappaGof,
      risks.map((risk) => ({ ...common, ...risk, search: 'kappaSize' as const })),
    ),
    ...plans(
      sampleSizeKappaMulticategory,
      powers.flatMap((power) => risks.map((risk) => ({ ...several, ...risk, ...power }))),
    ),
    ...plans(
      powerIcc,
      risks.map((risk) => ({ ...icc, ...risk, items: 20 })),
    ),
    ...plans(
      powerKappaBinary,
      risks.map((risk) => ({ ...binary, ...risk, items: 20 })),
    ),
    ...plans(
      powerKappaGof,
      risks.map((risk) => ({ ...common, ...risk, items: 20 })),
    ),
    ...plans(
      powerKappaMulticategory,
      risks.map((risk) => ({ ...several, ...risk, items: 20 })),
    ),
    ...plans(
      sampleSizeIccWidth,
      [2, 3].flatMap((raters) => [0.69, 0.7, 0.9].map((rho) => ({ rho, raters, width: 0.3 }))),
    ),
    ...plans(sampleSizeIccAssurance, [
      { rho: 0.8, raters: 3, lower: 0.6 },
      { rho: 0.8, raters: 3, lower: 0.6, assurance: 0.95, design: 'twoway' },
      { rho: 0.8, raters: 2, width: 0.3, confidence: 0.9 },
      { rho: 0.8, raters: 2, width: 1.99 },
      { rho: 0.8, raters: 3, lower: 0.79999 },
      { rho: 0.8, raters: 3, lower: 0.9 },
      { rho: 0.8, raters: 3, width: 0 },
      { rho: 0.8, raters: 3 },
      { rho: 1, raters: 3, lower: 0.5 },
      { rho: 0.8, raters: 3, lower: 0.5, assurance: 1 },
      { rho: 0.8, raters: 3, lower: 0.5, confidence: 1 },
    ]),
    ...plans(assuranceIcc, [
      { rho: 0.8, raters: 3, lower: 0.6, items: 20 },
      { rho: 0.8, raters: 3, width: 0.2, items: 20 },
      { rho: 0.1, raters: 3, width: 0.5, items: 9, design: 'twoway' },
      { rho: -0.3, raters: 3, width: 0.5, items: 9 },
      { rho: 0.8, raters: 3, width: 1.4, items: 30 },
      { rho: 0.8, raters: 3, lower: 0.6, items: 1 },
      { rho: 0.8, raters: 3, lower: 0.6, items: 2.5 },
    ]),
  },
}
