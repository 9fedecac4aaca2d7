import type { Options } from '../options.ts'
import { estimate, type MeasureId } from '../registry.ts'
import type { Result } from '../result.ts'
import { ratingTable } from '../table/rating-table.ts'
import type { Cell } from '../table/types.ts'
import { scoreTable } from './case-table.ts'
import { decisionAdapters } from './decision-adapters.ts'
import { type Actual, fieldsOf } from './fields.ts'
import { detailsOf, type Expected, entriesIn, isCell, isParts, partsIn } from './guards.ts'
import { planningAdapters } from './planning-adapters.ts'
import type { ReferenceCase } from './reference.ts'
import { varianceAdapters } from './variance-adapters.ts'

type Adapter = (given: ReferenceCase) => Actual

/** Fields of the reference files that a coefficient gives among its details. */
type Extra = (result: Result) => Actual

const onScores =
  (id: MeasureId, options: (given: ReferenceCase) => Options = () => ({}), extra: Extra = () => ({})): Adapter =>
  (given) => {
    const result = estimate(id, scoreTable(given), options(given))
    return { ...fieldsOf(result), ...extra(result) }
  }

function lin(result: Result): Actual {
  const { pearson, biasCorrection, scaleShift, locationShift } = detailsOf(result)
  return { r: pearson, Cb: biasCorrection, scale: scaleShift, loc: locationShift }
}

function numberOption(given: ReferenceCase, name: string): number | undefined {
  const value = given.options[name]
  return typeof value === 'number' ? value : undefined
}

function errorType(given: ReferenceCase): Options {
  return { type: given.options.type === 'consistency' ? 'consistency' : 'agreement' }
}

function withinOptions(given: ReferenceCase): Options {
  const [k, confidence] = [numberOption(given, 'k'), numberOption(given, 'level')]
  return { ...(k !== undefined && { k }), ...(confidence !== undefined && { confidence }) }
}

function finnOptions(given: ReferenceCase): Options {
  const points = numberOption(given, 'levels')
  return { design: given.options.model === 'twoway' ? 'twoway' : 'oneway', ...(points !== undefined && { points }) }
}

/** The reference cases have the intervals that were printed in 1986 and 1999, not the exact ones. */
function limitsOptions(given: ReferenceCase): Options {
  const rough = given.options.limits === '2sd'
  return { limits: rough ? '2sd' : 'z', limitsInterval: rough ? 'rough' : 't' }
}

const list = (bounds: Expected | undefined): Expected | undefined =>
  isParts(bounds) ? [bounds.lower ?? null, bounds.upper ?? null] : undefined

function limitFields(result: Result): Actual {
  const { sd, limits } = detailsOf(result)
  if (!isParts(limits) || result.estimate === null) return {}
  return {
    bias: result.estimate,
    sd,
    lower: limits.lower,
    upper: limits.upper,
    se_limit: limits.se,
    ci_bias: result.interval && [result.interval.lower, result.interval.upper],
    ci_lower: list(limits.lowerInterval),
    ci_upper: list(limits.upperInterval),
  }
}

function oneway(given: ReferenceCase): Actual {
  const single = estimate('icc', scoreTable(given), { form: 'ICC(1)' })
  const several = estimate('icc', scoreTable(given), { form: 'ICC(k)' })
  const { meanSquares } = detailsOf(single)
  const squares = partsIn(meanSquares)
  return { ...fieldsOf(single), icc1k: several.estimate, MSb: squares.items, MSw: squares.within }
}

/** Groups of unequal size as a table with empty places at the end of the shorter ones. */
function unbalanced(given: ReferenceCase): Actual {
  const groups: Cell[][] = entriesIn(given.data.values).map((group) => entriesIn(group).filter(isCell))
  const width = Math.max(...groups.map((group) => group.length))
  const raters = Array.from({ length: width }, (_, index) => `place ${index + 1}`)
  const rows = groups.map((group) => raters.map((_, index) => group[index] ?? null))
  const result = estimate('icc-oneway', ratingTable({ raters, level: 'interval', rows }))
  const { k0, meanSquares } = detailsOf(result)
  const squares = partsIn(meanSquares)
  return { ...fieldsOf(result), k0, MSb: squares.items, MSw: squares.within }
}

/** How each measure of scale scores in the reference files is computed with this library. */
export const scaleAdapters: { readonly [measure: string]: Adapter } = {
  lin_ccc: onScores('lin-ccc', () => ({}), lin),
  spearman: onScores('spearman'),
  kendall_tau_b: onScores('kendall-tau-b'),
  kendall_w: onScores('kendall-w'),
  mean_pearson: onScores('mean-pearson'),
  mean_spearman: onScores('mean-spearman'),
  bland_altman: onScores('bland-altman', limitsOptions, limitFields),
  sem: onScores('sem', errorType),
  mdc: onScores('mdc', errorType),
  within_k: onScores('within-k', withinOptions, (result) => ({ within: detailsOf(result).within })),
  cronbach_alpha: onScores('cronbach-alpha'),
  finn: onScores('finn', finnOptions),
  robinson_a: onScores('robinson-a'),
  anova_oneway: oneway,
  icc1_unbalanced: unbalanced,
  ...varianceAdapters,
  ...planningAdapters,
  ...decisionAdapters,
}
