import { type CodeTable, type MeasureId, measures, type Options, type Result } from '@attune/agreement'
import { commonestOf, paradoxOf } from '@attune/charts'
import { forest } from './forest.ts'
import { confusions } from './heat-map.ts'
import { dataTable, type Html, html } from './html.ts'
import { bounds, datum, shown } from './numbers.ts'

const PANEL: readonly { readonly id: MeasureId; readonly label: string }[] = [
  { id: 'percent-agreement', label: 'Observed agreement' },
  { id: 'cohen-kappa', label: "Cohen's kappa" },
  { id: 'kappa-max', label: 'Largest kappa possible' },
  { id: 'brennan-prediger', label: 'PABAK (Brennan-Prediger)' },
  { id: 'gwet-ac1', label: "Gwet's AC1" },
  { id: 'prevalence-index', label: 'Prevalence index' },
  { id: 'bias-index', label: 'Bias index' },
]

interface Line {
  readonly id: MeasureId
  readonly label: string
  /** Null where the index is defined for two categories only, and there are more. */
  readonly result: Result | null
}

/** Why kappa is what it is: beside it what does not depend on how often each code is used. */
export function prevalencePanel(table: CodeTable, { confidence = 0.95 }: Options): Html {
  const lines = PANEL.map(({ id, label }): Line => {
    const fits = !id.endsWith('-index') || table.categories.length === 2
    return { id, label, result: fits ? measures[id].estimate(table, { confidence }) : null }
  })
  const title = explain(table, (id) => lines.find((line) => line.id === id)?.result?.estimate ?? null)
  const drawn = lines.flatMap(({ id, label, result }) =>
    result === null || id.endsWith('-index') ? [] : [{ label, result }],
  )
  const pair = table.raters.join(' and ')
  return html`${forest(title, drawn, true, null)}${dataTable({
    caption: `Kappa and its company: ${pair}`,
    head: ['', 'estimate', 'CI', 'n'],
    right: new Set([1, 2, 3]),
    rows: lines.map(({ label, result }) => [label, ...cellsOf(result)]),
  })}`
}

function cellsOf(result: Result | null): (Html | string)[] {
  if (result === null) return ['for two categories only', '', '']
  if (result.estimate === null) return [`undefined: ${result.undefined.message}`, '', String(result.n)]
  const interval = result.interval === undefined ? '' : bounds(result.interval, true)
  return [datum(result.estimate, true), interval, String(result.n)]
}

function explain(table: CodeTable, estimateOf: (id: MeasureId) => number | null): string {
  const text = (id: MeasureId) => {
    const estimate = estimateOf(id)
    return estimate === null ? 'undefined' : shown(estimate, true)
  }
  const most = commonestOf(confusions(table))
  const gap = `observed agreement is ${text('percent-agreement')} and kappa ${text('cohen-kappa')}`
  const company = `PABAK is ${text('brennan-prediger')}, AC1 ${text('gwet-ac1')}`
  const paradox = paradoxOf({
    observed: estimateOf('percent-agreement'),
    kappa: estimateOf('cohen-kappa'),
    kappaMax: estimateOf('kappa-max'),
    ac1: estimateOf('gwet-ac1'),
    commonest: most?.share ?? 0,
  })
  switch (paradox) {
    case 'no-items':
      return 'No item was coded by both raters, so there is nothing to explain.'
    case 'one-code':
      return 'Both raters used one and the same code only: they agree on every item they share, and kappa is undefined because chance would give the same.'
    case 'paradox':
      return `The kappa paradox: ${gap}, because ${table.categories[most?.category ?? -1]} makes up ${Math.round(100 * (most?.share ?? 0))} % of all codes and chance alone would agree often; ${company}.`
    case 'uneven':
      return `The raters use the codes unequally often: with their shares kappa cannot exceed ${text('kappa-max')}; ${gap}.`
    case 'prevalence':
      return `Kappa depends on how often each code is used: ${gap}; ${company}.`
    case 'none':
      return `No kappa paradox: ${gap}, and what does not depend on prevalence says much the same; ${company}.`
  }
}
