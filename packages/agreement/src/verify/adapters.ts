import type { Metric, Options, WeightName, Weights } from '../options.ts'
import { estimate, type MeasureId } from '../registry.ts'
import { codeTable, countTable, scoreTable } from './case-table.ts'
import { categoryAdapters } from './category-adapters.ts'
import { type Actual, fieldsOf } from './fields.ts'
import { detailsOf, type Expected, partsIn } from './guards.ts'
import { latentAdapters } from './latent-adapters.ts'
import type { ReferenceCase } from './reference.ts'
import { scaleAdapters } from './scale-adapters.ts'
import { segmentAdapters } from './segment-adapters.ts'

/** Computes what a reference case asks for. */
export type Adapter = (given: ReferenceCase) => Actual

const weightNames: Record<string, WeightName> = {
  unweighted: 'identity',
  linear: 'linear',
  quadratic: 'quadratic',
  ordinal: 'ordinal',
  radical: 'radical',
  ratio: 'ratio',
  circular: 'circular',
  bipolar: 'bipolar',
}

function isMatrix(value: Expected | undefined): value is readonly (readonly number[])[] {
  return (
    Array.isArray(value) && value.every((row) => Array.isArray(row) && row.every((cell) => typeof cell === 'number'))
  )
}

function weightsOf(given: ReferenceCase): Weights {
  const { weights = 'unweighted' } = given.options
  const name = typeof weights === 'string' ? weightNames[weights] : isMatrix(weights) ? weights : undefined
  if (name === undefined) throw new RangeError(`The weights ${JSON.stringify(weights)} are not known.`)
  return name
}

function numberOption(given: ReferenceCase, name: string): number | undefined {
  const value = given.options[name]
  return typeof value === 'number' ? value : undefined
}

function textOption(given: ReferenceCase, name: string): string | undefined {
  const value = given.options[name]
  return typeof value === 'string' ? value : undefined
}

const onCodes =
  (id: MeasureId, options: (given: ReferenceCase) => Options = () => ({})): Adapter =>
  (given) =>
    fieldsOf(estimate(id, codeTable(given), options(given)))

const onScores =
  (id: MeasureId, options: (given: ReferenceCase) => Options = () => ({})): Adapter =>
  (given) =>
    fieldsOf(estimate(id, scoreTable(given), options(given)))

const onCounts =
  (id: MeasureId): Adapter =>
  (given) =>
    fieldsOf(estimate(id, countTable(given), { weights: weightsOf(given) }))

function gwetAc(given: ReferenceCase): Actual {
  const weights = weightsOf(given)
  const table = countTable(given)
  return fieldsOf(weights === 'identity' ? estimate('gwet-ac1', table) : estimate('gwet-ac2', table, { weights }))
}

const metrics: readonly Metric[] = ['nominal', 'ordinal', 'interval', 'ratio', 'circular', 'bipolar']

function alpha(given: ReferenceCase): Actual {
  const metric = metrics.find((name) => name === given.options.metric)
  if (metric === undefined) throw new RangeError(`The metric ${given.options.metric} is not known.`)
  const period = numberOption(given, 'period')
  const result = estimate('krippendorff-alpha', codeTable(given), { metric, ...(period !== undefined && { period }) })
  return { estimate: result.estimate, Do: result.observed, De: result.expected }
}

function iccOptions(given: ReferenceCase): Options {
  const r0 = numberOption(given, 'r0')
  const confidence = numberOption(given, 'level')
  const form = textOption(given, 'form')
  return {
    ...(form && { form }),
    ...(r0 !== undefined && { r0 }),
    ...(confidence && { confidence }),
  }
}

function anova(given: ReferenceCase): Actual {
  const squares = partsIn(detailsOf(estimate('icc', scoreTable(given))).meanSquares)
  return { MSr: squares.items, MSw: squares.within, MSc: squares.raters, MSe: squares.residual }
}

/** How each measure of the reference files is computed with this library. */
export const adapters: { readonly [measure: string]: Adapter } = {
  percent_agreement: onCounts('percent-agreement'),
  percent_agreement_pairs: onCounts('percent-agreement-pairs'),
  percent_agreement_all: onCodes('percent-agreement-all'),
  cohen_kappa: onCodes('cohen-kappa'),
  weighted_kappa: onCodes('weighted-kappa', (given) => ({ weights: weightsOf(given) })),
  brennan_prediger: onCounts('brennan-prediger'),
  gwet_ac: gwetAc,
  fleiss_kappa: onCounts('fleiss-kappa'),
  scott_pi: onCodes('scott-pi'),
  pabak: onCodes('brennan-prediger'),
  conger_kappa: (given) => fieldsOf(estimate('conger-kappa', codeTable(given), { weights: weightsOf(given) })),
  krippendorff_alpha: alpha,
  krippendorff_alpha_weighted: onCounts('krippendorff-alpha-weighted'),
  icc: onScores('icc', iccOptions),
  anova,
  bias_t: onScores('bias'),
  pearson: onScores('pearson'),
  ...categoryAdapters,
  ...latentAdapters,
  ...scaleAdapters,
  ...segmentAdapters,
}
