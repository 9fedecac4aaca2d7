import { jackknife } from '../jackknife.ts'
import type { Options } from '../options.ts'
import { estimate, type MeasureId } from '../registry.ts'
import type { Result } from '../result.ts'
import { codeTable, countTable } from './case-table.ts'
import { type Actual, fieldsOf } from './fields.ts'
import { detailsOf, type Expected, isParts, type Parts, partsIn } from './guards.ts'
import type { ReferenceCase } from './reference.ts'

type Adapter = (given: ReferenceCase) => Actual

const onCodes =
  (id: MeasureId, options: (given: ReferenceCase) => Options = () => ({})): Adapter =>
  (given) =>
    fieldsOf(estimate(id, codeTable(given), options(given)))

function categoriesOf(result: Result): Parts {
  return partsIn(detailsOf(result).categories)
}

/** The reference files give the value of each category as the estimate. */
function perCategory(id: MeasureId): Adapter {
  return (given) => ({ estimate: estimates(estimate(id, codeTable(given))) })
}

function estimates(result: Result): Parts {
  return Object.fromEntries(
    Object.entries(categoriesOf(result)).map(([name, part]) => [name, isParts(part) ? (part.estimate ?? null) : null]),
  )
}

function fleissCategories(given: ReferenceCase): Actual {
  const result = estimate('fleiss-kappa', codeTable(given))
  return { estimate: estimates(result), se0: detailsOf(result).categorySe0 }
}

function hubertOptions({ options }: ReferenceCase): Options {
  return { agreement: options.agreement === 'pairs' ? 'pairs' : 'all' }
}

function mcnemarOptions({ options }: ReferenceCase): Options {
  return { correct: options.correct === true, exact: options.exact === true }
}

/** Each share of the criterion table under the names the reference files use. */
function criterion(given: ReferenceCase): Actual {
  const result = estimate('criterion-validity', codeTable(given), { category: '1' })
  const parts = partsIn(categoriesOf(result)['1'])
  const share = (part: Expected | undefined): Expected | undefined =>
    isParts(part)
      ? {
          estimate: part.estimate ?? null,
          lo: part.lower ?? null,
          hi: part.upper ?? null,
          wilson_lo: part.wilsonLower ?? null,
          wilson_hi: part.wilsonUpper ?? null,
        }
      : part
  return {
    sensitivity: share(parts.sensitivity),
    specificity: share(parts.specificity),
    ppv: share(parts.ppv),
    npv: share(parts.npv),
    accuracy: share(detailsOf(result).accuracy),
    f1: parts.f1,
    balanced_accuracy: parts.balancedAccuracy,
    youden: parts.youden,
    mcc: parts.mcc,
  }
}

const jackknifed: Record<string, MeasureId> = {
  conger_kappa: 'conger-kappa',
  gwet_ac: 'gwet-ac1',
  krippendorff_alpha: 'krippendorff-alpha',
}

function leftOut(given: ReferenceCase): Actual {
  const id = jackknifed[String(given.options.of)]
  if (id === undefined) throw new RangeError(`The coefficient ${given.options.of} is not known.`)
  const result = jackknife(id, { ...codeTable(given), level: 'nominal' })
  return { ...fieldsOf(result), bias_corrected: detailsOf(result).biasCorrected }
}

/** How each further measure of categories in the reference files is computed with this library. */
export const categoryAdapters: { readonly [measure: string]: Adapter } = {
  fleiss_kappa_null: (given) => fieldsOf(estimate('fleiss-kappa', countTable(given), { missing: 'listwise' })),
  fleiss_kappa_category: fleissCategories,
  light_kappa: onCodes('light-kappa'),
  hubert_kappa: onCodes('hubert-kappa', hubertOptions),
  kappa_max: onCodes('kappa-max'),
  prevalence_index: onCodes('prevalence-index'),
  bias_index: onCodes('bias-index'),
  bangdiwala_b: onCodes('bangdiwala-b'),
  specific_agreement: perCategory('specific-agreement'),
  category_kappa: perCategory('category-kappa'),
  mcnemar: onCodes('mcnemar', mcnemarOptions),
  bowker: onCodes('bowker'),
  stuart_maxwell: onCodes('stuart-maxwell'),
  bhapkar: onCodes('bhapkar'),
  criterion_validity: criterion,
  jackknife: leftOut,
}
