import { gtheoryCrossed } from '../gtheory-crossed.ts'
import { estimate } from '../registry.ts'
import { scoreTable } from './case-table.ts'
import type { Actual } from './fields.ts'
import { detailsOf, entriesIn, isCount, numbersIn, partsIn } from './guards.ts'
import type { ReferenceCase } from './reference.ts'

function itemsByRaters(given: ReferenceCase): Actual {
  const table = scoreTable(given)
  const plans = entriesIn(given.options.d_study).filter(isCount)
  const { items, raters, residual } = partsIn(detailsOf(estimate('gtheory', table)).components)
  const planned = plans.flatMap((plannedRaters) => [
    [`Erho2_${plannedRaters}`, estimate('gtheory', table, { type: 'consistency', plannedRaters }).estimate] as const,
    [`Phi_${plannedRaters}`, estimate('gtheory', table, { plannedRaters }).estimate] as const,
  ])
  return { vp: items, vr: raters, vpr: residual, ...Object.fromEntries(planned) }
}

function threeWay(given: ReferenceCase): Actual {
  const study = gtheoryCrossed(entriesIn(given.data.values).map((rows) => entriesIn(rows).map(numbersIn)))
  const { components } = study
  return {
    v_p: components.persons,
    v_r: components.raters,
    v_o: components.occasions,
    v_pr: components.personsRaters,
    v_po: components.personsOccasions,
    v_ro: components.ratersOccasions,
    v_e: components.residual,
    Erho2: study.relative,
    Phi: study.absolute,
    sigma_delta: study.relativeError,
    sigma_Delta: study.absoluteError,
  }
}

function mixed(given: ReferenceCase): Actual {
  const table = scoreTable(given)
  const form = (name: string): number | null => estimate('icc-mixed', table, { form: name }).estimate
  const { items, raters, residual } = partsIn(detailsOf(estimate('icc-mixed', table)).variances)
  return {
    vs: items,
    vr: raters,
    ve: residual,
    icc_a1: form('ICC(A,1)'),
    icc_ak: form('ICC(A,k)'),
    icc_c1: form('ICC(C,1)'),
    icc_ck: form('ICC(C,k)'),
  }
}

/** How the variance components of the reference files are computed with this library. */
export const varianceAdapters: { readonly [measure: string]: (given: ReferenceCase) => Actual } = {
  gtheory_pxr: itemsByRaters,
  gtheory_pxrxo: threeWay,
  icc_mixed: mixed,
}
