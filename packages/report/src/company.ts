import { type CodeTable, type MeasureId, measures, type Options, type Result } from '@attune/agreement'
import { commonestOf, type Paradox, paradoxOf } from '@attune/charts'
import { confusions } from './confusions.ts'

const COMPANY: readonly { readonly id: MeasureId; readonly label: string }[] = [
  { id: 'percent-agreement', label: 'Observed agreement' },
  { id: 'cohen-kappa', label: "Cohen's kappa" },
  { id: 'kappa-max', label: 'Largest kappa possible' },
  { id: 'brennan-prediger', label: 'PABAK (Brennan-Prediger)' },
  { id: 'gwet-ac1', label: "Gwet's AC1" },
  { id: 'prevalence-index', label: 'Prevalence index' },
  { id: 'bias-index', label: 'Bias index' },
]

export interface CompanyLine {
  readonly id: MeasureId
  readonly label: string
  /** Null where the index is defined for two categories only, and there are more. */
  readonly result: Result | null
}

/** Kappa with what is read beside it, and why it is what it is. */
export interface KappaCompany {
  readonly lines: readonly CompanyLine[]
  readonly paradox: Paradox
  /** The code used most, with its share of all codes of both raters; null where nobody coded the same item. */
  readonly commonest: { readonly category: string; readonly share: number } | null
}

/** What does not depend on how often each code is used, beside kappa, which does. */
export function kappaCompany(table: CodeTable, { confidence = 0.95 }: Options): KappaCompany {
  const lines = COMPANY.map(({ id, label }): CompanyLine => {
    const fits = !id.endsWith('-index') || table.categories.length === 2
    return { id, label, result: fits ? measures[id].estimate(table, { confidence }) : null }
  })
  const most = commonestOf(confusions(table))
  const paradox = paradoxOf({
    observed: estimateIn(lines, 'percent-agreement'),
    kappa: estimateIn(lines, 'cohen-kappa'),
    kappaMax: estimateIn(lines, 'kappa-max'),
    ac1: estimateIn(lines, 'gwet-ac1'),
    commonest: most?.share ?? 0,
  })
  const commonest = most === null ? null : { category: table.categories[most.category] ?? '', share: most.share }
  return { lines, paradox, commonest }
}

export const estimateIn = (lines: readonly CompanyLine[], id: MeasureId): number | null =>
  lines.find((line) => line.id === id)?.result?.estimate ?? null
