import { compareDependent } from '../compare-dependent.ts'
import { altman } from '../interpret/altman.ts'
import { type Benchmark, benchmarkMembership } from '../interpret/benchmark-membership.ts'
import { fleissBenchmark } from '../interpret/fleiss-benchmark.ts'
import { landisKoch } from '../interpret/landis-koch.ts'
import { pooledKappa } from '../pooled-kappa.ts'
import { stratifiedKappa } from '../stratified-kappa.ts'
import { tableFromContingency } from '../table/from-counts.ts'
import { codeTable } from './case-table.ts'
import { type Actual, fieldsOf } from './fields.ts'
import { type Expected, entriesIn, numbersIn } from './guards.ts'
import type { ReferenceCase } from './reference.ts'

const rules: Record<string, Benchmark> = { landis_koch: landisKoch, altman, fleiss: fleissBenchmark }

function membership(given: ReferenceCase): Actual {
  const rule = rules[String(given.options.scale)]
  if (rule === undefined) throw new RangeError(`The rule ${given.options.scale} is not known.`)
  const found = { estimate: Number(given.data.coefficient), se: Number(given.data.se) }
  const { bands, label } = benchmarkMembership(found, rule)
  return {
    membership: bands.map(({ probability }) => probability),
    cumulative: bands.map(({ atLeast }) => atLeast),
    labels: bands.map((band) => band.label),
    level_95: label,
  }
}

const coefficients: Record<string, string> = { conger: 'conger-kappa', gwet: 'gwet-ac1' }

function comparison(given: ReferenceCase): Actual {
  const measure = coefficients[String(given.options.coefficient)] ?? String(given.options.coefficient)
  const named = (columns: Expected | undefined): string[] => numbersIn(columns).map((column) => `rater ${column + 1}`)
  const first = { measure, raters: named(given.options.raters1) }
  const second = { measure, raters: named(given.options.raters2) }
  const { estimate, se, test } = compareDependent(codeTable(given), first, second)
  return { estimate, se, t: test?.value, df: test?.df1, p: test?.p }
}

function homogeneity(given: ReferenceCase): Actual {
  const strata = entriesIn(given.data.tables).map((rows) => {
    const counts = entriesIn(rows).map(numbersIn)
    const categories = counts.map((_, index) => index + 1)
    return tableFromContingency({ raters: ['rater 1', 'rater 2'], level: 'nominal', categories, counts })
  })
  const found = stratifiedKappa(strata)
  return {
    pooled: found.estimate,
    pooled_se: found.se,
    chisq: found.homogeneity?.value,
    df: found.homogeneity?.df1,
    p: found.homogeneity?.p,
    pooled_devries: found.pooled,
    strata: found.strata.map(({ estimate }) => estimate),
  }
}

/** Codes of the same items, or of items of their own, each with its rows of ratings. */
function pooled(given: ReferenceCase): Actual {
  const { tables, categories } = given.data
  const codes = entriesIn(tables).map((values) =>
    codeTable({ ...given, data: { type: 'ratings', categories, values } }),
  )
  const items = given.options.items === 'own' ? 'own' : 'same'
  const weights = given.options.weights === 'linear' ? 'linear' : 'identity'
  return fieldsOf(pooledKappa(codes, { items, weights }))
}

/** How comparisons, pooled codes and benchmarks of the reference files are computed with this library. */
export const decisionAdapters: { readonly [measure: string]: (given: ReferenceCase) => Actual } = {
  benchmark_membership: membership,
  compare_dependent: comparison,
  kappa_homogeneity: homogeneity,
  pooled_kappa: pooled,
}
