import type { Options } from '../options.ts'
import { estimate, type MeasureId } from '../registry.ts'
import type { Result } from '../result.ts'
import { scoreTable } from './case-table.ts'
import { type Actual, fieldsOf } from './fields.ts'
import type { Expected, ReferenceCase } from './reference.ts'

type Adapter = (given: ReferenceCase) => Actual
type Parts = { readonly [name: string]: Expected }

/** Fields of the reference files that a coefficient gives among its details. */
type Extra = (result: Result) => Actual

const onScores =
  (id: MeasureId, options: (given: ReferenceCase) => Options = () => ({}), extra: Extra = () => ({})): Adapter =>
  (given) => {
    const result = estimate(id, scoreTable(given), options(given))
    return { ...fieldsOf(result), ...extra(result) }
  }

function isParts(value: Expected | undefined): value is Parts {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function detailsOf(result: Result): Parts {
  return isParts(result.details) ? result.details : {}
}

function lin(result: Result): Actual {
  const { pearson, biasCorrection, scaleShift, locationShift } = detailsOf(result)
  return { r: pearson, Cb: biasCorrection, scale: scaleShift, loc: locationShift }
}

/** How each measure of scale scores in the reference files is computed with this library. */
export const scaleAdapters: { readonly [measure: string]: Adapter } = {
  lin_ccc: onScores('lin-ccc', () => ({}), lin),
  spearman: onScores('spearman'),
  kendall_tau_b: onScores('kendall-tau-b'),
  kendall_w: onScores('kendall-w'),
  mean_pearson: onScores('mean-pearson'),
  mean_spearman: onScores('mean-spearman'),
}
